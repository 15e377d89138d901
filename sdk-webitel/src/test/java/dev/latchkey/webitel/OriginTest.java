package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.InsecureConnectionException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Token and key reach no server but the client's own. OkHttp alone would carry both headers to another. */
class OriginTest {
    @Fake
    final FakeWebitel fake = Marked.fake();

    private final MockWebServer elsewhere = new MockWebServer();
    private WebitelClient client;

    @BeforeEach
    void redirect() throws IOException {
        elsewhere.start();
        fake.handleAuthorized(
                "GET", "/away", request -> away(request.query("status").get(0)));
        client = Marked.client(fake).build();
    }

    @AfterEach
    void close() {
        client.close();
        elsewhere.close();
    }

    private FakeResponse away(String status) {
        return FakeResponse.empty(Integer.parseInt(status))
                .header("Location", elsewhere.url("/landing").toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectOfTheClientsOwnCallIsNotFollowed(int status) {
        RedirectException e = assertThrows(
                RedirectException.class,
                () -> client.request("GET", "/away")
                        .query("status", status)
                        .returningText()
                        .execute());

        assertThat(e.status()).hasValue(status);
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void aRedirectOfTheUsersOwnClientGoesOnWithoutTokenAndKey(int status) throws Exception {
        elsewhere.enqueue(new MockResponse.Builder().body("landed").build());

        assertThat(get(fake.baseUrl() + "/away?status=" + status)).isEqualTo("landed");

        requireNothingSecretElsewhere();
        assertThat(fake.journal().requests("GET", "/away").get(0).fingerprint("X-Key"))
                .isNotNull();
    }

    @Test
    void aCallOfTheUsersOwnClientToAnotherOriginCarriesNeither() throws Exception {
        elsewhere.enqueue(new MockResponse.Builder().body("direct").build());

        assertThat(get(elsewhere.url("/direct").toString())).isEqualTo("direct");

        requireNothingSecretElsewhere();
    }

    @Test
    void aWebSocketThatIsRedirectedToAnotherOriginIsEnded() {
        elsewhere.enqueue(new MockResponse.Builder()
                .webSocketUpgrade(new WebSocketListener() {})
                .build());
        CompletableFuture<Integer> opened = new CompletableFuture<>();
        Request upgrade =
                new Request.Builder().url(fake.baseUrl() + "/away?status=302").build();

        authorized().newWebSocket(upgrade, new Noting(opened));

        assertThatThrownBy(opened::join)
                .cause()
                .isInstanceOfSatisfying(
                        ApiIOException.class,
                        thrown -> assertThat(thrown.reason()).isInstanceOf(InsecureConnectionException.class));
        assertThat(fake.journal().requests("GET", "/away").get(0).fingerprint("X-Key"))
                .isNotNull();
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    private OkHttpClient authorized() {
        return client.session().authorize(new OkHttpClient.Builder()).build();
    }

    private String get(String url) throws IOException {
        Request request = new Request.Builder().url(url).build();
        try (Response response = authorized().newCall(request).execute()) {
            return response.body().string();
        }
    }

    private void requireNothingSecretElsewhere() throws InterruptedException {
        assertThat(elsewhere.takeRequest().getHeaders().names())
                .isNotEmpty()
                .doesNotContain("X-Access-Token", "x-access-token", "X-Key", "x-key");
    }

    private static final class Noting extends WebSocketListener {
        private final CompletableFuture<Integer> opened;

        Noting(CompletableFuture<Integer> opened) {
            this.opened = opened;
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            opened.complete(response.code());
            socket.cancel();
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, Response response) {
            opened.completeExceptionally(failure);
        }
    }
}
