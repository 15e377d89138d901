package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.StoredSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the store could not take, and gets once it can: tokens, or the note of a logout, which is written over the tokens that
 * the logout ended and no others. Soon at first, since others who share the store may be waiting, then less and less often.
 */
final class Unsaved {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int DOUBLINGS = 8;

    /** The last tokens that a logout ended, which the store may still have. */
    private record Unburied(long generation, long version) {
        boolean covers(StoredSession stored) {
            return stored.tokens() != null && stored.generation() == generation && stored.version() <= version;
        }
    }

    private final SavedSession saved;
    private final LoginGuard guard;
    private final LiveTokens.Factory live;
    private final SessionThreads threads;
    private final SessionKey key;
    private final TimeSource time;
    private final Retries ofTokens = new Retries();
    private final Retries ofLogout = new Retries();
    private final AtomicReference<@Nullable Unburied> unburied = new AtomicReference<>();

    Unsaved(
            SavedSession saved,
            LoginGuard guard,
            LiveTokens.Factory live,
            SessionThreads threads,
            SessionKey key,
            TimeSource time) {
        this.saved = saved;
        this.guard = guard;
        this.live = live;
        this.threads = threads;
        this.key = key;
        this.time = time;
    }

    /** The store has taken the note of a logout. */
    void buried() {
        unburied.set(null);
    }

    /** The store has not taken the note of a logout, which has ended these tokens, or else that state. */
    void notBuried(Snapshot before, @Nullable LiveTokens latest) {
        unburied.set(
                latest == null
                        ? new Unburied(before.generation(), before.version())
                        : new Unburied(
                                latest.session().generation(), latest.session().version()));
        ofLogout.failures.set(0);
    }

    /** Whether a session in that state has anything to be saved. */
    boolean isLeft(Snapshot state) {
        LiveTokens tokens = state.tokens();
        return state.state() == SessionState.LOGGED_OUT ? unburied.get() != null : tokens != null && !tokens.saved();
    }

    /** This is the session's state now. Runs the attempt later if there is anything to be saved. */
    void follow(Snapshot state, Runnable attempt) {
        if (state.state() == SessionState.ACTIVE) {
            unburied.set(null); // A later login counts.
        }
        Retries retries = state.state() == SessionState.LOGGED_OUT ? ofLogout : ofTokens;
        if (isLeft(state)) {
            retries.again(attempt);
        } else {
            retries.failures.set(0);
        }
    }

    /** Saves it while the session is being closed; false if that takes longer. */
    boolean saveAtLast(Snapshot before, @Nullable LiveTokens last, long maxNanos) {
        boolean loggedOut = before.state() == SessionState.LOGGED_OUT;
        boolean left = loggedOut ? unburied.get() != null : last != null && !last.saved();
        if (!left) {
            return true;
        }
        FutureTask<Outcome> attempt =
                new FutureTask<>(() -> loggedOut || last == null ? afterLogout(before) : save(last, before));
        try {
            threads.execute(attempt);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            return true;
        }
        return Patiently.wait(maxNanos, nanos -> Patiently.isDone(attempt, nanos));
    }

    /** Saves tokens now, if nobody has stored newer ones. Blocks; it does not fail. */
    Outcome save(LiveTokens unsaved, Snapshot mine) {
        try {
            guard.printUncleared();
            return saved.exclusively(section -> save(unsaved, mine, section));
        } catch (IOException | RuntimeException e) {
            return Outcome.of(unsaved);
        }
    }

    private Outcome save(LiveTokens unsaved, Snapshot before, StoreSection section) {
        StoredSession stored = section.load();
        guard.clear(section);
        boolean isLate = LateLogin.isLate(unsaved) && section.outage() == null;
        LiveTokens followed = isLate ? LateLogin.following(stored, unsaved, section) : null;
        if (followed != null) {
            return Outcome.of(followed);
        }
        Snapshot mine = isLate ? Snapshot.initial() : before;
        if (stored != null && stored.isLoggedOut() && stored.generation() > mine.generation()) {
            return new Outcome.LoggedOutElsewhere(stored.generation());
        }
        LiveTokens newer = live.adopt(stored, mine);
        LiveTokens other = newer == null ? live.adoptInstead(stored, unsaved) : newer;
        return Outcome.of(other == null ? TokenRequests.saveAgain(unsaved, section) : other);
    }

    /** Buries what is left, or looks whether somebody has logged in since. Blocks; it does not fail. */
    Outcome afterLogout(Snapshot mine) {
        Unburied left = unburied.get();
        try {
            return left == null ? beside(saved.peek(), mine) : saved.exclusively(section -> bury(left, mine, section));
        } catch (IOException e) {
            return new Outcome.LoggedOutElsewhere(mine.generation());
        }
    }

    private Outcome bury(Unburied left, Snapshot mine, StoreSection section) {
        StoredSession stored = section.load();
        if (section.outage() != null) {
            return new Outcome.LoggedOutElsewhere(mine.generation());
        }
        if (stored == null || !left.covers(stored)) {
            unburied.compareAndSet(left, null);
            return beside(stored, mine);
        }
        long generation = Math.max(mine.generation(), stored.generation() + 1);
        if (section.save(tombstone(key, generation, stored.version(), time))) {
            unburied.compareAndSet(left, null);
        }
        return new Outcome.LoggedOutElsewhere(generation);
    }

    private Outcome beside(@Nullable StoredSession stored, Snapshot mine) {
        LiveTokens newer = live.adopt(stored, mine);
        if (newer != null) {
            return Outcome.of(newer);
        }
        long known = stored != null && stored.isLoggedOut() ? stored.generation() : 0;
        return new Outcome.LoggedOutElsewhere(Math.max(mine.generation(), known));
    }

    /** The note of a logout. */
    static StoredSession tombstone(SessionKey key, long generation, long version, TimeSource time) {
        return new StoredSession(key, generation, version, null, time.now(), null, null, null);
    }

    /** One attempt at a time, each later than the one before. */
    private final class Retries {
        private final AtomicInteger failures = new AtomicInteger();
        private final AtomicBoolean scheduled = new AtomicBoolean();

        void again(Runnable attempt) {
            if (!scheduled.compareAndSet(false, true)) {
                return;
            }
            int doublings = Math.min(failures.getAndIncrement(), DOUBLINGS);
            try {
                Future<?> unused = threads.later(FIRST_PAUSE.multipliedBy(1L << doublings), () -> {
                    scheduled.set(false);
                    attempt.run();
                });
            } catch (RejectedExecutionException | OutOfMemoryError e) {
                scheduled.set(false); // The session is being closed, which saves at last; or the next renewal does.
            }
        }
    }
}
