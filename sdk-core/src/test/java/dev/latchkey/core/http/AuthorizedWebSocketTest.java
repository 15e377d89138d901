package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.InsecureConnectionException;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.Test;

class AuthorizedWebSocketTest extends HttpTest {

    @Test
    void theHandshakeCarriesTheTokenAndIsRepeatedWithANewOne() throws Exception {
        answer(401);
        answer(upgrade());

        assertThat(connect(client(new OkHttpClient.Builder())).join()).isEqualTo(101);

        taken();
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(2));
    }

    @Test
    void aHandshakeThatIsRedirectedToAnotherOriginIsEnded() throws Exception {
        vendor.scheme = new PairScheme();
        vendor.issue = PairScheme::tokens;
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            elsewhere.enqueue(upgrade().build());
            answer(new MockResponse.Builder()
                    .code(302)
                    .addHeader("Location", elsewhere.url("/socket").toString()));

            assertHeldBack(connect(client(new OkHttpClient.Builder())), "redirects");

            assertThat(taken().getHeaders().get("X-Key")).isNotNull();
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @Test
    void aHandshakeThatIsRedirectedWithinTheOriginGoesOn() throws Exception {
        answer(new MockResponse.Builder().code(302).addHeader("Location", "/other"));
        answer(upgrade());

        assertThat(connect(client(new OkHttpClient.Builder())).join()).isEqualTo(101);

        taken();
        RecordedRequest second = taken();
        assertThat(second.getTarget()).isEqualTo("/other");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
    }

    @Test
    void aHandshakeThatAnInterceptorSendsToAnotherOriginIsEnded() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            elsewhere.enqueue(upgrade().build());
            OkHttpClient client = http().session()
                    .authorize(new OkHttpClient.Builder())
                    .addInterceptor(chain -> chain.proceed(new Request.Builder()
                            .url(elsewhere.url("/socket"))
                            .headers(chain.request().headers())
                            .build()))
                    .build();

            assertHeldBack(connect(client), "another origin");

            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @Test
    void aPlainHandshakeDoesNotPassAProxy() {
        answer(upgrade());

        assertHeldBack(connect(client(new OkHttpClient.Builder().proxy(server.getProxyAddress()))), "proxy");

        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aSocketElsewhereGetsNoToken() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            elsewhere.enqueue(upgrade().build());
            OkHttpClient client = client(new OkHttpClient.Builder());
            CompletableFuture<Integer> status = new CompletableFuture<>();

            client.newWebSocket(
                    new Request.Builder().url(elsewhere.url("/socket")).build(), new Noting(status));

            assertThat(status.join()).isEqualTo(101);
            assertThat(elsewhere.takeRequest().getHeaders().get("Authorization"))
                    .isNull();
        }
    }

    private OkHttpClient client(OkHttpClient.Builder builder) {
        return http().session().authorize(builder).build();
    }

    private CompletableFuture<Integer> connect(OkHttpClient client) {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        client.newWebSocket(new Request.Builder().url(server.url("/socket")).build(), new Noting(status));
        return status;
    }

    private static void assertHeldBack(CompletableFuture<Integer> status, String why) {
        assertThatThrownBy(status::join)
                .cause()
                .isInstanceOfSatisfying(
                        ApiIOException.class,
                        thrown -> assertThat(thrown.reason())
                                .isInstanceOf(InsecureConnectionException.class)
                                .hasMessageContaining(why));
    }

    private static MockResponse.Builder upgrade() {
        return new MockResponse.Builder().webSocketUpgrade(new WebSocketListener() {
            @Override
            public void onOpen(WebSocket socket, Response response) {
                socket.close(1000, null);
            }
        });
    }

    private static final class Noting extends WebSocketListener {
        private final CompletableFuture<Integer> status;

        Noting(CompletableFuture<Integer> status) {
            this.status = status;
        }

        @Override
        public void onOpen(WebSocket socket, Response response) {
            status.complete(response.code());
            socket.close(1000, null);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, Response response) {
            status.completeExceptionally(failure);
        }
    }
}
