package dev.latchkey.fake.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.FakeServer;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    @Test
    void theExampleIsServed() throws Exception {
        try (FakeWebitel fake = FakeWebitel.fromSeed(example())) {
            WebitelCaller caller = new WebitelCaller(fake);

            assertThat(caller.logIn("root", "secret").members()).containsEntry("roleName", "root");
            assertThat(caller.logIn("100@mydomain.com", "secret").members()).containsEntry("roleName", "admin");
            assertThat(caller.logIn("200@mydomain.com", "her-password").status())
                    .isEqualTo(301);
            Answer supervisor = caller.logInWithCode("200@mydomain.com", "her-password", "123456");
            assertThat(supervisor.members())
                    .containsEntry("role", -1L)
                    .containsEntry("roleName", "supervisor")
                    .containsEntry("acl", Json.object("cdr", List.of("r"), "channels", List.of("*")));
            assertThat(caller.whoami("X-Access-Token", "static-token-of-mydomain.com")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void everySettingIsRead() throws Exception {
        String seed = "{\"webitel\":{\"settings\":{\"answers\":\"observed\",\"tokenSeconds\":60,"
                + "\"expiredIsBadRequest\":true,\"tokenSecret\":\"s\",\"secretMarker\":\"MARK\"},"
                + "\"users\":[{\"username\":\"9@d\",\"password\":\"p\",\"role\":1,\"answeredName\":\"nine\"}],"
                + "\"domainTokens\":[{\"domain\":\"d\",\"token\":\"off\",\"enabled\":false,\"seconds\":120},"
                + "{\"domain\":\"d\",\"token\":\"on\",\"acl\":{\"cdr\":[]}}]}}";
        try (FakeWebitel fake = FakeWebitel.fromSeed(seed)) {
            WebitelCaller caller = new WebitelCaller(fake);
            Answer login = caller.logIn("9@d", "p");

            assertThat(login.members())
                    .containsEntry("domain", "d")
                    .containsEntry("username", "nine")
                    .containsEntry("roleName", "admin")
                    .containsKey("verto");
            assertThat(login.text("key")).startsWith("MARK");
            fake.clock().advance(Duration.ofSeconds(61));
            assertThat(caller.whoami("X-Access-Token", login.text("token"), "X-Key", login.text("key"))
                            .status())
                    .isEqualTo(400);
            assertThat(caller.whoami("X-Access-Token", "off").text("info")).isEqualTo("Not found token");
            assertThat(caller.whoami("X-Access-Token", "on").members())
                    .containsEntry("acl", Json.object("cdr", List.of()));
            fake.clock().advance(Duration.ofDays(366));
            assertThat(caller.whoami("X-Access-Token", "on").text("info")).isEqualTo("Token Expired");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | seed has no member 'webitel'",
                "{'webitel': {'usrs': []}} | seed.webitel has no member 'usrs'; known are [domainTokens, settings,"
                        + " users]",
                "{'webitel': {'settings': {'fast': true}}} | seed.webitel.settings has no member 'fast'",
                "{'webitel': {'settings': {'answers': 'LEAK7Q4Z'}}} | answers has to be \"documented\" or \"observed\"",
                "{'webitel': {'settings': {'tokenSecret': ''}}} | the secret of the tokens is empty",
                "{'webitel': {'settings': {'secretMarker': 'LEAK7Q4Z b'}}} | a marker is up to 64 letters and digits",
                "{'webitel': {'users': [{'username': 'j', 'password': 7}]}} | users[0].password has to be a text",
                "{'webitel': {'users': [{'username': 'j', 'password': 'LEAK7Q4Z', 'roleName': 'x'}]}} | needs a role",
                "{'webitel': {'users': [{'username': 'j', 'password': 'p', 'acl': []}]}} | acl has to be a JSON object",
                "{'webitel': {'users': [{'username': 'j', 'password': 'p', 'acl': {'cdr': 1}}]}} | acl.cdr has to be a",
                "{'webitel': {'domainTokens': [{'domain': 'd'}]}} | domainTokens[0].token is missing",
            })
    void aMistakeIsNamed(String seed, String message) {
        assertThatThrownBy(() -> FakeWebitel.fromSeed(seed.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    private static String example() throws IOException {
        try (InputStream in = FakeServer.class.getResourceAsStream("example-seed.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
