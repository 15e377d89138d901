package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

class AuthorizationTest extends HttpTest {

    @Test
    void aRefusedTokenIsReplacedAndTheRequestSentAgainWithItsBody() throws Exception {
        answer(401);
        answer(200, "in");

        assertThat(http().post("/x").json("{\"a\":1}").returningText().execute())
                .isEqualTo("in");

        RecordedRequest first = taken();
        RecordedRequest second = taken();
        assertThat(first.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(2));
        assertThat(second.getBody()).isEqualTo(first.getBody());
        assertThat(vendor.refreshes).hasValue(1);
    }

    @Test
    void twoTokensMayBeRefusedAndTheThirdRefusalIsTheAnswer() {
        answer(401);
        answer(401);
        answer(200, "in");
        answer(401);
        answer(401);
        answer(401, "{\"message\":\"never\"}");
        HttpApi http = http();

        assertThat(http.get("/x").returningText().execute()).isEqualTo("in");
        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("never");
        assertThat(server.getRequestCount()).isEqualTo(6);
    }

    @Test
    void aTokenThatWasRefusedIsNotTriedAgainInTheSameCall() {
        vendor.issue = n -> new Tokens(TestVendor.token(1 + n % 2), "refresh", null);
        answer(401);
        answer(401);
        answer(401);

        assertThatThrownBy(http().get("/x").returningText()::execute).isInstanceOf(UnauthorizedException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void theRefusalIsTheAnswerWhenNoOtherTokenCanBeHadAndItsBodyIsKept() {
        vendor.issue = n -> new Tokens(TestVendor.token(1), "refresh", null);
        answer(401, "{\"message\":\"for ever\"}");

        assertThatThrownBy(http().get("/x").returningText()::execute)
                .isInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("for ever");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void whatMustNeverBeRepeatedIsNotReplayedEither() {
        answer(401);
        answer(200);

        assertThatThrownBy(http().post("/x").repeat(Repeat.NEVER).returningText()::execute)
                .isInstanceOf(UnauthorizedException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(vendor.refreshes).hasValue(0);
    }

    @Test
    void itsRefusalStartsTheRenewalOfATokenThatIsOverByTheWallClock() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        vendor.lifetime = Duration.ofHours(1);
        HttpApi http = http(builder().timeSource(new StoppedTime(now)));
        ApiCall<String> call = http.post("/x").repeat(Repeat.NEVER).returningText();
        http.session().login().execute();
        now.set(Instant.EPOCH.plus(Duration.ofDays(1)));
        answer(401);

        assertThatThrownBy(call::execute).isInstanceOf(UnauthorizedException.class);

        assertThat(server.getRequestCount()).isEqualTo(1);
        await().until(() -> vendor.refreshes.get() == 1);
    }

    @Test
    void givenTokensAreNeitherRenewedNorReplaced() {
        answer(401);
        Tokens given = new Tokens(TestVendor.LEAK + "-other", null, null);

        assertThatThrownBy(http().get("/x").as(given).returningText()::execute)
                .isInstanceOf(UnauthorizedException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(vendor.logins).hasValue(0);
    }

    @Test
    void aBodyThatCanBeWrittenOnceGetsItsRefusalWhileTheRenewalStarts() {
        answer(401);
        ApiCall<String> call = http().post("/x").body(new StreamedBody()).returningText();

        assertThatThrownBy(call::execute).isInstanceOf(UnauthorizedException.class);

        assertThat(server.getRequestCount()).isEqualTo(1);
        await().until(() -> vendor.refreshes.get() == 1);
    }

    @Test
    void everyHeaderOfTheSchemeIsSent() throws Exception {
        vendor.scheme = new PairScheme();
        vendor.issue = PairScheme::tokens;
        answer(404, "{\"message\":\"" + TestVendor.LEAK + "-key-1 is unknown\"}");

        assertThatThrownBy(http().get("/x").returningText()::execute).hasMessageContaining("*** is unknown");

        RecordedRequest request = taken();
        assertThat(request.getHeaders().get("X-Access-Token")).isEqualTo(TestVendor.token(1));
        assertThat(request.getHeaders().get("X-Key")).isEqualTo(TestVendor.LEAK + "-key-1");
    }

    @Test
    void aFailedRenewalIsNotRepeatedByTheCall() {
        vendor.issue = n -> {
            throw new ServerErrorException(dev.latchkey.core.Failure.local("POST", "/token", "down"), null, null);
        };

        assertThatThrownBy(http(impatient()).get("/x").returningText()::execute)
                .isInstanceOf(RenewalFailedException.class);
        assertThat(vendor.logins).hasValue(1);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void theRefusedAnswerIsClosedBeforeTheCallWaits() {
        List<String> events = new CopyOnWriteArrayList<>();
        vendor.issue = n -> {
            events.add("token " + n);
            return new Tokens(TestVendor.token(n), "refresh", null);
        };
        answer(401, "x".repeat(1000));
        answer(200, "in");
        OkHttpClient users = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void responseBodyEnd(Call call, long bytes) {
                        events.add("answer of " + bytes);
                    }
                })
                .build();

        http(builder().okHttpClient(users)).get("/x").returningText().execute();

        assertThat(events).containsExactly("token 1", "answer of 1000", "token 2", "answer of 2");
    }

    @Test
    void fiveWaitingAsyncCallsAndARenewalThatUsesTheSameClientDoNotBlockEachOther() {
        vendor.service = RemoteTokens::new;
        int calls = 100;
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean token = request.getTarget().startsWith("/token");
                return new MockResponse.Builder()
                        .body(token ? TestVendor.token(1) : "ok")
                        .build();
            }
        });
        HttpApi http = http();

        List<CompletableFuture<String>> futures = IntStream.range(0, calls)
                .mapToObj(i -> http.get("/x/{i}", i).returningText().executeAsync())
                .toList();

        assertThat(futures).allSatisfy(future -> assertThat(future.join()).isEqualTo("ok"));
        assertThat(server.getRequestCount()).isEqualTo(calls + 1);
    }

    /** The clocks of a device whose monotonic one stands still while it sleeps. */
    private record StoppedTime(AtomicReference<Instant> wall) implements TimeSource {
        @Override
        public long nanoTime() {
            return 0;
        }

        @Override
        public Instant now() {
            return wall.get();
        }
    }
}
