package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.InsecureConnectionException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.UntrustedServerException;
import dev.latchkey.core.auth.LoginNotes.Outcome;
import dev.latchkey.core.auth.StoreSetupException;
import dev.latchkey.core.internal.call.Misfit;
import dev.latchkey.core.internal.call.Sentence;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no token. Shared by all who wait for it, while each gets an exception of its own: with its own call's path
 * and stack, and the shared cause.
 */
record SessionFailure(
        Kind kind,
        @Nullable Reason reason,
        String problem,
        @Nullable Throwable cause,
        @Nullable Duration retryAfter) {

    SessionFailure(Kind kind, @Nullable Reason reason, String problem, @Nullable Throwable cause) {
        this(kind, reason, problem, cause, null);
    }

    enum Kind {
        EXPIRED,
        MFA_REQUIRED,
        PASSING,
        /** A password is not sent again for now. Other credentials may come, but nothing that is worth a caller's waiting. */
        HELD_BACK,
        /** Nobody was asked for a token, since the store could not be used. */
        STORE_AWAY,
        /** No time mends it; the session is kept all the same. */
        MISTAKE,
        CLOSED
    }

    /** A server that asks for more is mistaken, or its clock is. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    static final SessionFailure CLIENT_CLOSED =
            new SessionFailure(Kind.CLOSED, null, "the client is closed. Build a new one.", null, null);

    static final SessionFailure LOGGED_OUT =
            expired(Reason.LOGGED_OUT, "the session was logged out. Log in with session().login(…) to go on.", null);

    static final SessionFailure OWN_CALL = new SessionFailure(
            Kind.MISTAKE,
            null,
            "the one-time-password hook, credentials supplier or token store called the client it serves, which would"
                    + " deadlock. Use another client there.",
            null,
            null);

    static SessionFailure expired(Reason reason, String problem, @Nullable Throwable cause) {
        return new SessionFailure(Kind.EXPIRED, reason, problem, cause, null);
    }

    /** The password is not sent again by itself for now. */
    static SessionFailure heldBack(LoginHold hold, String username, @Nullable Throwable cause) {
        String problem = hold.problem(username);
        return hold.outcome() == Outcome.REFUSED
                ? expired(Reason.CREDENTIALS_REJECTED, problem, cause)
                : new SessionFailure(Kind.HELD_BACK, null, problem, cause);
    }

    static SessionFailure storeAway(Throwable cause) {
        boolean lasts = cause instanceof StoreSetupException;
        return notRenewed(Kind.STORE_AWAY, cause, lasts ? "To try again does not help." : "Try again later.");
    }

    static SessionFailure storeUnread(Throwable cause) {
        return new SessionFailure(
                Kind.STORE_AWAY,
                null,
                "the token store could not be read (" + Sentence.withoutStop(SavedSession.words(cause)) + ").",
                cause);
    }

    static SessionFailure passing(Throwable cause) {
        Duration asked = askedPause(cause);
        return asked == null
                ? notRenewed(Kind.PASSING, cause, "Try again later.")
                : notRenewed(Kind.PASSING, cause, "The server asks to wait " + asked.toMillis() / 1000 + " s.")
                        .passingAfter(asked);
    }

    /**
     * What was thrown while the session was renewed.
     *
     * @param baseUrl of the client, which may be the mistake
     */
    static SessionFailure of(Throwable cause, String baseUrl) {
        String mistake = mistake(cause, baseUrl);
        return mistake == null ? passing(cause) : notRenewed(Kind.MISTAKE, cause, mistake);
    }

    /** What to mend, if no time mends it; null if the failure may pass. */
    private static @Nullable String mistake(Throwable cause, String baseUrl) {
        LinkageError misfit = Misfit.in(cause);
        if (misfit != null) {
            return Misfit.problem(misfit);
        }
        int status = cause instanceof ApiException failure ? failure.status().orElse(0) : 0;
        if (status == 404 || status == 405 || cause instanceof RedirectException) {
            return "The base URL " + baseUrl + " does not lead to the API. Check its path.";
        }
        boolean lasts = cause instanceof UntrustedServerException
                || cause instanceof InsecureConnectionException
                || cause instanceof InvalidInputException;
        return lasts ? "To try again does not help." : null;
    }

    /** The {@code Retry-After} of the token endpoint, within the limit; null if it does not say. */
    private static @Nullable Duration askedPause(Throwable cause) {
        Duration asked = null;
        if (cause instanceof RateLimitedException limited) {
            asked = limited.retryAfter().orElse(null);
        } else if (cause instanceof ServerErrorException down) {
            asked = down.retryAfter().orElse(null);
        } else if (cause instanceof RenewalFailedException notYet) {
            asked = notYet.retryAfter().orElse(null);
        }
        return asked == null || asked.compareTo(LONGEST_PAUSE) <= 0 ? asked : LONGEST_PAUSE;
    }

    private static SessionFailure notRenewed(Kind kind, Throwable cause, String advice) {
        String said = cause.getMessage();
        String why = said == null ? cause.getClass().getSimpleName() : Sentence.withoutStop(said);
        return new SessionFailure(
                kind, null, "the session's token could not be renewed (" + why + "). " + advice, cause, null);
    }

    /** The same, once it is known how much of the server's pause is left. */
    SessionFailure passingAfter(Duration left) {
        return new SessionFailure(kind, reason, problem, cause, left);
    }

    /** The problem for the log and the status. A text of our own holds no secret; that of the user's code may hold anything. */
    String words() {
        if (cause instanceof Logins.SupplierFailedException failed) {
            return failed.words();
        }
        if (cause == null
                || cause instanceof ApiException
                || cause instanceof CodeUsedException
                || kind == Kind.STORE_AWAY
                || SavedSession.isOurs(cause)) {
            return problem;
        }
        return "the session's token could not be renewed (" + cause.getClass().getName() + ").";
    }

    /** Whether the next try may bring a token without anybody doing anything. */
    boolean isWorthWaiting() {
        boolean hasNoCodeYet = CodeUsedException.untilNextIn(cause) != null;
        return (kind == Kind.PASSING && !hasNoCodeYet && !(cause instanceof Logins.SupplierFailedException))
                || (kind == Kind.STORE_AWAY && !(cause instanceof StoreSetupException));
    }

    static SessionFailure mfaRequired(MfaRequiredException cause) {
        return new SessionFailure(Kind.MFA_REQUIRED, null, cause.failure().problem(), cause, null);
    }

    /** For listeners, who belong to no call. */
    SessionExpiredException expiredForListeners() {
        Failure failure = Failure.local("session", "renewal", problem);
        return new SessionExpiredException(failure, reason == null ? Reason.NOT_LOGGED_IN : reason, cause);
    }

    ApiException forCall(String method, String path) {
        return as(Failure.local(method, path, problem));
    }

    /** An exception of its own for one who waits, described as a failure of his call. */
    ApiException as(Failure failure) {
        return switch (kind) {
            case EXPIRED -> new SessionExpiredException(failure, reason == null ? Reason.NOT_LOGGED_IN : reason, cause);
            case MFA_REQUIRED -> new MfaRequiredException(failure, cause);
            case PASSING, HELD_BACK ->
                new RenewalFailedException(
                        failure, true, retryAfter == null ? CodeUsedException.untilNextIn(cause) : retryAfter, cause);
            case STORE_AWAY -> new RenewalFailedException(failure, !(cause instanceof StoreSetupException), cause);
            case MISTAKE -> new RenewalFailedException(failure, false, cause);
            case CLOSED -> new ClientClosedException(failure, cause);
        };
    }
}
