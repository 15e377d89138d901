package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://api.example.com, https://api.example.com/",
        "https://api.example.com/, https://api.example.com/",
        "https://api.example.com/v1/, https://api.example.com/v1",
        "https://api.example.com/v1//, https://api.example.com/v1",
        "HTTPS://API.example.com:8443/v1, https://api.example.com:8443/v1",
        "' https://api.example.com ', https://api.example.com/",
        "http://localhost:8080/, http://localhost:8080/",
        "http://127.0.0.1, http://127.0.0.1/",
        "http://127.8.9.10, http://127.8.9.10/",
        "http://[::1]:9/x, http://[::1]:9/x",
    })
    void takesHttpsAndPlainHttpToThisMachine(String text, String url) {
        assertThat(BaseUrl.parse(text, false).toString()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://127.0.0.1.example.com",
                "http://127.0.0.1x",
                "http://localhost.example.com",
                "http://10.0.0.1",
                "http://[::2]",
                "http://0.0.0.0",
            })
    void refusesPlainHttpToAnotherMachineUnlessAllowed(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("allowInsecureHttp()");
        assertThat(BaseUrl.parse(text, true).scheme()).isEqualTo("http");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "api.example.com",
                "ftp://api.example.com",
                "file:///etc/passwd",
                "https://",
                "https:// x",
                "ws://api.example.com",
                "https://a b"
            })
    void refusesWhatIsNoUrlOfAServer(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example.com?a=b", "https://api.example.com/#x", "https://api.example.com/?"})
    void refusesAQueryAndAFragment(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("query");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://jane:LEAK7Q4Z@api.example.com",
                "https://LEAK7Q4Z@api.example.com",
                "https://jane:LEAK7Q4Z/x@api.example.com",
                "http://jane:LEAK7Q4Z@api.example.com",
            })
    void refusesAUserNameAndAPasswordAndRepeatsNeither(String text) {
        assertThatThrownBy(() -> BaseUrl.parse(text, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("credentials")
                .hasMessageNotContaining("jane")
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    @Test
    void aClientIsNotBuiltOnABadBaseUrl() {
        TestClientBuilder builder = new TestClientBuilder(new TestVendor());

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("base URL");
    }
}
