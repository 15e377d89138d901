package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who ends a future himself ends the HTTP call. */
class EndedFutureTest extends HttpTest {

    enum End {
        CANCEL {
            @Override
            void end(CompletableFuture<?> future) {
                future.cancel(true);
            }
        },
        OR_TIMEOUT {
            @Override
            void end(CompletableFuture<?> future) {
                future.orTimeout(1, TimeUnit.MILLISECONDS);
            }
        },
        COMPLETE_ON_TIMEOUT {
            @Override
            void end(CompletableFuture<?> future) {
                future.completeOnTimeout(null, 1, TimeUnit.MILLISECONDS);
            }
        },
        COMPLETE_EXCEPTIONALLY {
            @Override
            void end(CompletableFuture<?> future) {
                future.completeExceptionally(new IllegalStateException("enough"));
            }
        },
        COMPLETE {
            @Override
            void end(CompletableFuture<?> future) {
                future.complete(null);
            }
        },
        COMPLETE_ASYNC {
            @Override
            void end(CompletableFuture<?> future) {
                future.completeAsync(() -> null);
            }
        },
        OBTRUDE {
            @Override
            void end(CompletableFuture<?> future) {
                future.obtrudeValue(null);
            }
        };

        abstract void end(CompletableFuture<?> future);
    }

    @ParameterizedTest
    @EnumSource
    void theCallThatRunsIsCancelled(End end) throws Exception {
        CountDownLatch cancelled = new CountDownLatch(2);
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        HttpApi http = http(builder().okHttpClient(counting(cancelled)));
        CompletableFuture<?> value = http.get("/x").returningText().executeAsync();
        CompletableFuture<?> response = http.get("/x").returningText().executeForResponseAsync();
        taken();
        taken();

        end.end(value);
        end.end(response);

        assertThat(cancelled.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theCallThatWaitsForItsTurnIsNeverSent(End end) throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                release.await(20, TimeUnit.SECONDS);
                return new MockResponse.Builder().build();
            }
        });
        HttpApi http = http();
        CompletableFuture<?>[] running = new CompletableFuture<?>[64];
        for (int i = 0; i < running.length; i++) {
            running[i] = http.get("/running").returningText().executeAsync();
        }
        CompletableFuture<String> queued = http.get("/queued").returningText().executeAsync();

        end.end(queued);
        await().until(queued::isDone);
        release.countDown();

        CompletableFuture.allOf(running).get(20, TimeUnit.SECONDS);
        http.get("/after").returningText().executeAsync().get(20, TimeUnit.SECONDS);
        assertThat(server.getRequestCount()).isEqualTo(running.length + 1);
    }

    private static OkHttpClient counting(CountDownLatch cancelled) {
        return new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void canceled(Call call) {
                        cancelled.countDown();
                    }
                })
                .build();
    }
}
