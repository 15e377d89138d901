package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.leakcheck.SecretLeaks;
import org.junit.jupiter.api.Test;

class MfaCodeTest {
    @Test
    void aCodeIsOneOfTheTwoAndIsNotShown() {
        MfaCode otp = MfaCode.otp(" " + SecretLeaks.MARKER + " ");
        MfaCode backup = MfaCode.backupCode(SecretLeaks.MARKER);

        assertThat(otp.otp()).isEqualTo(SecretLeaks.MARKER);
        assertThat(otp.backupCode()).isNull();
        assertThat(backup.otp()).isNull();
        assertThat(backup.backupCode()).isEqualTo(SecretLeaks.MARKER);
        assertThat(otp + " " + backup).isEqualTo("MfaCode[otp=***] MfaCode[backupCode=***]");
    }

    @Test
    void aCodeMayBeWrittenWithSpacesAndInAnyDigits() {
        assertThat(MfaCode.both("\u0661\u0662\u0663 456", " ab-cd ").otp()).isEqualTo("123456");
        assertThat(MfaCode.backupCode(" ab-cd ").backupCode()).isEqualTo("ab-cd");
        assertThatThrownBy(() -> MfaCode.otp("12345\ud835")).isInstanceOf(InvalidInputException.class);
    }
}
