package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a session that was logged out still has to do with its store: a tombstone that the store could not take is written
 * later, over the tokens that the logout ended and no others; and a login elsewhere is taken up.
 */
final class AfterLogout {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int DOUBLINGS = 8;

    /** The last tokens that a logout ended, which the store may still have. */
    private record Unburied(long generation, long version) {
        boolean covers(StoredSession stored) {
            return stored.tokens() != null && stored.generation() == generation && stored.version() <= version;
        }
    }

    private final SavedSession saved;
    private final HeldFactory helds;
    private final SessionThreads threads;
    private final SessionKey key;
    private final TimeSource time;
    private final AtomicReference<@Nullable Unburied> unburied = new AtomicReference<>();

    AfterLogout(SavedSession saved, HeldFactory helds, SessionThreads threads, SessionKey key, TimeSource time) {
        this.saved = saved;
        this.helds = helds;
        this.threads = threads;
        this.key = key;
        this.time = time;
    }

    void buried() {
        unburied.set(null);
    }

    void notBuried(long generation, long version) {
        unburied.set(new Unburied(generation, version));
    }

    /** Tries again and again while there is something to bury; the attempt tells whether the session is still logged out. */
    void follow(BooleanSupplier attempt) {
        follow(attempt, 0);
    }

    private void follow(BooleanSupplier attempt, int failures) {
        Unburied left = unburied.get();
        if (left == null) {
            return;
        }
        try {
            threads.later(FIRST_PAUSE.multipliedBy(1L << Math.min(failures, DOUBLINGS)), () -> {
                if (!attempt.getAsBoolean()) {
                    unburied.compareAndSet(left, null); // A later login counts.
                }
                follow(attempt, failures + 1);
            });
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return; // The session is being closed, which tries once more.
        }
    }

    /** Buries what is left, or looks whether somebody has logged in since. Blocks; it does not fail. */
    Outcome run(Snapshot mine) {
        Unburied left = unburied.get();
        try {
            return left == null ? beside(saved.peek(), mine) : saved.exclusively(section -> bury(left, mine, section));
        } catch (IOException e) {
            return Outcome.loggedOutElsewhere(mine.generation());
        }
    }

    /** Buries while the session is being closed; false if that takes longer. */
    boolean buryAtLast(Snapshot mine, long maxNanos) {
        if (unburied.get() == null) {
            return true;
        }
        try {
            CompletableFuture<Outcome> attempt = CompletableFuture.supplyAsync(() -> run(mine), threads);
            return Patiently.wait(maxNanos, nanos -> isDone(attempt, nanos));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return true;
        }
    }

    private static boolean isDone(CompletableFuture<Outcome> attempt, long nanos) throws InterruptedException {
        try {
            Outcome unused = attempt.get(nanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private Outcome bury(Unburied left, Snapshot mine, StoreSection section) {
        StoredSession stored = section.load();
        if (section.outage() != null) {
            return Outcome.loggedOutElsewhere(mine.generation());
        }
        if (stored == null || !left.covers(stored)) {
            unburied.compareAndSet(left, null);
            return beside(stored, mine);
        }
        long generation = Math.max(mine.generation(), stored.generation() + 1);
        if (section.save(tombstone(generation, stored.version()))) {
            unburied.compareAndSet(left, null);
        }
        return Outcome.loggedOutElsewhere(generation);
    }

    private Outcome beside(@Nullable StoredSession stored, Snapshot mine) {
        Held newer = helds.adopt(stored, mine);
        if (newer != null) {
            return Outcome.of(newer);
        }
        long known = stored != null && stored.isLoggedOut() ? stored.generation() : 0;
        return Outcome.loggedOutElsewhere(Math.max(mine.generation(), known));
    }

    private StoredSession tombstone(long generation, long version) {
        return new StoredSession(key, generation, version, null, time.now(), null, null, null);
    }
}
