package dev.latchkey.scenarios.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.scenarios.Subjects;
import dev.latchkey.testsupport.Figures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** All vendors at once. Every failure of a call has to be explained by a fault that this very call met. */
@Isolated
@Tag("reliability")
class SoakTest {
    private static final boolean FULL = Boolean.getBoolean("latchkey.reliability.full");
    private static final Duration LENGTH = FULL ? Duration.ofMinutes(20) : Duration.ofSeconds(45);
    private static final Duration TOKEN_LIFETIME = Duration.ofSeconds(4);
    private static final double PROBABILITY = 0.05;
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int OBJECTS_IN_FLUX = 250;
    private static final long HEAP_NOISE = 16L << 20;
    private static final Duration SOON = Duration.ofSeconds(60);

    @Test
    void everyFailureIsExplainedAndNothingIsLeftBehind() throws Exception {
        long seed = System.nanoTime();
        System.out.println("the faults follow from the seed " + seed);
        Remains empty = Remains.now();
        List<SoakedVendor> vendors = new ArrayList<>();
        try {
            Subjects.byVendor()
                    .values()
                    .forEach(subject -> vendors.add(new SoakedVendor(subject.get(), TOKEN_LIFETIME)));
            for (SoakedVendor vendor : vendors) {
                vendor.subject().fake().faults().randomly(PROBABILITY, seed + vendors.indexOf(vendor), Mishaps.ALL);
            }
            soak(vendors, LENGTH.dividedBy(5));
            Remains before = Remains.now();
            soak(vendors, LENGTH.minus(LENGTH.dividedBy(5)));
            Remains after = Remains.now();

            vendors.forEach(SoakTest::holdsItsPromises);
            assertThat(after.ours()).isLessThan(before.ours() + OBJECTS_IN_FLUX);
            assertThat(after.heapBytes()).isLessThan(before.heapBytes() + HEAP_NOISE);
            vendors.forEach(SoakTest::isWellWithoutFaults);
            vendors.forEach(vendor -> vendor.client().close());
            await().atMost(SOON).until(() -> threadsOfOurs() == 0);
            vendors.forEach(vendor ->
                    await().atMost(SOON).until(() -> vendor.subject().fake().openConnections() == 0));
            write(vendors, before, after, seed);
        } finally {
            vendors.forEach(SoakedVendor::close);
        }
        vendors.clear();
        assertThat(Remains.now().sessions()).isLessThanOrEqualTo(empty.sessions());
    }

    private static void soak(List<SoakedVendor> vendors, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        vendors.forEach(SoakedVendor::start);
        while (System.nanoTime() - end < 0) {
            LockSupport.parkNanos(Math.min(BETWEEN_LOOKS_NANOS, end - System.nanoTime()));
            vendors.forEach(SoakedVendor::look);
        }
        for (SoakedVendor vendor : vendors) {
            vendor.stop();
        }
    }

    private static void holdsItsPromises(SoakedVendor vendor) {
        assertThat(vendor.reads().unexplained()).isEmpty();
        assertThat(vendor.writes().unexplained()).isEmpty();
        assertThat(vendor.executions().executed()).isPositive();
        assertThat(vendor.executions().twice()).isZero();
        long expected = expectedRenewals();
        assertThat((long) vendor.renewals())
                .as("renewals of " + vendor.subject())
                .isBetween(expected / 2, expected + 3L * vendor.failedRenewals() + 10);
    }

    /** Tokens are renewed when a fifth of their life is left, or a little less. */
    private static long expectedRenewals() {
        return LENGTH.dividedBy(TOKEN_LIFETIME.multipliedBy(4).dividedBy(5));
    }

    private static void isWellWithoutFaults(SoakedVendor vendor) {
        vendor.subject().fake().faults().clear();
        await().atMost(SOON).ignoreExceptions().until(() -> {
            vendor.client().read().execute();
            return true;
        });
        assertThat(vendor.subject().reusedRefreshTokens()).isLessThanOrEqualTo(vendor.failedRenewals());
    }

    private static long threadsOfOurs() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("latchkey-"))
                .count();
    }

    private static void write(List<SoakedVendor> vendors, Remains before, Remains after, long seed) {
        for (SoakedVendor vendor : vendors) {
            Figures.of("soak-" + vendor.subject(), "Soak, " + vendor.subject())
                    .add("reads", vendor.reads().calls())
                    .add("reads that succeeded, %", vendor.reads().successRate())
                    .add("failures of reads", vendor.reads().failures())
                    .add("writes", vendor.writes().calls())
                    .add("writes that succeeded, %", vendor.writes().successRate())
                    .add("failures of writes", vendor.writes().failures())
                    .add("failures without a fault that explains them", 0)
                    .add("writes executed twice", vendor.executions().twice())
                    .add("renewals", vendor.renewals())
                    .add("of them met a fault", vendor.failedRenewals())
                    .add("renewals expected", expectedRenewals())
                    .write();
        }
        Figures.of("soak", "Soak, all together")
                .add("length", LENGTH)
                .add("threads", SoakedVendor.THREADS * vendors.size())
                .add("faults, %", 100 * PROBABILITY)
                .add("token lifetime", TOKEN_LIFETIME)
                .add("objects of ours after a fifth of the time", before.ours())
                .add("at the end", after.ours())
                .add("heap after a fifth of the time, KiB", before.heapBytes() / 1024)
                .add("heap at the end, KiB", after.heapBytes() / 1024)
                .add("threads after close", 0)
                .add("connections after close", 0)
                .add("seed", seed)
                .write();
    }
}
