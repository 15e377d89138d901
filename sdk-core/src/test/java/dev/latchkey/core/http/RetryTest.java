package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.UntrustedServerException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest extends HttpTest {

    @ParameterizedTest
    @CsvSource({
        "SAFE, 429, true",
        "IDEMPOTENT, 429, true",
        "ONCE, 429, true",
        "NEVER, 429, false",
        "SAFE, 502, true",
        "IDEMPOTENT, 503, true",
        "SAFE, 504, true",
        "ONCE, 502, false",
        "ONCE, 503, false",
        "ONCE, 504, false",
        "NEVER, 503, false",
        "SAFE, 500, false",
        "SAFE, 408, false",
        "SAFE, 404, false",
        "SAFE, 501, false",
        "SAFE, 421, false"
    })
    void aStatusIsRepeatedAsTheOperationAllows(Repeat repeat, int status, boolean repeated) {
        answer(status);
        answer(200, "ok");
        var call = http().post("/x").repeat(repeat).json("{}").returningText();

        if (repeated) {
            assertThat(call.execute()).isEqualTo("ok");
        } else {
            assertThatThrownBy(call::execute).isInstanceOf(ApiException.class);
        }
        assertThat(server.getRequestCount()).isEqualTo(repeated ? 2 : 1);
    }

    static Stream<Arguments> brokenAnswers() {
        return Stream.of(
                Arguments.of(
                        "before the request was read",
                        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket())),
                Arguments.of(
                        "before the answer",
                        new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket())),
                Arguments.of(
                        "in the body",
                        new MockResponse.Builder()
                                .body("0123456789".repeat(2000))
                                .onResponseBody(new SocketEffect.CloseSocket())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void aSafeCallIsRepeatedWhereverTheConnectionBreaks(String where, MockResponse.Builder broken) {
        answer(broken);
        answer(200, "whole");

        assertThat(http().get("/x").returningText().execute()).isEqualTo("whole");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenAnswers")
    void whatMustRunOnceIsNotRepeatedOnceItWasSent(String where, MockResponse.Builder broken) {
        answer(broken);
        answer(200);
        var call = http().post("/x").json("{\"a\":1}").returningText();

        assertThatThrownBy(call::execute).isInstanceOf(TransportException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAFE", "IDEMPOTENT", "ONCE"})
    void whatNeverReachedTheWireIsRepeated(Repeat repeat) {
        Refusing dns = new Refusing(2);
        answer(200, "ok");
        HttpApi http = http(builder().okHttpClient(dns.client()));

        assertThat(http.post("/x").repeat(repeat).returningText().execute()).isEqualTo("ok");
        assertThat(dns.lookups).hasValue(3);
    }

    @Test
    void whatMustNeverBeRepeatedIsNotEvenThen() {
        Refusing dns = new Refusing(2);
        HttpApi http = http(builder().okHttpClient(dns.client()));
        var call = http.post("/x").repeat(Repeat.NEVER).returningText();

        assertThatThrownBy(call::execute).isInstanceOf(TransportException.class);
        assertThat(dns.lookups).hasValue(1);
    }

    @Test
    void aSecondAttemptThatIsNotSentDoesNotMakeUpForTheFirstThatWas() {
        answer(new MockResponse.Builder().code(429).onResponseEnd(new SocketEffect.CloseSocket()));
        answer(200);
        AtomicInteger lookups = new AtomicInteger();
        HttpApi http = http(builder()
                .okHttpClient(new OkHttpClient.Builder()
                        .dns(host -> {
                            if (lookups.incrementAndGet() == 2) {
                                throw new UnknownHostException("no network");
                            }
                            return Dns.SYSTEM.lookup(host);
                        })
                        .build()));
        var call = http.post("/x").json("{}").returningText();

        assertThatThrownBy(call::execute).isInstanceOf(TransportException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void okHttpItselfSendsNothingAgainAfterA503ThatAsksForNoPause() {
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"));
        answer(200);
        HttpApi http = http();

        assertThatThrownBy(http.post("/x").json("{}").returningText()::execute)
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        thrown -> assertThat(thrown.retryAfter()).hasValue(Duration.ZERO));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void noPauseAskedForIsStillCountedAsAnAttempt() {
        for (int i = 0; i < 4; i++) {
            answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "0"));
        }
        answer(200);

        assertThatThrownBy(http().get("/x").returningText()::execute).isInstanceOf(ServerErrorException.class);
        assertThat(server.getRequestCount()).isEqualTo(4);
    }

    @Test
    void aRetryAfterBeyondAllNumbersIsAnOrdinaryFailure() {
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "99999999999999999999"));

        assertThatThrownBy(http().get("/x").returningText()::execute)
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        thrown -> assertThat(thrown.retryAfter())
                                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(1000))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void aReusedConnectionThatDiesIsNotMultipliedByOkHttp(String method) {
        answer(200);
        answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
        answer(200);
        HttpApi http = http();
        http.get("/warm-up").returningNothing().execute();
        var call = http.request(method, "/x").returningNothing().withoutRetries();

        assertThatThrownBy(call::execute).isInstanceOf(TransportException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAFE", "IDEMPOTENT", "ONCE"})
    void aBodyThatCanBeWrittenOnceIsNotRepeated(Repeat repeat) {
        answer(429);
        answer(200);
        var call = http().post("/x").repeat(repeat).body(new StreamedBody()).returningNothing();

        assertThatThrownBy(call::execute).isInstanceOf(RateLimitedException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void retriesCanBeSwitchedOffForACallAndForAClient() {
        answer(503);
        answer(503);

        assertThatThrownBy(http().get("/x").returningText().withoutRetries()::execute)
                .isInstanceOf(ServerErrorException.class);
        HttpApi never = http(builder().retries(RetryPolicy.none()));
        assertThatThrownBy(never.get("/x").returningText()::execute).isInstanceOf(ServerErrorException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "3600", "999999999"})
    void aPauseBeyondTheCapFailsAtOnce(String seconds) {
        answer(new MockResponse.Builder().code(429).addHeader("Retry-After", seconds));

        assertThatThrownBy(http().get("/x").returningText()::execute).isInstanceOf(RateLimitedException.class);
    }

    @Test
    void aPauseBeyondTheCallsOwnLimitFailsAtOnceAndIsNoTimeout() {
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "20"));

        assertThatThrownBy(http().get("/x").returningText().timeout(Duration.ofSeconds(15))::execute)
                .isInstanceOf(ServerErrorException.class);
    }

    @Test
    void aDateToWaitForIsReadByTheServersOwnClock() {
        answer(new MockResponse.Builder()
                .code(503)
                .addHeader("Date", "Tue, 01 Sep 2026 10:00:00 GMT")
                .addHeader("Retry-After", "Tue, 01 Sep 2026 10:00:40 GMT"));

        assertThatThrownBy(http().get("/x").returningText()::execute)
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        thrown -> assertThat(thrown.retryAfter()).hasValue(Duration.ofSeconds(40)));
    }

    @Test
    void aDateToWaitForIsReadByOurClockIfTheServerTellsNoTime() {
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "Tue, 01 Sep 2026 10:00:40 GMT"));
        HttpApi http = http(builder().timeSource(new At("2026-09-01T10:00:00Z")));

        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        thrown -> assertThat(thrown.retryAfter()).hasValue(Duration.ofSeconds(40)));
    }

    @Test
    void aDateToWaitForIsNotReadByTheTimeOfAnAnswerThatWasKept() {
        answer(new MockResponse.Builder()
                .code(503)
                .addHeader("Date", "Tue, 01 Sep 2026 09:00:00 GMT")
                .addHeader("Age", "3600")
                .addHeader("Retry-After", "Tue, 01 Sep 2026 10:00:40 GMT"));
        HttpApi http = http(builder().timeSource(new At("2026-09-01T10:00:00Z")));

        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        thrown -> assertThat(thrown.retryAfter()).hasValue(Duration.ofSeconds(40)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-09-01T09:00:00Z", "2026-09-01T11:00:00Z"})
    void aClockThatIsAnHourOffWaitsAsLongWhereTheServerTellsItsTime(String ours) {
        answer(new MockResponse.Builder()
                .code(503)
                .addHeader("Date", "Tue, 01 Sep 2026 10:00:00 GMT")
                .addHeader("Retry-After", "Tue, 01 Sep 2026 10:00:40 GMT"));
        HttpApi http = http(builder().timeSource(new At(ours)));

        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        thrown -> assertThat(thrown.retryAfter()).hasValue(Duration.ofSeconds(40)));
    }

    @Test
    void aSlowClockFailsAtOnceRatherThanWaitingAnHour() {
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "Tue, 01 Sep 2026 10:00:01 GMT"));
        HttpApi http = http(builder().timeSource(new At("2026-09-01T09:00:00Z")));

        assertThatThrownBy(http.get("/x").returningText()::execute).isInstanceOf(ServerErrorException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aFastClockTakesOurOwnPause() {
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", "Tue, 01 Sep 2026 10:00:40 GMT"));
        answer(200, "ok");
        HttpApi http = http(builder().timeSource(new At("2026-09-01T11:00:00Z")));

        assertThat(http.get("/x").returningText().execute()).isEqualTo("ok");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "", "Tue, 01 Sep 2020 10:00:00 GMT"})
    void aRetryAfterThatMakesNoSenseIsOurOwnPause(String value) {
        answer(new MockResponse.Builder().code(503).addHeader("Retry-After", value));
        answer(200, "ok");

        assertThat(http().get("/x").returningText().execute()).isEqualTo("ok");
    }

    @Test
    void aRetryAfterInOtherLettersIsNoFailureOfOurs() {
        Headers headers = new Headers.Builder()
                .addUnsafeNonAscii("Retry-After", "S\u00f2n, 01 Sep 2026")
                .add("Content-Length", "0")
                .build();
        answer(new MockResponse.Builder().code(503).headers(headers));
        ApiCall<String> call = http().get("/x").returningText().withoutRetries();

        assertThatThrownBy(call::execute)
                .isInstanceOfSatisfying(
                        ServerErrorException.class,
                        thrown -> assertThat(thrown.retryAfter()).isEmpty());
    }

    @Test
    void anOutageDoesNotMultiplyTheLoad() {
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(mockwebserver3.RecordedRequest request) {
                return new MockResponse.Builder().code(503).build();
            }
        });
        HttpApi http = http(builder().timeSource(new Standing()));
        int calls = 100;

        for (int i = 0; i < calls; i++) {
            assertThatThrownBy(http.get("/x").returningText()::execute).isInstanceOf(ServerErrorException.class);
        }

        assertThat(server.getRequestCount()).isEqualTo(calls + 10 + calls / 10);
    }

    @Test
    void failuresThatARetryMendsCostNothing() {
        HttpApi http = http(builder().timeSource(new Standing()));

        for (int i = 0; i < 30; i++) {
            answer(503);
            answer(200, "ok");
            assertThat(http.get("/x").returningText().execute()).isEqualTo("ok");
        }
    }

    static Stream<SSLException> failuresOfTrust() {
        return Stream.of(
                new SSLPeerUnverifiedException("Hostname localhost not verified"),
                (SSLException) new SSLHandshakeException("PKIX path building failed")
                        .initCause(new CertificateException(new CertPathValidatorException("no trust anchor"))),
                (SSLException) new SSLHandshakeException("PKIX path building failed")
                        .initCause(new IllegalStateException(new CertPathBuilderException("no path"))));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTrust")
    void aServerThatIsNotTrustedIsNotAskedAgain(SSLException failure) {
        AtomicInteger attempts = new AtomicInteger();
        OkHttpClient mistrusting = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    attempts.incrementAndGet();
                    throw failure;
                })
                .build();

        assertThatThrownBy(http(builder().okHttpClient(mistrusting)).get("/x").returningText()::execute)
                .isInstanceOfSatisfying(UntrustedServerException.class, thrown -> {
                    assertThat(thrown.retryable()).isFalse();
                    assertThat(thrown.mayHaveBeenDone()).isFalse();
                })
                .hasMessageContaining("okHttpClient(…)");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void aTlsConnectionThatBreaksIsTriedAgain() {
        AtomicInteger attempts = new AtomicInteger();
        answer(200, "ok");
        OkHttpClient breaking = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (attempts.incrementAndGet() == 1) {
                        throw new SSLHandshakeException("Remote host terminated the handshake");
                    }
                    return chain.proceed(chain.request());
                })
                .build();

        assertThat(http(builder().okHttpClient(breaking))
                        .get("/x")
                        .returningText()
                        .execute())
                .isEqualTo("ok");
    }

    private record At(Instant now) implements TimeSource {
        At(String now) {
            this(Instant.parse(now));
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    }

    /** Reads the wall clock, while nothing refills. */
    private record Standing() implements TimeSource {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Instant now() {
            return Instant.now();
        }
    }
}
