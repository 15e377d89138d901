package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.ClientClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AsyncTest extends HttpTest {
    private static final int CALLS_AT_ONCE = 64;

    @Test
    void cancellingTheFutureCancelsTheHttpCall() throws Exception {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        AtomicReference<Call> call = new AtomicReference<>();
        HttpApi http = http(builder().okHttpClient(noting(call)));
        CompletableFuture<String> future = http.get("/x").returningText().executeAsync();
        taken();

        assertThat(future.cancel(true)).isTrue();

        assertThat(call.get().isCanceled()).isTrue();
        assertThat(future).isCancelled();
    }

    @Test
    void cancellingAFinishedFutureDoesNothing() {
        answer(200, "a");
        AtomicReference<Call> call = new AtomicReference<>();
        HttpApi http = http(builder().okHttpClient(noting(call)));
        CompletableFuture<String> future = http.get("/x").returningText().executeAsync();

        assertThat(future.join()).isEqualTo("a");
        assertThat(future.cancel(true)).isFalse();
        assertThat(call.get().isCanceled()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void theGivenExecutorCompletesTheFuture(int status) throws Exception {
        answer(new MockResponse.Builder().code(status).headersDelay(100, TimeUnit.MILLISECONDS));
        ExecutorService executor = Executors.newSingleThreadExecutor(work -> new Thread(work, "the-users-own"));
        try {
            AtomicReference<String> thread = new AtomicReference<>();
            http().get("/x")
                    .returningText()
                    .executeAsync(executor)
                    .whenComplete((value, failure) ->
                            thread.set(Thread.currentThread().getName()))
                    .handle((value, failure) -> value)
                    .get();

            assertThat(thread).hasValue("the-users-own");
        } finally {
            executor.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404})
    void anExecutorThatTakesNothingMoreDoesNotLoseTheOutcome(int status) {
        answer(status, "");
        CompletableFuture<String> future = http().get("/x").returningText().executeAsync(work -> {
            throw new RejectedExecutionException("full");
        });

        await().until(future::isDone);
        assertThat(future.isCompletedExceptionally()).isEqualTo(status != 200);
    }

    @Test
    void theLimitCountsTheTimeInTheQueue() throws Exception {
        CountDownLatch release = stallAll();
        HttpApi http = http();
        List<CompletableFuture<String>> running = fill(http);
        AtomicReference<String> thread = new AtomicReference<>();

        CompletableFuture<String> queued = http.get("/queued")
                .returningText()
                .timeout(Duration.ofMillis(200))
                .executeAsync()
                .whenComplete(
                        (value, failure) -> thread.set(Thread.currentThread().getName()));

        assertThatThrownBy(() -> queued.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasRootCauseExactlyInstanceOf(Exception.class)
                .cause()
                .isExactlyInstanceOf(CallTimeoutException.class);
        assertThat(thread.get()).startsWith("latchkey-test-");
        release.countDown();
        running.forEach(CompletableFuture::join);
        assertThat(server.getRequestCount()).isEqualTo(CALLS_AT_ONCE);
    }

    @Test
    void aCancelledCallInTheQueueIsNeverSent() throws Exception {
        CountDownLatch release = stallAll();
        HttpApi http = http();
        List<CompletableFuture<String>> running = fill(http);
        CompletableFuture<String> queued = http.get("/queued").returningText().executeAsync();

        queued.cancel(true);
        release.countDown();

        running.forEach(CompletableFuture::join);
        http.get("/after").returningText().executeAsync().join();
        assertThat(server.getRequestCount()).isEqualTo(CALLS_AT_ONCE + 1);
    }

    @Test
    void closeEndsWhatRunsAndWhatIsQueued() throws Exception {
        CountDownLatch release = stallAll();
        HttpApi http = http();
        List<CompletableFuture<String>> futures = new ArrayList<>(fill(http));
        IntStream.range(0, 20)
                .forEach(i -> futures.add(http.get("/queued").returningText().executeAsync()));

        http.close();
        release.countDown();

        assertThat(futures)
                .allSatisfy(future -> assertThatThrownBy(() -> future.get(20, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseExactlyInstanceOf(ClientClosedException.class));
    }

    @Test
    void whatIsChainedToAFutureMayUseTheClientAlsoWhenItIsClosed() throws Exception {
        CountDownLatch release = stallAll();
        HttpApi http = http();
        CompletableFuture<String> chained = http.get("/x")
                .returningText()
                .executeAsync()
                .handle((value, failure) -> http.get("/y").returningText().execute());
        taken();

        http.close();
        release.countDown();

        assertThatThrownBy(chained::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
    }

    @Test
    void aFullDispatcherOfTheUserDelaysNoCallOfOursAndItsCancelAllDoesNotReachThem() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (!request.getTarget().equals("/ours")) {
                    release.await(20, TimeUnit.SECONDS);
                }
                return new MockResponse.Builder().body("ok").build();
            }
        });
        OkHttpClient users = new OkHttpClient();
        users.dispatcher().setMaxRequestsPerHost(1);
        CompletableFuture<Integer> theirs = new CompletableFuture<>();
        users.newCall(new okhttp3.Request.Builder().url(server.url("/theirs")).build())
                .enqueue(new NotingCallback(theirs));
        taken();
        HttpApi http = http(builder().okHttpClient(users));

        assertThat(http.get("/ours").returningText().executeAsync().get(10, TimeUnit.SECONDS))
                .isEqualTo("ok");
        CompletableFuture<String> slow = http.get("/slow").returningText().executeAsync();
        taken();
        taken();
        users.dispatcher().cancelAll();
        release.countDown();
        assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("ok");
        users.dispatcher().executorService().shutdown();
    }

    @Test
    void threadsAreDaemonsOfOurNameAndGoAfterClose() {
        answer(200, "a");
        AtomicReference<Thread> thread = new AtomicReference<>();
        HttpApi http = http(builder()
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            thread.set(Thread.currentThread());
                            return chain.proceed(chain.request());
                        })
                        .build()));
        http.get("/x").returningText().executeAsync().join();

        assertThat(thread.get().isDaemon()).isTrue();
        await().until(() -> thread.get().getName().startsWith("latchkey-test-"));
        http.close();
        await().until(() -> !thread.get().isAlive());
    }

    @Test
    void anIdleClientHasNoThreadOfItsOwn() {
        answer(200, "a");
        AtomicReference<Thread> thread = new AtomicReference<>();
        HttpApi http = http(builder()
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            thread.set(Thread.currentThread());
                            return chain.proceed(chain.request());
                        })
                        .build()));
        http.get("/x").returningText().executeAsync().join();

        await().atMost(Duration.ofSeconds(30)).until(() -> !thread.get().isAlive());
    }

    private CountDownLatch stallAll() {
        CountDownLatch release = new CountDownLatch(1);
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                release.await(20, TimeUnit.SECONDS);
                return new MockResponse.Builder().body("ok").build();
            }
        });
        return release;
    }

    private List<CompletableFuture<String>> fill(HttpApi http) throws InterruptedException {
        List<CompletableFuture<String>> running = new ArrayList<>();
        for (int i = 0; i < CALLS_AT_ONCE; i++) {
            running.add(http.get("/running").returningText().executeAsync());
        }
        for (int i = 0; i < CALLS_AT_ONCE; i++) {
            taken();
        }
        return running;
    }

    private static OkHttpClient noting(AtomicReference<Call> call) {
        return new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    call.set(chain.call());
                    return chain.proceed(chain.request());
                })
                .build();
    }
}
