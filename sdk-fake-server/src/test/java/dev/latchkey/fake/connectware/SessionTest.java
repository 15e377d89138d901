package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Logging in, and what a token is good for. */
class SessionTest {
    @RegisterExtension
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Client client = new Client(fake);

    @Test
    void aLoginGivesATokenForTwelveHours() throws Exception {
        Answer login = logIn("username", "admin", "password", "secret");

        assertThat(login.status()).isEqualTo(200);
        assertThat(login.members()).containsEntry("needsMfa", false).doesNotContainKey("secret");
        String token = login.text("token");
        fake.clock().advance(Duration.ofHours(12).minusMinutes(1));
        assertThat(session(token).members()).containsEntry("username", "admin");

        fake.clock().advance(Duration.ofMinutes(2));
        assertThat(session(token).status()).isEqualTo(401);
    }

    @Test
    void wrongCredentialsAre401() throws Exception {
        Answer refused = logIn("username", "admin", "password", "LEAK7Q4Z");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.members().keySet()).containsExactly("code", "message");
        assertThat(logIn("username", "nobody", "password", "secret").status()).isEqualTo(401);
    }

    private Answer logIn(Object... members) throws IOException {
        return client.json("POST", "/api/login", null, Json.object(members));
    }

    private Answer session(String token) throws IOException {
        return client.json("GET", "/api/session", token, null);
    }
}
