package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.store.SessionKey;
import org.junit.jupiter.api.Test;

class PasswordPrintTest {
    /** As Python's hashlib has it, too. */
    private static final int EXPECTED = 63157;

    private static final SessionKey KEY = new SessionKey("test", "https://api.test", "jane");

    /** Stores out there hold prints: they must stay what they are. */
    @Test
    void aPrintIsTheSameForEver() {
        assertThat(PasswordPrint.slow().of(KEY, new Credentials("jane", "pässword")))
                .isEqualTo(EXPECTED);
    }

    @Test
    void itDependsOnWhoseItIs() {
        SessionKey other = new SessionKey("test", "https://api.test", "joe");
        assertThat(PasswordPrint.slow().of(other, new Credentials("jane", "pässword")))
                .isNotEqualTo(EXPECTED);
    }
}
