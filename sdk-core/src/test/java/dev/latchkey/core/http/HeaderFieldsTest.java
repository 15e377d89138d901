package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldsTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LEAK7Q4Z\n",
                "LEAK7Q4Z\r\nX: y",
                "LEAK7Q4Zä",
                "LEAK7Q4Z\u0000",
                " LEAK7Q4Z",
                "LEAK7Q4Z ",
                "LEAK7Q4Z\t"
            })
    void refusesAValueThatCannotBeSentAndDoesNotRepeatIt(String value) {
        HttpApi http = http();

        assertThatThrownBy(() -> http.get("/x").header("X-Key", value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("X-Key")
                .hasMessageNotContaining("LEAK7Q4Z");
        assertThatThrownBy(() -> http.get("/x").returningNothing().header("X-Key", value))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"LEAK7Q4Z\n", "LEAK7Q4Zä", "LEAK7Q4Z\r\nX: y", ""})
    void refusesATokenThatCannotBeSentAndDoesNotRepeatIt(String token) {
        Endpoint endpoint = http().get("/x");

        assertThatThrownBy(() -> endpoint.as(new Tokens(token, null, null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("token")
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "ä", "a\n", "(x)", "a{", "a@", "a[", "a/"})
    void refusesANameThatIsNone(String name) {
        assertThatThrownBy(() -> HeaderFields.check(name, "x", List.of())).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void takesLettersAndDigitsToTheLast() {
        assertThatCode(() -> HeaderFields.check("azAZ09-", "x", List.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "authorization", "AUTHORIZATION"})
    void refusesTheHeaderOfTheSessionsToken(String name) {
        var call = http().get("/x").returningNothing();

        assertThatThrownBy(() -> call.header(name, "Bearer LEAK7Q4Z"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("login")
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "Accept-Encoding", "Connection"})
    void refusesWhatTheTransportSetsItself(String name) {
        assertThatThrownBy(() -> HeaderFields.check(name, "x", List.of()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("transport");
    }

    @Test
    void takesVisibleAscii() {
        assertThatCode(() -> HeaderFields.check("X-Api_Key.1", "a b~!\"{}", List.of("Authorization")))
                .doesNotThrowAnyException();
    }
}
