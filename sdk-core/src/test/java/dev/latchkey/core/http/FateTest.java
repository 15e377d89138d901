package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.json.Json;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a request that failed may have been executed, and whether its caller may send it again. */
class FateTest extends HttpTest {
    private static final boolean DONE = true;
    private static final boolean NOT_DONE = false;
    private static final boolean PASSING = true;
    private static final boolean LASTING = false;

    /** A way to fail: it answers, or makes a client that fails by itself. */
    private record Way(Function<FateTest, TestClientBuilder> client) {
        static Way answering(MockResponse.Builder answer) {
            return new Way(test -> {
                test.answer(answer);
                return test.builder();
            });
        }

        static Way status(int status) {
            return answering(new MockResponse.Builder().code(status).addHeader("Location", "/y"));
        }

        private static Way through(OkHttpClient.Builder client) {
            return new Way(test -> {
                test.answer(200, "null");
                return test.builder().okHttpClient(client.build());
            });
        }

        static Way inside(Interceptor interceptor) {
            return through(new OkHttpClient.Builder().addInterceptor(interceptor));
        }

        static Way onTheWire(Interceptor interceptor) {
            return through(new OkHttpClient.Builder().addNetworkInterceptor(interceptor));
        }
    }

    private static Arguments row(String name, Way way, boolean done, boolean passing) {
        return Arguments.of(name, way, done, passing);
    }

    static Stream<Arguments> rows() {
        return Stream.of(
                        Stream.of(302, 304, 400, 401, 403, 404, 408, 409, 422, 423)
                                .map(status -> row("status " + status, Way.status(status), NOT_DONE, LASTING)),
                        Stream.of(row("status 429", Way.status(429), NOT_DONE, PASSING)),
                        Stream.of(500, 501, 502, 503, 504)
                                .map(status -> row("status " + status, Way.status(status), DONE, PASSING)),
                        answersThatBreak(),
                        neverSent(),
                        Stream.of(
                                row(
                                        "interrupted on the wire",
                                        Way.onTheWire(FateTest::interruptedAfterwards),
                                        DONE,
                                        PASSING),
                                row(
                                        "cancelled on the wire",
                                        Way.onTheWire(FateTest::cancelledAfterwards),
                                        DONE,
                                        PASSING),
                                row(
                                        "an interceptor throws at the answer",
                                        Way.inside(FateTest::brokenAfterwards),
                                        DONE,
                                        LASTING)))
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> answersThatBreak() {
        return Stream.of(
                row("no JSON", Way.answering(new MockResponse.Builder().body("<html>")), DONE, LASTING),
                row(
                        "closed before the request is read",
                        Way.answering(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket())),
                        DONE,
                        PASSING),
                row(
                        "closed before the answer",
                        Way.answering(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())),
                        DONE,
                        PASSING),
                row(
                        "closed within the answer",
                        Way.answering(new MockResponse.Builder()
                                .body("0123456789".repeat(2000))
                                .onResponseBody(new SocketEffect.CloseSocket())),
                        DONE,
                        PASSING),
                row(
                        "closed within a refusal",
                        Way.answering(new MockResponse.Builder()
                                .code(404)
                                .body("0123456789".repeat(2000))
                                .onResponseBody(new SocketEffect.CloseSocket())),
                        NOT_DONE,
                        PASSING),
                row(
                        "no answer in time",
                        new Way(test -> {
                            test.answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
                            return test.builder().timeout(Duration.ofMillis(200));
                        }),
                        DONE,
                        PASSING));
    }

    private static Stream<Arguments> neverSent() {
        return Stream.of(
                row(
                        "no such host",
                        new Way(test -> test.builder().okHttpClient(new Refusing(9).client())),
                        NOT_DONE,
                        PASSING),
                row(
                        "nobody listens",
                        new Way(test -> {
                            String url = test.server.url("/").toString();
                            test.server.close();
                            return test.builder().baseUrl(url);
                        }),
                        NOT_DONE,
                        PASSING),
                row(
                        "no time left before it was sent",
                        new Way(test -> test.builder()
                                .timeout(Duration.ofMillis(100))
                                .okHttpClient(new OkHttpClient.Builder()
                                        .addInterceptor(FateTest::heldUntilCancelled)
                                        .build())),
                        NOT_DONE,
                        PASSING),
                row(
                        "cancelled before it was sent",
                        Way.inside(chain -> {
                            chain.call().cancel();
                            return chain.proceed(chain.request());
                        }),
                        NOT_DONE,
                        PASSING),
                row(
                        "interrupted before it was sent",
                        Way.inside(chain -> {
                            throw new InterruptedIOException();
                        }),
                        NOT_DONE,
                        PASSING),
                row(
                        "sent elsewhere by an interceptor",
                        Way.inside(chain -> chain.proceed(chain.request()
                                .newBuilder()
                                .url("http://127.0.0.1:9/")
                                .build())),
                        NOT_DONE,
                        PASSING),
                row(
                        "an interceptor throws at the request",
                        Way.inside(chain -> {
                            throw new IllegalStateException();
                        }),
                        NOT_DONE,
                        LASTING));
    }

    @ParameterizedTest(name = "{0}, {4}")
    @MethodSource("rowsOfEachRepeat")
    void isToldOfEveryFailure(String name, Way way, boolean done, boolean passing, Repeat repeat) {
        ApiException thrown = failure(http(way.client().apply(this))
                .post("/x")
                .repeat(repeat)
                .anonymous()
                .returning(Json.STRING)
                .withoutRetries());
        Thread.interrupted();

        boolean harmless = repeat == Repeat.SAFE || repeat == Repeat.IDEMPOTENT || !done;
        assertThat(thrown.mayHaveBeenDone())
                .as("may have been done: %s", thrown)
                .isEqualTo(done);
        assertThat(thrown.retryable()).as("retryable: %s", thrown).isEqualTo(passing && harmless);
    }

    static Stream<Arguments> rowsOfEachRepeat() {
        return rows().flatMap(row -> Stream.of(Repeat.values()).map(repeat -> {
            Object[] of = row.get();
            return Arguments.of(of[0], of[1], of[2], of[3], repeat);
        }));
    }

    @Test
    void aRequestWhoseTokenCouldNotBeHadWasNotSent() {
        vendor.service = RemoteTokens::new;
        answer(503);

        ApiException thrown = failure(http(impatient()).post("/x").returningText());

        assertThat(thrown).isInstanceOf(RenewalFailedException.class);
        assertThat(thrown.mayHaveBeenDone()).isFalse();
        assertThat(thrown.retryable()).isTrue();
        assertThat(((ApiException) thrown.getCause()).mayHaveBeenDone()).isTrue();
    }

    @Test
    void aRequestWithoutASessionWasNotSent() {
        ApiException thrown = failure(
                http(new TestClientBuilder(vendor).baseUrl(server.url("/").toString()))
                        .post("/x")
                        .returningText());

        assertThat(thrown).isInstanceOf(SessionExpiredException.class);
        assertThat(thrown.mayHaveBeenDone()).isFalse();
        assertThat(thrown.retryable()).isFalse();
    }

    @Test
    void aCallOfAClosedClientWasNotSent() {
        HttpApi http = http();
        http.close();

        ApiException thrown = failure(http.post("/x").returningText());

        assertThat(thrown).isInstanceOf(ClientClosedException.class);
        assertThat(thrown.mayHaveBeenDone()).isFalse();
        assertThat(thrown.retryable()).isFalse();
    }

    @Test
    void oneAttemptThatMayHaveBeenExecutedIsEnough() {
        answer(new MockResponse.Builder().code(503).addHeader("Connection", "close"));

        ApiException thrown = failure(http(builder().okHttpClient(failingFromTheSecondConnection()))
                .get("/x")
                .anonymous()
                .returningText());

        assertThat(thrown).isInstanceOf(TransportException.class);
        assertThat(thrown.mayHaveBeenDone()).isTrue();
        assertThat(thrown.retryable()).isTrue();
    }

    @Test
    void anAttemptThatWasRefusedDoesNotCount() {
        answer(new MockResponse.Builder().code(429).addHeader("Connection", "close"));

        ApiException thrown = failure(http(builder().okHttpClient(failingFromTheSecondConnection()))
                .post("/x")
                .anonymous()
                .returningText());

        assertThat(thrown).isInstanceOf(TransportException.class);
        assertThat(thrown.mayHaveBeenDone()).isFalse();
        assertThat(thrown.retryable()).isTrue();
    }

    @Test
    void anAttemptBeforeARenewalThatFailedCounts() {
        vendor.service = RemoteTokens::new;
        answer(200, TestVendor.token(1));
        answer(503);
        answer(401);
        answer(503);

        ApiException thrown = failure(http(impatient()).get("/x").returningText());

        assertThat(thrown).isInstanceOf(RenewalFailedException.class);
        assertThat(thrown.mayHaveBeenDone()).isTrue();
        assertThat(thrown.retryable()).isTrue();
    }

    @Test
    void aFailureThatAVendorBuildsGoesByItsStatus() {
        assertThat(built(0).mayHaveBeenDone()).isFalse();
        assertThat(built(404).mayHaveBeenDone()).isFalse();
        assertThat(built(200).mayHaveBeenDone()).isTrue();
        assertThat(built(503).mayHaveBeenDone()).isTrue();
        assertThat(new ServerErrorException(built(503), null, null).retryable()).isTrue();
        assertThat(built(404).after(true, false).saying("other words"))
                .isEqualTo(new Failure("GET", "/x", 404, "other words", null, null, null, null, true, false, true));
    }

    private static Failure built(int status) {
        return new Failure("GET", "/x", status, "problem", null, null, null, null);
    }

    private static ApiException failure(ApiCall<?> call) {
        return catchThrowableOfType(ApiException.class, call::execute);
    }

    private static OkHttpClient failingFromTheSecondConnection() {
        AtomicInteger lookups = new AtomicInteger();
        return new OkHttpClient.Builder()
                .dns(host -> {
                    if (lookups.incrementAndGet() > 1) {
                        throw new UnknownHostException("no network");
                    }
                    return Dns.SYSTEM.lookup(host);
                })
                .build();
    }

    private static Response heldUntilCancelled(Interceptor.Chain chain) throws IOException {
        CountDownLatch cancelled = new CountDownLatch(1);
        chain.call().addEventListener(new EventListener() {
            @Override
            public void canceled(Call call) {
                cancelled.countDown();
            }
        });
        try {
            cancelled.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return chain.proceed(chain.request());
    }

    private static Response interruptedAfterwards(Interceptor.Chain chain) throws IOException {
        chain.proceed(chain.request()).close();
        throw new InterruptedIOException();
    }

    private static Response cancelledAfterwards(Interceptor.Chain chain) throws IOException {
        chain.proceed(chain.request()).close();
        chain.call().cancel();
        throw new IOException("Canceled");
    }

    private static Response brokenAfterwards(Interceptor.Chain chain) throws IOException {
        chain.proceed(chain.request()).close();
        throw new IllegalStateException();
    }
}
