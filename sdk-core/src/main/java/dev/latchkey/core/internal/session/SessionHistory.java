package dev.latchkey.core.internal.session;

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
 * What has become of a session, for its status and the log. Notes are taken under the engine's lock; logging is not. One
 * warning says that a session has ended or keeps failing, and one line that it is well again.
 */
final class SessionHistory {
    static final int FAILURES_TO_WARN = 3;
    private static final Logger LOG = LoggerFactory.getLogger("dev.latchkey.core.session");

    /**
     * What is known.
     *
     * @param state what the session's own state is, whether its token can be used or not
     * @param renewal the last one
     * @param failure the last one
     * @param inVain how often in a row somebody wanted a token and there was none, for whatever reason
     * @param warned whether the log has a warning that still holds
     */
    record Known(
            SessionState state,
            Instant since,
            SessionStatus.@Nullable Renewal renewal,
            SessionStatus.@Nullable Failure failure,
            int inVain,
            boolean warned) {

        int failuresInARow() {
            return failure == null ? 0 : failure.inARow();
        }
    }

    private final TimeSource time;
    private final String session;
    private final RefusedToken refused;
    private final Queue<Runnable> lines = new ConcurrentLinkedQueue<>();
    private volatile Known known;

    SessionHistory(TimeSource time, SessionKey key, RefusedToken refused) {
        this.refused = refused;
        this.time = time;
        this.session = key.vendor() + ", " + key.identity();
        this.known = new Known(SessionState.NEW, time.now(), null, null, 0, false);
    }

    Known known() {
        return known;
    }

    /** Caller holds the lock. Work has made this of the session's state. */
    void ended(Work work, Outcome outcome, Snapshot before, Snapshot after) {
        long millis = (time.nanoTime() - work.startedAt()) / 1_000_000;
        SessionFailure failure = outcome.failure();
        if (failure != null && !work.isRestoring()) {
            failed(work, failure, before, after, millis);
        } else if (outcome instanceof Outcome.Obtained obtained && !work.isSavingTokens()) {
            came(work, obtained.tokens(), before, millis);
        } else if (outcome instanceof Outcome.LoggedOut out) {
            lines.add(() -> LOG.debug("{}: session logged out, {}", session, out.result()));
        }
        changed(after.state());
    }

    /** Caller holds the lock. */
    void changed(SessionState state) {
        Known last = known;
        if (last.state() != state) {
            known = new Known(state, time.now(), last.renewal(), last.failure(), last.inVain(), last.warned());
        }
    }

    /** Logs what was noted. Not under a lock. */
    void tell() {
        for (Runnable line = lines.poll(); line != null; line = lines.poll()) {
            line.run();
        }
    }

    private void came(Work work, LiveTokens tokens, Snapshot before, long millis) {
        Known last = known;
        Instant now = time.now();
        RenewalReason reason = work.job().reason();
        SessionStatus.Failure failure = last.failure();
        int failures = last.inVain();
        LiveTokens old = before.tokens();
        boolean wasUsable = old != null && old.isUsable(time.nanoTime()) && refused.since(old.authorization()) == null;
        known = new Known(
                SessionState.ACTIVE,
                wasUsable && last.state() == SessionState.ACTIVE ? last.since() : now,
                work.isRestoring() ? last.renewal() : new SessionStatus.Renewal(now, reason),
                failure == null ? null : new SessionStatus.Failure(failure.at(), failure.type(), failure.problem(), 0),
                0,
                false);
        long version = tokens.session().version();
        if (last.warned()) {
            lines.add(() -> LOG.info(
                    "{}: the session is well again after {} failures; a token has come ({}).",
                    session,
                    failures,
                    reason));
        }
        lines.add(() -> LOG.debug("{}: token, version {}, {}, {} ms", session, version, reason, millis));
    }

    private void failed(Work work, SessionFailure failure, Snapshot before, Snapshot after, long millis) {
        Known last = known;
        int inVain = last.inVain() + 1;
        Throwable cause = failure.cause();
        String type = cause == null ? failure.kind().name() : cause.getClass().getSimpleName();
        String words = failure.words();
        boolean ended = hasEnded(before, after, failure);
        boolean unasked = !(work.job() instanceof Job.LogIn);
        boolean isMistake = failure.kind() == SessionFailure.Kind.MISTAKE && !last.warned();
        boolean keepsFailing = unasked && inVain >= FAILURES_TO_WARN && !last.warned() && !ended;
        known = new Known(
                last.state(),
                last.since(),
                last.renewal(),
                isFailedTry(work, failure)
                        ? new SessionStatus.Failure(time.now(), type, words, last.failuresInARow() + 1)
                        : last.failure(),
                inVain,
                last.warned() || ended || isMistake || keepsFailing);
        if (ended) {
            lines.add(() -> LOG.warn("{}: the session is over: {}", session, words));
        } else if (isMistake) {
            lines.add(() -> LOG.warn("{}: no token, and no time mends that: {}", session, words));
        } else if (keepsFailing) {
            lines.add(() -> LOG.warn("{}: no token in {} tries in a row: {}", session, inVain, words));
        }
        lines.add(() ->
                LOG.debug("{}: no token, {}, {}, {} ms: {}", session, work.job().reason(), type, millis, words));
    }

    /** A session that is over, logged out or closed has nothing to try, nor has a password that is held back. */
    private static boolean isFailedTry(Work work, SessionFailure failure) {
        return switch (failure.kind()) {
            case PASSING, MFA_REQUIRED, STORE_AWAY, MISTAKE -> true;
            case EXPIRED, HELD_BACK -> work.hasAskedServer();
            case CLOSED -> false;
        };
    }

    /** The server has refused a token that the client was given and that no renewal can replace. Not under a lock. */
    void fixedTokenRefused(String advice) {
        LOG.warn(
                "{}: the session is over: the server refuses the client's token, which cannot be renewed. {}",
                session,
                advice);
    }

    /** It has accepted it after all. Not under a lock. */
    void fixedTokenAccepted() {
        LOG.info("{}: the session is well again: the server accepts the client's token.", session);
    }

    /** A client that nobody has logged in yet has not ended. */
    private static boolean hasEnded(Snapshot before, Snapshot after, SessionFailure failure) {
        boolean over = after.state() == SessionState.EXPIRED || after.state() == SessionState.LOGGED_OUT;
        boolean neverBegan = failure.reason() == Reason.NOT_LOGGED_IN && before.tokens() == null;
        return over && before.state() != after.state() && !neverBegan;
    }
}
