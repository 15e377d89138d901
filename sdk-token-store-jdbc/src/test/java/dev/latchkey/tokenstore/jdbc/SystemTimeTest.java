package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
    private static final Duration PAUSE = Duration.ofMillis(1);

    private final SystemTime time = new SystemTime();

    /** The pulse of one row waits for a connection that hangs; the holders of the others would lose their sections. */
    @Test
    void aRepetitionThatHangsKeepsNoOtherFromRunning() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch beats = new CountDownLatch(3);
        Runnable stopHanging = time.repeat(PAUSE, () -> {
            hanging.countDown();
            awaitQuietly(release);
        });
        hanging.await();
        Runnable stopBeating = time.repeat(PAUSE, beats::countDown);
        assertThat(beats.await(10, TimeUnit.SECONDS)).isTrue();
        stopHanging.run();
        stopBeating.run();
        release.countDown();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
