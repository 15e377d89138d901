package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.SessionStatus;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has become of a session, for its status and the log. Notes are taken under the lock of the flights; logging is not. One
 * warning says that a session has ended or keeps failing, and one line that it is well again.
 */
final class SessionHistory {
    static final int FAILURES_TO_WARN = 3;
    private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.core.session");

    /**
     * What is known.
     *
     * @param state what the session's own state is, whether its token can be used or not
     * @param warned whether the log has a warning that still holds
     */
    record Known(
            SessionState state,
            Instant since,
            SessionStatus.@Nullable Renewal renewal,
            SessionStatus.@Nullable Failure failure,
            boolean warned) {

        int failuresInARow() {
            return failure == null ? 0 : failure.inARow();
        }
    }

    private final TimeSource time;
    private final String session;
    private final Queue<Runnable> lines = new ConcurrentLinkedQueue<>();
    private volatile Known known;

    SessionHistory(TimeSource time, SessionKey key) {
        this.time = time;
        this.session = key.vendor() + ", " + key.identity();
        this.known = new Known(SessionState.NEW, time.now(), null, null, false);
    }

    Known known() {
        return known;
    }

    /** Caller holds the lock. A flight has made this of the session's state. */
    void landed(Flight flown, Outcome outcome, Snapshot before, Snapshot after) {
        long millis = (time.nanoTime() - flown.startedAt()) / 1_000_000;
        Trouble trouble = outcome.trouble();
        if (trouble != null && !flown.isRestoring()) {
            failed(flown, trouble, before, after, millis);
        } else if (outcome.held() != null && flown.saving() == null) {
            came(flown, outcome.held(), before, millis);
        }
        changed(after.state());
    }

    /** Caller holds the lock. */
    void changed(SessionState state) {
        Known last = known;
        if (last.state() != state) {
            known = new Known(state, time.now(), last.renewal(), last.failure(), last.warned());
        }
    }

    /** Logs what was noted. Not under a lock. */
    void tell() {
        for (Runnable line = lines.poll(); line != null; line = lines.poll()) {
            line.run();
        }
    }

    private void came(Flight flown, Held held, Snapshot before, long millis) {
        Known last = known;
        Instant now = time.now();
        RenewalReason reason = flown.reason();
        SessionStatus.Failure failure = last.failure();
        int failures = last.failuresInARow();
        boolean wasUsable = before.isUsable(time.nanoTime());
        known = new Known(
                SessionState.ACTIVE,
                wasUsable && last.state() == SessionState.ACTIVE ? last.since() : now,
                flown.isRestoring() ? last.renewal() : new SessionStatus.Renewal(now, reason),
                failure == null ? null : new SessionStatus.Failure(failure.at(), failure.type(), failure.problem(), 0),
                false);
        long version = held.session().version();
        if (last.warned()) {
            lines.add(() -> LOG.info(
                    "{}: the session is well again after {} failures; a token has come ({}).",
                    session,
                    failures,
                    reason));
        }
        lines.add(() -> LOG.debug("{}: token, version {}, {}, {} ms", session, version, reason, millis));
    }

    private void failed(Flight flown, Trouble trouble, Snapshot before, Snapshot after, long millis) {
        Known last = known;
        int inARow = last.failuresInARow() + 1;
        Throwable cause = trouble.cause();
        String type = cause == null ? trouble.kind().name() : cause.getClass().getSimpleName();
        String words = words(trouble);
        boolean ended = hasEnded(before, after, trouble);
        boolean keepsFailing =
                flown.kind() == Flight.Kind.RENEWAL && inARow >= FAILURES_TO_WARN && !last.warned() && !ended;
        known = new Known(
                last.state(),
                last.since(),
                last.renewal(),
                new SessionStatus.Failure(time.now(), type, words, inARow),
                last.warned() || ended || keepsFailing);
        if (ended) {
            lines.add(() -> LOG.warn("{}: the session is over: {}", session, words));
        } else if (keepsFailing) {
            lines.add(() -> LOG.warn("{}: no token in {} tries in a row: {}", session, inARow, words));
        }
        lines.add(() -> LOG.debug("{}: no token, {}, {}, {} ms: {}", session, flown.reason(), type, millis, words));
    }

    /** A client that nobody has logged in yet has not ended. */
    private static boolean hasEnded(Snapshot before, Snapshot after, Trouble trouble) {
        boolean over = after.state() == SessionState.EXPIRED || after.state() == SessionState.LOGGED_OUT;
        boolean neverBegan = trouble.reason() == Reason.NOT_LOGGED_IN && before.held() == null;
        return over && before.state() != after.state() && !neverBegan;
    }

    /** Texts of our own hold no secret; that of an exception of the user's may hold anything. */
    private static String words(Trouble trouble) {
        Throwable cause = trouble.cause();
        if (cause == null || cause instanceof ApiException || trouble.kind() == Trouble.Kind.STORE_AWAY) {
            return trouble.problem();
        }
        return "the session's token could not be renewed (" + cause.getClass().getName() + ").";
    }
}
