package dev.latchkey.core.internal.otp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.OneTimePasswords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456",
                " 123 456\n",
                "123\u00a0456",
                "\u200e\u0661\u0662\u0663\u0664\u0665\u0666\u200f",
                "\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6",
                "\uff11\uff12\uff13\uff14\uff15\uff16",
                "\ud835\udfcf\ud835\udfd0\ud835\udfd1\ud835\udfd2\ud835\udfd3\ud835\udfd4",
            })
    void spacesGoAndDigitsBecomeThoseOfAscii(String written) {
        assertThat(plain(written)).isEqualTo("123456");
    }

    @Test
    void lettersAndHyphensStay() {
        assertThat(plain("ab12-CD34")).isEqualTo("ab12-CD34");
    }

    @Test
    void whatIsOnlySpaceIsRefused() {
        assertThatThrownBy(() -> plain(" \t\u200b"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345\u00e9", "12345\ud835", "\udfcf12345", "12345\u0000", "12345\u4e94"})
    void otherCharactersAreRefusedWithoutBeingShown(String written) {
        assertThatThrownBy(() -> plain(written))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("one-time password")
                .message()
                .doesNotContain("12345");
    }

    @Test
    void whatIsTooLongToBeACodeIsRefused() {
        assertThatThrownBy(() -> plain("1".repeat(65)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("64");
    }

    private static String plain(String written) {
        return OneTimePasswords.plain("one-time password", written);
    }
}
