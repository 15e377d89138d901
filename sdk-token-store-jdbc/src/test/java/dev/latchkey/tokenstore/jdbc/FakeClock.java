package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** A clock that moves when a test, or a pause of whoever waits, moves it. What is repeated runs on the thread that does. */
final class FakeClock {
    private static final Duration STEP = Duration.ofMillis(50);

    private final List<Repetition> repetitions = new ArrayList<>();
    private Duration elapsed = Duration.ZERO;

    private static final class Repetition {
        private final Machine machine;
        private final Duration pause;
        private final Runnable action;
        private Duration due;

        Repetition(Machine machine, Duration pause, Runnable action, Duration due) {
            this.machine = machine;
            this.pause = pause;
            this.action = action;
            this.due = due;
        }
    }

    /** How time passes for one process. */
    final class Machine implements StoreTime {
        private volatile boolean stopped;

        /** As by SIGSTOP: nothing is repeated any more, and the clocks go on. */
        void stop() {
            stopped = true;
        }

        void goOn() {
            stopped = false;
        }

        @Override
        public long nanoTime() {
            return Long.MAX_VALUE - Duration.ofSeconds(10).toNanos() + elapsed().toNanos(); // It overflows on the way.
        }

        @Override
        public Instant now() {
            return Instant.parse("2026-11-22T10:00:00Z").plus(elapsed());
        }

        @Override
        public void pause(Duration length) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            advance(length);
        }

        @Override
        public Runnable repeat(Duration pause, Runnable action) {
            Repetition repetition =
                    new Repetition(this, pause, action, elapsed().plus(pause));
            change(() -> repetitions.add(repetition));
            return () -> change(() -> repetitions.remove(repetition));
        }
    }

    Machine machine() {
        return new Machine();
    }

    synchronized Duration elapsed() {
        return elapsed;
    }

    private synchronized void change(Runnable change) {
        change.run();
    }

    void advance(Duration length) {
        Duration end = elapsed().plus(length);
        while (elapsed().compareTo(end) < 0) {
            for (Runnable action : step(end)) {
                action.run();
            }
        }
    }

    private synchronized List<Runnable> step(Duration end) {
        Duration next = elapsed.plus(STEP);
        elapsed = next.compareTo(end) < 0 ? next : end;
        List<Runnable> due = new ArrayList<>();
        for (Iterator<Repetition> all = repetitions.iterator(); all.hasNext(); ) {
            Repetition repetition = all.next();
            if (repetition.due.compareTo(elapsed) <= 0) {
                repetition.due = elapsed.plus(repetition.pause);
                if (!repetition.machine.stopped) {
                    due.add(repetition.action);
                }
            }
        }
        return due;
    }
}
