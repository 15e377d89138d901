package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.auth.Tokens;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Holds to OkHttp's version what {@link ProxyRefusal} knows of its texts. */
class ProxyRefusalTest extends HttpTest {

    private static void assertSaid(HttpApi http, Class<? extends ApiException> type, String... words) {
        assertThatThrownBy(() -> http.get("/x").anonymous().returningText().execute())
                .isInstanceOf(type)
                .hasMessageContainingAll(words);
    }

    @Test
    void aProxyThatRefusesAConnectIsTold() {
        answer(407);
        HttpApi http = http(new TestClientBuilder(vendor)
                .baseUrl("https://api.test/")
                .fixed(new Tokens("token", null, null))
                .retries(RetryPolicy.none())
                .okHttpClient(new OkHttpClient.Builder()
                        .proxy(server.getProxyAddress())
                        .build()));
        assertSaid(http, TransportException.class, "The proxy wants a login (407).", "proxyAuthenticator(…)");
    }

    @Test
    void aProxyThatRefusesAPlainRequestIsTold() {
        answer(407);
        HttpApi http = http(new TestClientBuilder(vendor)
                .baseUrl("http://api.test/")
                .allowInsecureHttp()
                .fixed(new Tokens("token", null, null))
                .okHttpClient(new OkHttpClient.Builder()
                        .proxy(server.getProxyAddress())
                        .build()));
        assertSaid(http, ApiException.class, "The proxy wants a login (407).", "proxyAuthenticator(…)");
    }

    @Test
    void aRefusalWhereThereIsNoProxyIsTold() {
        answer(407);
        assertSaid(
                http(builder().retries(RetryPolicy.none())),
                TransportException.class,
                "wants a login for proxies (407)",
                "this client uses no proxy");
    }
}
