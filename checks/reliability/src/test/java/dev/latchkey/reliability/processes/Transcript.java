package dev.latchkey.reliability.processes;

import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What a child has said: its last lines, how often each event was, and whether a secret was in it. */
final class Transcript {
    private static final int KEPT = 200;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<String> lines = new ArrayDeque<>();
    private final Map<Event, Integer> events = new EnumMap<>(Event.class);
    private final Set<String> failures = new TreeSet<>();
    private boolean leaked;
    private boolean ended;

    void add(String line) {
        lock.lock();
        try {
            leaked |= line.contains(SecretLeaks.MARKER);
            lines.add(line);
            if (lines.size() > KEPT) {
                lines.remove();
            }
            if (line.startsWith(Voice.EVENT)) {
                note(line.split(" ", 4));
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            ended = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    int count(Event event) {
        lock.lock();
        try {
            return events.getOrDefault(event, 0);
        } finally {
            lock.unlock();
        }
    }

    boolean hasLeaked() {
        lock.lock();
        try {
            return leaked;
        } finally {
            lock.unlock();
        }
    }

    /** The classes of the failures of calls. */
    Set<String> failures() {
        lock.lock();
        try {
            return Set.copyOf(failures);
        } finally {
            lock.unlock();
        }
    }

    /** Whether the condition came true in time; it is asked after each line. Ends early when there are no more lines. */
    boolean await(BooleanSupplier condition, Duration within) throws InterruptedException {
        lock.lock();
        try {
            long left = within.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0 || ended) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void note(String[] words) {
        Event event = Event.valueOf(words[1]);
        events.merge(event, 1, Integer::sum);
        if (event == Event.FAILED) {
            failures.add(words[2]);
        }
    }

    @Override
    public String toString() {
        lock.lock();
        try {
            return String.join("\n", lines).replace(SecretLeaks.MARKER, "<SECRET>");
        } finally {
            lock.unlock();
        }
    }
}
