package dev.latchkey.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.leakcheck.SecretLeaks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MfaEnrollmentTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", delimiter = '|', textBlock = """
            otpauth://totp/Cybus:Connectware?issuer=Cybus&secret=something&algorithm=SHA1&digits=6&period=30 | Connectware | Cybus | something | SHA1 | 6 | 30
            otpauth://totp/jane?secret=JBSWY3DPEHPK3PXP | jane | - | JBSWY3DPEHPK3PXP | SHA1 | 6 | 30
            otpauth://totp/Acme%20Ltd%3Ajane%40acme.com?secret=A | jane@acme.com | Acme Ltd | A | SHA1 | 6 | 30
            otpauth://totp/Acme:%20jane?issuer=Other+Ltd&secret=A | jane | Other Ltd | A | SHA1 | 6 | 30
            OTPAUTH://TOTP/a:b:c?SECRET=A&Digits=8&PERIOD=60&algorithm=SHA256 | b:c | a | A | SHA256 | 8 | 60
            otpauth://totp/a/b?secret=A | a/b | - | A | SHA1 | 6 | 30
            otpauth://totp/?secret=A | - | - | A | SHA1 | 6 | 30
            otpauth://totp?secret=A | - | - | A | SHA1 | 6 | 30
            otpauth://totp/50%:x y?secret=A | x y | 50% | A | SHA1 | 6 | 30
            otpauth://totp/x?secret=&digits=six&period= | x | - | - | SHA1 | - | 30
            otpauth://totp/x?secret=A&secret=B | x | - | A | SHA1 | 6 | 30
            otpauth://totp/x#fragment | x | - | - | SHA1 | 6 | 30
            text | - | - | - | SHA1 | - | -
            https://totp/x?secret=A | - | - | - | SHA1 | - | -
            otpauth:// | - | - | - | SHA1 | - | -
            """)
    void readsWhatItCanOfAUri(
            String uri,
            String account,
            String issuer,
            String secret,
            String algorithm,
            Integer digits,
            Integer period) {
        assertThat(MfaEnrollment.of(uri))
                .isEqualTo(new MfaEnrollment(uri, account, issuer, secret, algorithm, digits, period));
    }

    @Test
    void neitherTheUriNorTheSecretIsShown() {
        MfaEnrollment enrollment = MfaEnrollment.of("otpauth://totp/Cybus:jane?secret=" + SecretLeaks.MARKER);

        assertThat(enrollment.secret()).isEqualTo(SecretLeaks.MARKER);
        assertThat(enrollment.toString())
                .doesNotContain(SecretLeaks.MARKER)
                .contains("jane")
                .contains("Cybus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankUriIsRefused(String uri) {
        assertThatThrownBy(() -> MfaEnrollment.of(uri)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void itComputesItsPasswords() {
        assertThat(MfaEnrollment.of("otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=8&period=60")
                        .oneTimePassword())
                .hasToString("Totp[HmacSHA1, digits=8, period=60]");
        assertThatThrownBy(() -> MfaEnrollment.of("text").oneTimePassword()).isInstanceOf(InvalidInputException.class);
    }
}
