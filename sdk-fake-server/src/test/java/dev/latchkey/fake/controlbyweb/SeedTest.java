package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.FakeServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    @Test
    void theExampleIsServed() throws Exception {
        try (FakeControlByWeb fake = FakeControlByWeb.fromSeed(example())) {
            Client client = new Client(fake);
            Answer jane = client.logIn("jane", "her-password");

            assertThat(jane.members())
                    .containsEntry("account_id", 1235L)
                    .containsEntry("account_name", "Logan Branch")
                    .containsEntry("device_seats", 20L)
                    .containsEntry("first_name", "Jane")
                    .containsEntry("email", "jane@example.com");
            assertThat(jane.body()).contains("\"permissions\":[\"View Logged Data\",\"Control Devices\"]");
            assertThat(client.authorized("GET", "/v1/accounts/1235/tokens", jane.text("access_token"))
                            .body())
                    .startsWith("{\"6\":{\"token\":\"Vpb4pp238BDfaE9QCHZBuYJJk94kTyZz\"");
            assertThat(client.authorized("GET", "/v1/accounts/2000/tokens", jane.text("access_token"))
                            .status())
                    .isEqualTo(403);
            assertThat(client.logIn("admin", "secret").status()).isEqualTo(200);
        }
    }

    @Test
    void theExampleInTheDocumentIsTheOneThatIsServed() throws Exception {
        Path document = Path.of("..", "docs", "fakes.md");

        assertThat(Files.readString(document)).contains("```json\n" + example() + "```");
    }

    @Test
    void aResetGoesBackToTheSeed() throws Exception {
        try (FakeControlByWeb fake = FakeControlByWeb.fromSeed(example())) {
            fake.changePassword("jane", "another-password").removeUser("admin");
            fake.settings().newerServer(true).accessTokenLifetime(Duration.ofSeconds(1));

            fake.reset();

            Client client = new Client(fake);
            assertThat(client.logIn("jane", "her-password").members()).containsEntry("expires_in", 86400L);
            assertThat(client.logIn("admin", "secret").status()).isEqualTo(200);
            assertThat(client.refresh("garbage").status()).isEqualTo(401);
        }
    }

    @Test
    void everySettingIsRead() throws Exception {
        String seed = "{\"controlbyweb\":{\"settings\":{\"accessTokenSeconds\":1.5,\"newerServer\":true,"
                + "\"profileOnRefresh\":true,\"resetAnswers\":\"framework\",\"secretMarker\":\"MARK\","
                + "\"tokenRequestsPerMinute\":3},\"users\":[{\"username\":\"jane\",\"password\":\"hers\",\"id\":9,"
                + "\"email\":\"j@example.com\",\"isXRDISales\":true,\"agreed\":false,\"logging\":1}]}}";
        try (FakeControlByWeb fake = FakeControlByWeb.fromSeed(seed)) {
            Client client = new Client(fake);
            Answer login = client.logIn("jane", "hers");

            assertThat(login.members())
                    .containsEntry("expires_in", 1L)
                    .containsEntry("user_id", 9L)
                    .containsEntry("isXRDISales", 1L)
                    .containsEntry("agreed", 0L)
                    .containsEntry("logging", 1L);
            assertThat(login.text("refresh_token")).contains("MARK");
            assertThat(login.header("X-RateLimit-Remaining")).isEqualTo("2");
            assertThat(client.refresh(login.text("refresh_token")).members()).containsEntry("username", "jane");
            assertThat(client.refresh("garbage").status()).isEqualTo(400);
            assertThat(client.postForm("/v1/auth/reset-password", "email", "j@example.com")
                            .text("message"))
                    .startsWith("We have emailed");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | seed has no member 'controlbyweb'",
                "{'controlbyweb': {'usrs': []}} | seed.controlbyweb has no member 'usrs'; known are [accounts,",
                "{'controlbyweb': {'settings': {'fast': true}}} | seed.controlbyweb.settings has no member 'fast'",
                "{'controlbyweb': {'settings': {'resetAnswers': 'LEAK7Q4Z'}}} | resetAnswers has to be \"documented\" or",
                "{'controlbyweb': {'settings': {'secretMarker': 'LEAK7Q4Z b'}}} | a marker is up to 64 letters and digits",
                "{'controlbyweb': {'accounts': [{'id': 1}]}} | seed.controlbyweb.accounts[0].name is missing",
                "{'controlbyweb': {'accounts': [{'id': 1, 'name': 'x', 'parent': 2}]}} | account 2, which does not",
                "{'controlbyweb': {'users': [{'username': 'j', 'password': 7}]}} | users[0].password has to be a text",
                "{'controlbyweb': {'users': [{'username': 'j', 'password': 'LEAK7Q4Z', 'account': 7}]}} | account 7, which",
                "{'controlbyweb': {'certificateRequestTokens': [{'account': 7}]}} | account 7, which does not exist",
            })
    void aMistakeIsNamed(String seed, String message) {
        assertThatThrownBy(() -> FakeControlByWeb.fromSeed(seed.replace('\'', '"')))
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
