package dev.latchkey.core.internal.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.OneTimePassword;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {
    /** The seeds of RFC 6238, appendix B: {@code 12345678901234567890…} in ASCII. */
    private static final String SHA1 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private static final String SHA256 = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA";
    private static final String SHA512 =
            SHA1 + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" + "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" + "GEZDGNA";

    @ParameterizedTest
    @CsvSource({
        "59, 94287082, 46119246, 90693936",
        "1111111109, 07081804, 68084774, 25091201",
        "1111111111, 14050471, 67062674, 99943326",
        "1234567890, 89005924, 91819424, 93441116",
        "2000000000, 69279037, 90698825, 38618901",
        "20000000000, 65353130, 77737706, 47863826"
    })
    void theVectorsOfRfc6238Hold(long second, String sha1, String sha256, String sha512) {
        assertThat(eightDigits(SHA1, "SHA1", second)).isEqualTo(sha1);
        assertThat(eightDigits(SHA256, "SHA256", second)).isEqualTo(sha256);
        assertThat(eightDigits(SHA512, "SHA512", second)).isEqualTo(sha512);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
        "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
    })
    void theVectorsOfRfc4226Hold(long step, String code) {
        assertThat(Totp.of(SHA1).code(step)).isEqualTo(code);
    }

    @Test
    void aSecretMayBeWrittenAsPeopleCopyIt() {
        String code = Totp.of("JBSWY3DPEHPK3PXP").code(1);
        assertThat(Totp.of(" jbsw y3dp\u00a0ehpk-3pxp\n").code(1)).isEqualTo(code);
        assertThat(Totp.of("JBSWY3DPEHPK3PXP======").code(1)).isEqualTo(code);
        assertThat(Totp.of("OTPAUTH://TOTP/Cybus:jane%40x?issuer=Cybus&Secret=jbsw+y3dp+ehpk+3pxp")
                        .code(1))
                .isEqualTo(code);
    }

    @Test
    void theUriSaysAlgorithmDigitsAndPeriod() {
        Totp totp = Totp.of("otpauth://totp/a?secret=" + SHA256 + "&algorithm=hmac-sha-256&digits=8&period=60");
        assertThat(totp).hasToString("Totp[HmacSHA256, digits=8, period=60]");
        assertThat(totp.step(Instant.ofEpochSecond(119))).isEqualTo(1);
        assertThat(totp.until(2, Instant.ofEpochSecond(119))).isEqualTo(Duration.ofSeconds(1));
        assertThat(totp.until(2, Instant.ofEpochSecond(121))).isNegative();
    }

    @Test
    void theCodeOfThisMomentIsOneOfTwo() {
        Totp totp = Totp.of(SHA1);
        long before = totp.step(Instant.now());
        String code = totp.current();
        assertThat(code).isIn(totp.code(before), totp.code(before + 1)).hasSize(6);
        assertThat(totp.isUnattended()).isTrue();
    }

    @Test
    void digitsAreThoseOfAsciiInAnyLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(Totp.of(SHA1).code(0)).isEqualTo("755224");
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "====",
                "A",
                "SECRET01",
                "JBSWY3DP=EHPK3PXP",
                "JBSWY3DPEHPK3PXP!",
                "otpauth://totp/a",
                "otpauth://totp/a?secret=",
                "otpauth://hotp/a?secret=JBSWY3DPEHPK3PXP&counter=1",
                "otpauth:JBSWY3DPEHPK3PXP",
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PX1",
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&algorithm=MD5",
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=9",
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&digits=six",
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&period=0",
                "otpauth://totp/a?secret=JBSWY3DPEHPK3PXP&period=99999999999",
            })
    void whatIsNoSecretIsRefusedWithoutBeingShown(String wrong) {
        assertThatThrownBy(() -> OneTimePassword.totp(wrong))
                .isInstanceOf(InvalidInputException.class)
                .hasNoCause()
                .message()
                .doesNotContain("JBSW", "SECRET01", "MD5", "six");
    }

    @Test
    void aSourceThatIsUnattendedStaysTheSame() {
        OneTimePassword totp = OneTimePassword.totp(SHA1);
        assertThat(OneTimePassword.unattended(totp)).isSameAs(totp);
        assertThat(totp.toString()).doesNotContain("GEZD");
    }

    private static String eightDigits(String secret, String algorithm, long second) {
        Totp totp = Totp.of("otpauth://totp/a?secret=" + secret + "&digits=8&algorithm=" + algorithm);
        return totp.code(totp.step(Instant.ofEpochSecond(second)));
    }
}
