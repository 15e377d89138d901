package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A session of a token that no login issued. */
class FixedTokenTest extends HttpTest {
    private HttpApi client;

    @BeforeEach
    void giveToken() {
        client = http(new TestClientBuilder(vendor)
                .baseUrl(server.url("/").toString())
                .fixed(new Tokens("given", null, null)));
    }

    private void call() {
        client.get("/x").returningText().execute();
    }

    @Test
    void isOverWhileTheServerRefusesTheToken() {
        answer(401);
        assertThatThrownBy(this::call).isInstanceOf(UnauthorizedException.class);
        assertThat(client.session().state()).isEqualTo(SessionState.EXPIRED);
        assertThat(client.session().status().usableUntil()).isNull();
        answer(500);
        assertThatThrownBy(
                        () -> client.get("/x").returningText().withoutRetries().execute())
                .isNotNull();
        assertThat(client.session().state()).isEqualTo(SessionState.EXPIRED);
        answer(200);
        call();
        assertThat(client.session().state()).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void goesOnWhereAPageOfAGatewayIsTheRefusal() {
        answer(new MockResponse.Builder().code(401).addHeader("Content-Type", "text/html; charset=UTF-8"));
        assertThatThrownBy(this::call).isInstanceOf(UnauthorizedException.class);
        assertThat(client.session().state()).isEqualTo(SessionState.ACTIVE);
    }
}
