package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.RenewalFailedException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import mockwebserver3.MockResponse;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The builder's headers, which a gateway wants on every request. */
class ClientHeadersTest extends HttpTest {
    private static final String KEY = TestVendor.LEAK + "-gateway-key";
    private static final String WORDS = "words of the supplier"; // which may hold a secret

    @Test
    void everyRequestCarriesThemThoseOfTheSessionToo() throws Exception {
        vendor.service = RemoteTokens::new;
        answer(200, TestVendor.token(1));
        answer(401);
        answer(200, TestVendor.token(2));
        answer(200, "ok");
        answer(200);
        HttpApi http = http(builder().header("X-Gateway-Key", KEY));

        assertThat(http.get("/x").returningText().execute()).isEqualTo("ok");
        http.session().logout().execute();

        for (String path : List.of("/token", "/x", "/token", "/x", "/logout")) {
            var request = taken();
            assertThat(request.getUrl().encodedPath()).isEqualTo(path);
            assertThat(request.getHeaders().get("X-Gateway-Key")).as(path).isEqualTo(KEY);
        }
    }

    @Test
    void aClientThatTheSessionAuthorisesDoesNotGetThem() throws Exception {
        answer(200);
        HttpApi http = http(builder().header("X-Gateway-Key", KEY));
        OkHttpClient users =
                http.session().authorize(new OkHttpClient.Builder()).build();

        users.newCall(new Request.Builder().url(server.url("/mine")).build())
                .execute()
                .close();

        assertThat(taken().getHeaders().get("X-Gateway-Key")).isNull();
    }

    @Test
    void theHeaderOfACallWins() throws Exception {
        answer(200);

        http(builder().header("X-Gateway-Key", KEY))
                .get("/x")
                .header("x-gateway-key", "of-the-call")
                .returningNothing()
                .execute();

        assertThat(taken().getHeaders().values("X-Gateway-Key")).containsExactly("of-the-call");
    }

    @Test
    void theLaterOneOfTheSameNameCounts() throws Exception {
        answer(200);

        http(builder().header("X-Gateway-Key", "earlier").header("x-gateway-key", KEY))
                .get("/x")
                .returningNothing()
                .execute();

        assertThat(taken().getHeaders().values("X-Gateway-Key")).containsExactly(KEY);
    }

    @Test
    void aValueShowsInNoErrorText() {
        answer(new MockResponse.Builder().code(400).body("{\"message\":\"" + KEY + " is unknown\"}"));

        assertThatThrownBy(
                        http(builder().header("X-Gateway-Key", KEY)).get("/x").returningText()::execute)
                .hasMessageContaining("*** is unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Authorization", "host", "Transfer-Encoding", "Accept", "content-type", "X Y", ""})
    void namesThatAreNotTheUsersAreRefused(String name) {
        TestClientBuilder value = builder().header(name, KEY);
        TestClientBuilder supplier = builder().header(name, () -> KEY);

        assertThatThrownBy(value::build).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(supplier::build).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aValueThatCannotBeSentIsRefusedAndNotShown() {
        TestClientBuilder builder = builder().header("X-Gateway-Key", KEY + "\n");

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("X-Gateway-Key")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aSupplierIsAskedOnceInAnExecution() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        answer(503);
        answer(200);
        answer(200);
        HttpApi http = http(builder().header("X-Tenant", () -> "t" + asked.incrementAndGet()));

        http.get("/x").returningNothing().execute();
        http.get("/x").returningNothing().execute();

        assertThat(taken().getHeaders().get("X-Tenant")).isEqualTo("t1");
        assertThat(taken().getHeaders().get("X-Tenant")).isEqualTo("t1");
        assertThat(taken().getHeaders().get("X-Tenant")).isEqualTo("t2");
    }

    @Test
    void whatASupplierThrowsFailsTheCallAndNamesIt() {
        for (Throwable thrown : List.of(
                new IllegalStateException(WORDS), new NoSuchMethodError("vault"), new OutOfMemoryError(WORDS))) {
            HttpApi http = http(builder().header("X-Tenant", failing(thrown)));

            assertThatThrownBy(http.get("/x").anonymous().returningText()::execute)
                    .isInstanceOfSatisfying(ApiException.class, failure -> {
                        assertThat(failure.mayHaveBeenDone()).isFalse();
                        assertThat(failure).hasMessageContaining("X-Tenant").hasMessageNotContaining(WORDS);
                    });
            http.close();
        }
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aSupplierThatFailsForALoginFailsTheRenewal() {
        vendor.service = RemoteTokens::new;
        HttpApi http = http(impatient().header("X-Tenant", failing(new IllegalStateException())));

        assertThatThrownBy(http.session().login()::execute)
                .isInstanceOf(RenewalFailedException.class)
                .hasMessageContaining("X-Tenant");
    }

    @Test
    @SuppressWarnings("NullAway") // that is the point
    void nothingAndWhatCannotBeSentAreFailuresToo() {
        HttpApi nothing = http(builder().header("X-Tenant", () -> null));
        assertThatThrownBy(nothing.get("/x").anonymous().returningText()::execute)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("X-Tenant");
        nothing.close();

        assertThatThrownBy(http(builder().header("X-Tenant", () -> KEY + "\r"))
                        .get("/x")
                        .anonymous()
                        .returningText()::execute)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("X-Tenant")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aSupplierThatHangsIsInterruptedAtTheCallsLimit() throws Exception {
        AtomicReference<Thread> asked = new AtomicReference<>();
        CountDownLatch interrupted = new CountDownLatch(1);
        HttpApi http = http(builder().timeout(Duration.ofMillis(100)).header("X-Tenant", () -> {
            asked.set(Thread.currentThread());
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "late";
        }));

        assertThatThrownBy(http.get("/x").anonymous().returningText()::execute)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("supplier of the header X-Tenant");
        interrupted.await();
        assertThat(asked.get().isDaemon()).isTrue();
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aSupplierThatCallsItsOwnClientIsTold() {
        AtomicReference<HttpApi> itself = new AtomicReference<>();
        HttpApi http = http(builder()
                .header(
                        "X-Tenant",
                        () -> itself.get()
                                .get("/tenant")
                                .anonymous()
                                .returningText()
                                .execute()));
        itself.set(http);

        assertThatThrownBy(http.get("/x").anonymous().returningText()::execute)
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("X-Tenant")
                .hasStackTraceContaining("ApiException");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void theUsersApplicationInterceptorsDoNotSeeThem() {
        answer(200);
        Noting noting = new Noting("X-Gateway-Key");

        http(builder().header("X-Gateway-Key", KEY).okHttpClient(noting.client()))
                .get("/x")
                .returningNothing()
                .execute();

        assertThat(noting.seen).containsExactly("application /x null", "network /x " + KEY);
    }

    @Test
    void interceptorsThatAreTrustedSeeEverything() {
        vendor.service = RemoteTokens::new;
        answer(200, TestVendor.token(1));
        answer(200);
        Noting headers = new Noting("X-Gateway-Key");
        Noting tokens = new Noting("Authorization");
        OkHttpClient both = headers.client()
                .newBuilder()
                .addInterceptor(tokens.in("application"))
                .build();

        http(builder().header("X-Gateway-Key", KEY).okHttpClient(both).trustInterceptors())
                .get("/x")
                .returningNothing()
                .execute();

        assertThat(headers.seen)
                .containsExactly(
                        "application /token " + KEY,
                        "network /token " + KEY,
                        "application /x " + KEY,
                        "network /x " + KEY);
        assertThat(tokens.seen)
                .containsExactly("application /token null", "application /x Bearer " + TestVendor.token(1));
    }

    @Test
    void theSdkAndTheApplicationAreNamedOnEveryRequest() throws Exception {
        vendor.service = RemoteTokens::new;
        answer(200, TestVendor.token(1));
        answer(200);
        answer(200);
        HttpApi http = http(builder().applicationName("portal/1.2"));

        http.get("/x").returningNothing().execute();
        http.get("/x").header("User-Agent", "mine").returningNothing().execute();

        assertThat(taken().getHeaders().values("User-Agent"))
                .containsExactly("portal/1.2 latchkey/" + UserAgent.VERSION);
        assertThat(taken().getHeaders().values("User-Agent"))
                .containsExactly("portal/1.2 latchkey/" + UserAgent.VERSION);
        assertThat(taken().getHeaders().values("User-Agent")).containsExactly("mine");
    }

    @Test
    void aUserAgentOfTheBuildersReplacesOurs() throws Exception {
        answer(200);

        http(builder().header("User-Agent", "mine"))
                .get("/x")
                .returningNothing()
                .execute();

        assertThat(taken().getHeaders().values("User-Agent")).containsExactly("mine");
    }

    private static Supplier<String> failing(Throwable thrown) {
        return () -> {
            throw ClientHeadersTest.<RuntimeException>sneaky(thrown);
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> RuntimeException sneaky(Throwable thrown) throws E {
        throw (E) thrown;
    }

    /** Notes what an interceptor sees of a header. */
    private static final class Noting {
        final List<String> seen = new CopyOnWriteArrayList<>();
        private final String name;

        Noting(String name) {
            this.name = name;
        }

        OkHttpClient client() {
            return new OkHttpClient.Builder()
                    .addInterceptor(in("application"))
                    .addNetworkInterceptor(in("network"))
                    .build();
        }

        Interceptor in(String place) {
            return chain -> {
                Request request = chain.request();
                seen.add(place + " " + request.url().encodedPath() + " " + request.header(name));
                return chain.proceed(request);
            };
        }
    }
}
