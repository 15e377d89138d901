package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a byte is sent. */
class BadInputTest {
    private static final String SECRET = Marked.PASSWORD;

    @Fake
    static final FakeControlByWeb FAKE = Marked.fake("jane");

    @TestFactory
    Stream<DynamicTest> callsAreRefusedBeforeAnythingIsSent() {
        Map<String, Consumer<ControlByWebClient>> calls = Map.ofEntries(
                Map.entry("login without a name", client -> client.auth().login(" ", SECRET)),
                Map.entry("login without a password", client -> client.auth().login("jane", "")),
                Map.entry("refresh without a token", client -> client.auth().refresh("")),
                Map.entry("refresh of null", client -> client.auth().refresh(null)),
                Map.entry("logout without a token", client -> client.auth().logout(" ")),
                Map.entry("logout with a line break", client -> client.auth().logout(SECRET + "\n")),
                Map.entry("logout with an umlaut", client -> client.auth().logout(SECRET + "ü")),
                Map.entry(
                        "reset mail without an address", client -> client.auth().requestPasswordReset("")),
                Map.entry(
                        "reset without a password",
                        client -> PasswordReset.builder("jane@example.com")
                                .token(SECRET)
                                .build()),
                Map.entry(
                        "reset without a token",
                        client -> PasswordReset.builder("jane@example.com")
                                .newPassword(SECRET)
                                .build()),
                Map.entry(
                        "reset without an address",
                        client -> PasswordReset.builder(" ")
                                .token(SECRET)
                                .newPassword(SECRET)
                                .build()),
                Map.entry("account 0", client -> client.certificateRequestTokens(0)),
                Map.entry("account -5", client -> client.certificateRequestTokens(-5)),
                Map.entry(
                        "token \"\"",
                        client -> client.certificateRequestTokens(1).delete("")),
                Map.entry(
                        "token .", client -> client.certificateRequestTokens(1).delete(".")),
                Map.entry(
                        "token ..", client -> client.certificateRequestTokens(1).delete("..")),
                Map.entry("path without a slash", client -> client.request("GET", "v1/devices")),
                Map.entry("path with ..", client -> client.request("GET", "/v1/../admin")),
                Map.entry("path argument ..", client -> client.request("GET", "/v1/{id}", "..")),
                Map.entry("too few path arguments", client -> client.request("GET", "/v1/{id}")),
                Map.entry("method with a space", client -> client.request("GET /", "/v1/devices")),
                Map.entry(
                        "own Authorization header",
                        client -> client.request("GET", "/v1/devices").header("Authorization", "Bearer " + SECRET)),
                Map.entry(
                        "header with a line break",
                        client -> client.request("GET", "/v1/devices").header("X-Note", SECRET + "\r\nX-Other: 1")));
        return calls.entrySet().stream().map(call -> dynamicTest(call.getKey(), () -> requireRefused(call.getValue())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.controlbyweb.cloud",
                "ftp://api.controlbyweb.cloud",
                "https://",
                "https://api.controlbyweb.cloud/api?key=1",
                "https://api.controlbyweb.cloud/api#top",
                "https://jane:" + Marked.PASSWORD + "@api.controlbyweb.cloud",
                "http://api.controlbyweb.cloud/api"
            })
    void aBaseUrlThatIsNoneIsRefused(String url) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ControlByWebClient.builder()
                        .baseUrl(url)
                        .credentials("jane", Marked.PASSWORD)
                        .build()
                        .close())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1/reset", "/v1/{reset}"})
    void aResetPathThatIsNoneIsRefused(String path) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ControlByWebClient.builder().resetPasswordPath(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankCredentialsAreRefused(String blank) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ControlByWebClient.builder().credentials(blank, SECRET))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ControlByWebClient.builder().credentials("jane", blank));
    }

    private static void requireRefused(Consumer<ControlByWebClient> call) {
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(FAKE.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> call.accept(client))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
        }
        assertThat(FAKE.journal().requests()).isEmpty();
    }
}
