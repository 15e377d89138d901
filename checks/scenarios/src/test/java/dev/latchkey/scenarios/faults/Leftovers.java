package dev.latchkey.scenarios.faults;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What has to be gone soon after a client is closed. */
final class Leftovers {
    private static final Duration SOON = Duration.ofSeconds(10);

    private Leftovers() {}

    static void requireThat(BooleanSupplier gone, Supplier<String> otherwise) {
        if (gone.getAsBoolean()) {
            return;
        }
        try {
            await().pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(1))
                    .atMost(SOON)
                    .until(gone::getAsBoolean);
        } catch (org.awaitility.core.ConditionTimeoutException e) {
            throw new AssertionError(otherwise.get(), e);
        }
    }

    /** Each trial has a thread group of its own, which whatever it starts is in. */
    static void requireNoThreads() {
        requireThat(() -> ours().isEmpty(), () -> "threads live on: " + ours());
    }

    private static List<String> ours() {
        return threads(Objects.requireNonNull(Thread.currentThread().getThreadGroup())).stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("latchkey-"))
                .toList();
    }

    static List<Thread> threads(ThreadGroup group) {
        Thread[] threads = new Thread[group.activeCount() + 16];
        return List.of(Arrays.copyOf(threads, group.enumerate(threads)));
    }
}
