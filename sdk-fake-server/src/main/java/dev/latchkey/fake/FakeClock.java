package dev.latchkey.fake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * The clock that a fake lives by: token lifetimes, windows and the {@code Date} header follow it. It starts at the real
 * time and ticks with it; {@link #advance} lets hours pass at once; {@link #freeze} stops it. Safe for concurrent use.
 */
public final class FakeClock implements InstantSource {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Reading reading = Reading.ticking(Instant.now());

    FakeClock() {}

    /** The time at the fake. */
    @Override
    public Instant instant() {
        return reading.instant();
    }

    /**
     * Lets this much time pass at once.
     *
     * @throws IllegalArgumentException if the duration is negative; {@link #set} can go back
     */
    public FakeClock advance(Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("time passes forwards; to go back, set an instant");
        }
        return change(now -> now.at(now.instant().plus(duration)));
    }

    /** Makes it this time now; a ticking clock goes on from there. */
    public FakeClock set(Instant instant) {
        return change(now -> now.at(instant));
    }

    /** Stops the clock where it is; only {@link #advance} and {@link #set} move it then. */
    public FakeClock freeze() {
        return change(now -> new Reading(now.instant(), 0, false));
    }

    /** Lets the clock tick on from where it is. */
    public FakeClock resume() {
        return change(now -> Reading.ticking(now.instant()));
    }

    /** Makes it the real time again, ticking. */
    public FakeClock reset() {
        return change(now -> Reading.ticking(Instant.now()));
    }

    @Override
    public String toString() {
        Reading now = reading;
        return "FakeClock[" + now.instant() + (now.ticks() ? "]" : ", frozen]");
    }

    private FakeClock change(UnaryOperator<Reading> change) {
        lock.lock();
        try {
            reading = change.apply(reading);
            return this;
        } finally {
            lock.unlock();
        }
    }

    private record Reading(Instant base, long nanosAtBase, boolean ticks) {
        static Reading ticking(Instant base) {
            return new Reading(base, System.nanoTime(), true);
        }

        Instant instant() {
            return ticks ? base.plusNanos(System.nanoTime() - nanosAtBase) : base;
        }

        Reading at(Instant instant) {
            return ticks ? ticking(instant) : new Reading(instant, 0, false);
        }
    }
}
