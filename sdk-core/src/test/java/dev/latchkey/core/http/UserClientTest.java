package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.InsecureConnectionException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import java.io.File;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken over from an {@code OkHttpClient} of the user, and what is not. */
class UserClientTest extends HttpTest {

    @Test
    void theUsersInterceptorsSeeEachAttemptAndTheTokenOnTheWireOnly() {
        answer(503);
        answer(200);
        List<String> seen = new CopyOnWriteArrayList<>();
        Interceptor noting = chain -> {
            seen.add(String.valueOf(chain.request().header("Authorization") != null));
            return chain.proceed(chain.request());
        };

        http(builder()
                        .okHttpClient(new OkHttpClient.Builder()
                                .addInterceptor(noting)
                                .addNetworkInterceptor(noting)
                                .build()))
                .get("/x")
                .returningNothing()
                .execute();

        assertThat(seen).containsExactly("false", "true", "false", "true");
    }

    @Test
    void theUsersInterceptorsSeeNothingOfARefusalThatWasReplayed() {
        answer(401);
        answer(200, "ok");
        List<Integer> seen = new CopyOnWriteArrayList<>();
        OkHttpClient noting = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    Response response = chain.proceed(chain.request());
                    seen.add(response.code());
                    return response;
                })
                .build();

        assertThat(http(builder().okHttpClient(noting))
                        .get("/x")
                        .returningText()
                        .execute())
                .isEqualTo("ok");
        assertThat(seen).containsExactly(200);
    }

    @Test
    void anInterceptorThatPassesOnAnotherRequestStillGetsTheToken() throws Exception {
        answer(200);
        OkHttpClient rewriting = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        new Request.Builder().url(server.url("/rewritten")).build()))
                .build();

        http(builder().okHttpClient(rewriting)).get("/x").returningNothing().execute();

        RecordedRequest request = taken();
        assertThat(request.getUrl().encodedPath()).isEqualTo("/rewritten");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
    }

    @Test
    void aFailureOfTheSessionIsFoundInWhatAnInterceptorMakesOfIt() {
        OkHttpClient wrapping = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    try {
                        return chain.proceed(chain.request());
                    } catch (IOException e) {
                        throw new IOException("in other words", e);
                    }
                })
                .build();
        TestClientBuilder nobody = new TestClientBuilder(vendor)
                .baseUrl(server.url("/").toString())
                .okHttpClient(wrapping);

        assertThatThrownBy(http(nobody).get("/x").returningText()::execute).isInstanceOf(SessionExpiredException.class);
    }

    @Test
    void theUsersInterceptorsTakeNoPartInWhatDealsInSecrets() {
        answer(200);
        answer(200);
        List<String> seen = new CopyOnWriteArrayList<>();
        Interceptor noting = chain -> {
            seen.add(chain.request().url().encodedPath());
            return chain.proceed(chain.request());
        };
        HttpApi http = http(builder()
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(noting)
                        .addNetworkInterceptor(noting)
                        .build()));

        http.post("/token")
                .secretForm("password", TestVendor.LEAK)
                .anonymous()
                .returningNothing()
                .execute();
        http.get("/key").secret().returningNothing().execute();

        assertThat(seen).isEmpty();
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void theUsersCacheCookiesAndAuthenticatorTakeNoPart(@TempDir Path folder) {
        List<String> used = new CopyOnWriteArrayList<>();
        OkHttpClient users = new OkHttpClient.Builder()
                .cache(new Cache(new File(folder.toFile(), "cache"), 1_000_000))
                .cookieJar(new CookieJar() {
                    @Override
                    public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
                        used.add("saved");
                    }

                    @Override
                    public List<Cookie> loadForRequest(HttpUrl url) {
                        used.add("loaded");
                        return List.of();
                    }
                })
                .authenticator((route, response) -> {
                    used.add("asked");
                    return null;
                })
                .build();
        for (int i = 0; i < 2; i++) {
            answer(new MockResponse.Builder()
                    .addHeader("Cache-Control", "max-age=100")
                    .addHeader("Set-Cookie", "a=b")
                    .body(String.valueOf(i)));
        }
        answer(401);
        HttpApi http = http(builder().okHttpClient(users));

        assertThat(http.get("/x").returningText().execute()).isEqualTo("0");
        assertThat(http.get("/x").returningText().execute()).isEqualTo("1");
        assertThatThrownBy(http.get("/x").anonymous().returningText()::execute)
                .isInstanceOf(UnauthorizedException.class);
        assertThat(used).isEmpty();
    }

    @Test
    void theUsersEventListenersSeeOurCalls() {
        answer(200);
        List<String> seen = new CopyOnWriteArrayList<>();
        OkHttpClient users = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void callStart(Call call) {
                        seen.add(call.request().url().encodedPath());
                    }
                })
                .build();

        http(builder().okHttpClient(users)).get("/x").returningNothing().execute();

        assertThat(seen).containsExactly("/x");
    }

    @Test
    void theUsersCallTimeoutHoldsUnlessTheBuilderSaysOtherwise() {
        OkHttpClient users =
                new OkHttpClient.Builder().callTimeout(Duration.ofMillis(300)).build();
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        assertThatThrownBy(http(builder().okHttpClient(users)).get("/x").returningText()::execute)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("PT0.3S");
        assertThatThrownBy(http(builder().okHttpClient(users).timeout(Duration.ofMillis(400)))
                        .get("/x")
                        .returningText()::execute)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("PT0.4S");
    }

    @Test
    void closeLeavesTheUsersPoolAlone() {
        answer(200);
        ConnectionPool pool = new ConnectionPool();
        HttpApi http = http(builder()
                .okHttpClient(new OkHttpClient.Builder().connectionPool(pool).build()));
        http.get("/x").returningNothing().execute();

        http.close();

        assertThat(pool.idleConnectionCount()).isEqualTo(1);
        pool.evictAll();
    }

    @Test
    void anInterceptorThatSendsACallElsewhereIsStopped() throws Exception {
        try (MockWebServer elsewhere = new MockWebServer()) {
            elsewhere.start();
            OkHttpClient users = new OkHttpClient.Builder()
                    .addInterceptor(chain -> chain.proceed(chain.request()
                            .newBuilder()
                            .url(elsewhere.url("/x"))
                            .build()))
                    .build();

            assertThatThrownBy(http(builder().okHttpClient(users)).get("/x").returningText()::execute)
                    .isInstanceOf(InsecureConnectionException.class)
                    .hasMessageContaining("another server");
            assertThat(elsewhere.getRequestCount()).isZero();
        }
    }

    @Test
    void plainHttpToThisMachineDoesNotPassAProxy() {
        OkHttpClient users =
                new OkHttpClient.Builder().proxy(server.getProxyAddress()).build();
        answer(200, "proxied");

        assertThatThrownBy(http(builder().okHttpClient(users)).get("/x").returningText()::execute)
                .isInstanceOf(InsecureConnectionException.class)
                .hasMessageContaining("proxy");
        assertThat(server.getRequestCount()).isZero();
        assertThat(http(builder().okHttpClient(users).allowInsecureHttp())
                        .get("/x")
                        .returningText()
                        .execute())
                .isEqualTo("proxied");
    }

    @Test
    void aNameOfThisMachineThatResolvesElsewhereIsNotBelieved() throws Exception {
        InetAddress outside = outsideAddress().orElse(null);
        Assumptions.assumeTrue(outside != null, "this machine has no address but loopback");
        try (MockWebServer everywhere = new MockWebServer()) {
            everywhere.start(InetAddress.getByName("0.0.0.0"), 0);
            everywhere.enqueue(new MockResponse.Builder().body("seen").build());
            OkHttpClient users =
                    new OkHttpClient.Builder().dns(host -> List.of(outside)).build();
            TestClientBuilder builder =
                    builder().okHttpClient(users).baseUrl("http://localhost:" + everywhere.getPort());

            assertThatThrownBy(http(builder).get("/x").returningText()::execute)
                    .isInstanceOf(InsecureConnectionException.class);
            assertThat(everywhere.getRequestCount()).isZero();
        }
    }

    private static Optional<InetAddress> outsideAddress() throws Exception {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
    }
}
