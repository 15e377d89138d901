package dev.latchkey.fake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimePasswordsTest {
    /** {@code 12345678901234567890}, the key of the standard's examples. */
    private static final String KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private final OneTimePasswords passwords = new OneTimePasswords();

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(passwords.at(KEY, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"29, 1", "30, 1", "59, 1", "89, 1", "0, 1"})
    void aCodeIsRightInItsStepAndInTheOnesBesideIt(long second, long step) {
        assertThat(passwords.match(KEY, "287082", Instant.ofEpochSecond(second), any -> true))
                .hasValue(step);
    }

    @Test
    void aCodeIsWrongFurtherAway() {
        assertThat(passwords.match(KEY, "287082", Instant.ofEpochSecond(90), any -> true))
                .isEmpty();
        assertThat(passwords.match(KEY, "287082", Instant.ofEpochSecond(59), any -> false))
                .isEmpty();
    }
}
