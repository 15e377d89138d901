package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientTimerTest extends HttpTest {
    private static final Duration NEVER = Duration.ofDays(1);

    @Test
    void aWaitEndsOnAThreadOfTheClient() throws Exception {
        ClientTimer timer = named("ends").timer();
        CountDownLatch chained = new CountDownLatch(1);
        AtomicReference<String> ran = new AtomicReference<>();
        CompletableFuture<@Nullable Void> wait = timer.after(Duration.ofMillis(20));
        CompletableFuture<Void> unused = wait.thenRun(() -> {
            ran.set(Thread.currentThread().getName());
            chained.countDown();
        });

        assertThat(chained.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(ran.get()).startsWith("latchkey-ends-").isNotEqualTo("latchkey-ends-timer");
    }

    @Test
    void aThousandWaitsCostOneThreadAndNoneAfterwards() throws Exception {
        ClientTimer timer = named("many").timer();
        assertThat(timerThreads("many")).isZero();

        List<CompletableFuture<@Nullable Void>> waits =
                IntStream.range(0, 1_000).mapToObj(i -> timer.after(NEVER)).toList();
        assertThat(timerThreads("many")).isEqualTo(1);

        waits.forEach(wait -> wait.cancel(true));
        assertThat(waits).allMatch(CompletableFuture::isCancelled);
        await().until(() -> timerThreads("many") == 0);
        timer.after(Duration.ofMillis(1)).get(10, TimeUnit.SECONDS);
    }

    @Test
    void closingTheClientEndsEveryWait() throws Exception {
        HttpApi http = named("close");
        CompletableFuture<@Nullable Void> before = http.timer().after(NEVER);

        http.close();

        requireClosed(before);
        requireClosed(http.timer().after(Duration.ofMillis(1)));
        await().until(() -> timerThreads("close") == 0);
    }

    @Test
    void waitsThatStartWhileTheClientClosesEndToo() throws Exception {
        for (int i = 0; i < 50; i++) {
            HttpApi http = builder().build();
            CountDownLatch go = new CountDownLatch(1);
            AtomicReference<CompletableFuture<@Nullable Void>> started = new AtomicReference<>();
            Thread other = new Thread(() -> {
                go.countDown();
                started.set(http.timer().after(NEVER));
            });
            other.start();
            go.await();
            http.close();
            other.join();
            requireClosed(started.get());
        }
    }

    @Test
    void theClocksAreThoseOfTheBuilder() {
        TimeSource time = TimeSource.system();
        assertThat(http(builder().timeSource(time)).timer().time()).isSameAs(time);
    }

    private HttpApi named(String name) {
        vendor.name = name;
        return http();
    }

    private static long timerThreads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("latchkey-" + name + "-timer"))
                .count();
    }

    private static void requireClosed(CompletableFuture<@Nullable Void> wait) {
        assertThatThrownBy(() -> wait.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
    }
}
