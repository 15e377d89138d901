package dev.latchkey.core.internal.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Lets the user's logins and logouts fly in the order in which they were asked for, each after the flight underway. */
final class FlightQueue {
    private final Executor threads;
    private final long waitNanos;
    private final AtomicReference<@Nullable Flight> last = new AtomicReference<>();

    FlightQueue(Executor threads, long waitNanos) {
        this.threads = threads;
        this.waitNanos = waitNanos;
    }

    /**
     * Queues a flight.
     *
     * @param takeSlot takes the runway, or gives the flight that has it; that one may be left behind
     * @param closed whether the session is closed
     * @param work of the flight once it has the runway, which it leaves; also in a session that is closed
     */
    void add(
            Flight next,
            BiFunction<Flight, @Nullable Flight, @Nullable Flight> takeSlot,
            BooleanSupplier closed,
            Consumer<Flight> work) {
        Flight previous = last.getAndSet(next);
        try {
            threads.execute(() -> {
                next.runBy(Thread.currentThread());
                boolean inTime = awaitTurn(next, previous, takeSlot);
                last.compareAndSet(next, null);
                if (inTime) {
                    work(next, work);
                } else {
                    next.fail(Trouble.CLIENT_CLOSED);
                }
            });
        } catch (RuntimeException | OutOfMemoryError e) {
            last.compareAndSet(next, previous);
            next.fail(closed.getAsBoolean() ? Trouble.CLIENT_CLOSED : Trouble.passing(e));
        }
    }

    private static void work(Flight next, Consumer<Flight> work) {
        try {
            work.accept(next);
        } catch (Throwable e) {
            next.fail(Trouble.passing(e)); // Whatever was thrown: nobody waits for ever.
        }
    }

    /** The one that was queued last, null if none waits for its turn. */
    @Nullable
    Flight last() {
        Flight latest = last.get();
        return latest == null || latest.hasLanded() ? null : latest;
    }

    /** False if the session's threads are being ended. A flight that hangs is left behind. */
    private boolean awaitTurn(
            Flight next, @Nullable Flight previous, BiFunction<Flight, @Nullable Flight, @Nullable Flight> takeSlot) {
        try {
            if (previous != null) {
                previous.awaitLanding(waitNanos);
            }
            Flight flying = takeSlot.apply(next, null);
            while (flying != null) {
                boolean isRenewal = flying.kind() == Flight.Kind.RENEWAL;
                long patience = next.patience().toNanos();
                boolean landed = flying.awaitLanding(isRenewal ? Math.min(patience, waitNanos) : waitNanos);
                Flight left = flying;
                flying = takeSlot.apply(next, left);
                if (!landed && flying == null) {
                    left.leaveBehind();
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
