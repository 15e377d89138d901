package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is chained to a future may block: nobody else waits for it. */
class CallbackTest extends HttpTest {
    /** What is chained to a future that is done already runs where it is chained. */
    private final CountDownLatch answering = new CountDownLatch(1);

    @BeforeEach
    void answerAll() {
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                passed(answering);
                return new MockResponse.Builder().body(request.getTarget()).build();
            }
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {64, 256})
    void asManyCallbacksAsOneLikesMayWaitForAnotherCallOfTheClient(int calls) throws Exception {
        HttpApi http = http();
        CyclicBarrier allWait = new CyclicBarrier(calls);
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            all.add(http.get("/list").returningText().executeAsync().thenApply(list -> {
                passed(allWait);
                return http.get("/item").returningText().executeAsync().join();
            }));
        }

        answering.countDown();

        for (CompletableFuture<String> each : all) {
            assertThat(each.get(30, TimeUnit.SECONDS)).isEqualTo("/item");
        }
    }

    @Test
    void aCallbackOfALoginHoldsBackNobodyWhoWaitsForIt() throws Exception {
        CountDownLatch callback = new CountDownLatch(1);
        CountDownLatch loggingIn = new CountDownLatch(1);
        CountDownLatch login = new CountDownLatch(1);
        vendor.issue = n -> {
            loggingIn.countDown();
            passed(login);
            return new dev.latchkey.core.auth.Tokens(TestVendor.token(n), null, null);
        };
        HttpApi http = http();
        CompletableFuture<Void> chained = http.session().login().executeAsync().thenAccept(state -> passed(callback));
        passed(loggingIn);
        CompletableFuture<String> waiting = http.get("/x").returningText().executeAsync();
        answering.countDown();

        login.countDown();

        assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo("/x");
        assertThat(chained).isNotDone();
        callback.countDown();
        chained.get(10, TimeUnit.SECONDS);
    }

    private static void passed(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void passed(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
