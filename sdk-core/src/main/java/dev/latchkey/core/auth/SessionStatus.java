package dev.latchkey.core.auth;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a session is at one moment, for health checks and support. All times are of this machine's wall clock. Holds no secret.
 *
 * @param state where the session stands; {@link SessionState#ACTIVE} only while there is a token that can be used
 * @param since when that state began
 * @param usableUntil when the token ends; null without a usable token, which one that the server has refused is not, and where
 *     its lifetime is not known
 * @param lastRenewal the last time that a new token came, or null
 * @param lastFailure the last time that none came though it was tried, null if that never happened
 * @param nextTry when a token is asked for again by itself, null if nothing failed or no call needs one by then
 * @param nextPasswordProbe when a password that is held back is sent again by itself, null if none is held back
 * @param store how the token store works
 * @param unsaved whether the session holds tokens that the store has not taken yet
 */
public record SessionStatus(
        SessionState state,
        Instant since,
        @Nullable Instant usableUntil,
        @Nullable Renewal lastRenewal,
        @Nullable Failure lastFailure,
        @Nullable Instant nextTry,
        @Nullable Instant nextPasswordProbe,
        Store store,
        boolean unsaved) {

    /**
     * A login or renewal that brought a token.
     *
     * @param at when it came
     * @param reason why it was asked for
     */
    public record Renewal(Instant at, RenewalReason reason) {}

    /**
     * A login or renewal that brought none. A logout, and a call for a token of a session that is over, are no tries.
     *
     * @param at when it failed
     * @param type simple name of the cause's class
     * @param problem what went wrong and what to do
     * @param inARow how many have failed since the last success, this one included; 0 after a success
     */
    public record Failure(Instant at, String type, String problem, int inARow) {}

    /**
     * How the token store works.
     *
     * @param working false from a failure until it works again
     * @param problem of the last failure, null while it works; the store's advice if it gives any
     * @param since when the first of these failures was met, null while it works
     */
    public record Store(
            boolean working,
            @Nullable String problem,
            @Nullable Instant since) {}
}
