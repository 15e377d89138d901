package dev.latchkey.fake;

import dev.latchkey.fake.internal.Endpoint;
import dev.latchkey.fake.internal.Router;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The requests that came to a fake, in order of arrival. A request is here from the moment it arrives, so also while it
 * is held. The last {@value #KEPT} are kept; the counts go on. Safe for concurrent use; nothing in it is a secret.
 *
 * <pre>{@code
 * assertThat(fake.journal().count("POST", "/v1/auth/token")).isEqualTo(1);
 * }</pre>
 */
public final class Journal {
    /** How many entries are kept. */
    public static final int KEPT = 20_000;

    private static final Endpoint ALL = new Endpoint("", "");

    private final Router<?> router;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, JournalEntry> entries = new TreeMap<>();
    private final Map<Endpoint, Tally> tallies = new HashMap<>();
    private long arrivals;

    Journal(Router<?> router) {
        this.router = router;
    }

    /** All requests. */
    public List<JournalEntry> requests() {
        lock.lock();
        try {
            return List.copyOf(entries.values());
        } finally {
            lock.unlock();
        }
    }

    /**
     * The requests to one endpoint.
     *
     * @param path the path template, as in {@code /v1/accounts/{AccountId}/tokens}
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public List<JournalEntry> requests(String method, String path) {
        Endpoint endpoint = router.require(method, path);
        return requests().stream()
                .filter(entry -> entry.method().equals(endpoint.method()))
                .filter(entry -> entry.path().equals(endpoint.path()))
                .toList();
    }

    /** How many requests have come. */
    public int count() {
        return read(ALL, tally -> tally.count);
    }

    /**
     * How many requests have come to one endpoint.
     *
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public int count(String method, String path) {
        return read(router.require(method, path), tally -> tally.count);
    }

    /** The most requests that were at the fake at the same time, held and delayed ones included. */
    public int maxConcurrent() {
        return read(ALL, tally -> tally.most);
    }

    /**
     * The most requests that were at one endpoint at the same time.
     *
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public int maxConcurrent(String method, String path) {
        return read(router.require(method, path), tally -> tally.most);
    }

    /**
     * Waits until at least this many requests have come to an endpoint.
     *
     * @throws AssertionError if fewer have come in this time
     * @throws IllegalArgumentException if the fake has no such endpoint
     */
    public void awaitCount(String method, String path, int requests, Duration within) throws InterruptedException {
        Endpoint endpoint = router.require(method, path);
        lock.lock();
        try {
            long left = within.toNanos();
            while (tally(endpoint).count < requests) {
                if (left <= 0) {
                    throw new AssertionError(tally(endpoint).count + " of " + requests + " requests came to " + endpoint
                            + " in " + within.toMillis() + " ms");
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until no request is in flight.
     *
     * @throws AssertionError if one still is after this time
     */
    public void awaitIdle(Duration within) throws InterruptedException {
        lock.lock();
        try {
            long left = within.toNanos();
            while (tally(ALL).now > 0) {
                if (left <= 0) {
                    throw new AssertionError(tally(ALL).now + " requests are in flight");
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Forgets all requests and counts; those in flight stay uncounted. */
    public void clear() {
        lock.lock();
        try {
            entries.clear();
            tallies.values().forEach(Tally::forget);
        } finally {
            lock.unlock();
        }
    }

    /** One line for each request. */
    @Override
    public String toString() {
        return requests().stream().map(JournalEntry::toString).collect(Collectors.joining("\n"));
    }

    long nextNumber() {
        lock.lock();
        try {
            return ++arrivals;
        } finally {
            lock.unlock();
        }
    }

    void arrived(JournalEntry entry, @Nullable Endpoint endpoint) {
        lock.lock();
        try {
            entries.put(entry.number(), entry);
            if (entries.size() > KEPT) {
                entries.pollFirstEntry();
            }
            tally(ALL).arrive();
            if (endpoint != null) {
                tally(endpoint).arrive();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void finished(JournalEntry entry, @Nullable Endpoint endpoint) {
        lock.lock();
        try {
            entries.replace(entry.number(), entry);
            tally(ALL).now--;
            if (endpoint != null) {
                tally(endpoint).now--;
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private int read(Endpoint endpoint, ToIntFunction<Tally> field) {
        lock.lock();
        try {
            return field.applyAsInt(tally(endpoint));
        } finally {
            lock.unlock();
        }
    }

    /** To be called with the lock. */
    private Tally tally(Endpoint endpoint) {
        return tallies.computeIfAbsent(endpoint, any -> new Tally());
    }

    private static final class Tally {
        private int count;
        private int now;
        private int most;

        void arrive() {
            count++;
            now++;
            most = Math.max(most, now);
        }

        void forget() {
            count = 0;
            most = now;
        }
    }
}
