package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.SessionStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What there is to be seen of a session. Does no I/O. Safe for use by many threads. */
public final class SessionView {
    private final SessionSettings settings;
    private final SingleFlight flight;
    private final SessionHistory history;
    private final RefusedToken refused;
    private final Supplier<SessionStatus.Store> store;
    private final Supplier<@Nullable Instant> nextPasswordProbe;

    SessionView(
            SessionSettings settings,
            SingleFlight flight,
            SessionHistory history,
            RefusedToken refused,
            Supplier<SessionStatus.Store> store,
            Supplier<@Nullable Instant> nextPasswordProbe) {
        this.settings = settings;
        this.flight = flight;
        this.history = history;
        this.refused = refused;
        this.store = store;
        this.nextPasswordProbe = nextPasswordProbe;
    }

    /** The state at this moment. */
    public SessionState state() {
        Snapshot current = flight.snapshot();
        boolean hasEnded = !current.isUsable(settings.time().nanoTime());
        return state(current, hasEnded || refusedSince(current) != null);
    }

    private SessionState state(Snapshot current, boolean isUseless) {
        if (current.state() != SessionState.ACTIVE || !isUseless) {
            return current.state();
        }
        return settings.start().isFixed() ? SessionState.EXPIRED : SessionState.RENEWAL_DUE;
    }

    /** Whether the server has refused this token, and another one can be had. */
    boolean isReplaceable(Authorization token) {
        return refused.since(token) != null && !settings.start().isFixed();
    }

    private @Nullable Instant refusedSince(Snapshot current) {
        LiveTokens tokens = current.tokens();
        return tokens == null ? null : refused.since(tokens.authorization());
    }

    /** All that is known at this moment. */
    public SessionStatus status() {
        SessionHistory.Known known = history.known();
        Snapshot current = flight.snapshot();
        LiveTokens tokens = current.tokens();
        long now = settings.time().nanoTime();
        Instant wall = settings.time().now();
        Instant end = tokens == null ? null : end(tokens, now, wall);
        Instant useless = earlier(current.isUsable(now) ? null : end, refusedSince(current));
        SessionState state = state(current, useless != null || !current.isUsable(now));
        long toNextTry = flight.nanosToNextTry();
        return new SessionStatus(
                state,
                state != current.state() && useless != null ? useless : known.since(),
                state == SessionState.ACTIVE ? end : null,
                known.renewal(),
                known.failure(),
                toNextTry < 0 ? null : wall.plusNanos(toNextTry),
                state == SessionState.LOGGED_OUT || state == SessionState.CLOSED ? null : nextPasswordProbe.get(),
                store.get(),
                tokens != null && !tokens.saved());
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }

    /** When the access token ends by the wall clock, if that is known. */
    public Optional<Instant> expiresAt() {
        LiveTokens tokens = flight.snapshot().tokens();
        return tokens == null
                ? Optional.empty()
                : Optional.ofNullable(
                        end(tokens, settings.time().nanoTime(), settings.time().now()));
    }

    private static @Nullable Instant end(LiveTokens tokens, long now, Instant wall) {
        return tokens.session().lifetime() == null ? null : wall.plusNanos(tokens.endsAt() - now);
    }

    /** What a call would send now, without any renewal; null without a token, or with an expired one. */
    public @Nullable Authorization held() {
        LiveTokens tokens = flight.snapshot().tokens();
        return tokens != null && tokens.isUsable(settings.time().nanoTime()) ? tokens.authorization() : null;
    }

    /** JSON that the login told, or null. */
    public @Nullable String profile() {
        LiveTokens tokens = flight.snapshot().tokens();
        return tokens == null ? null : tokens.session().profile();
    }

    /**
     * Whether this is the session's own refresh token, which nobody else may spend.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean holdsRefreshToken(String token) {
        Snapshot current = flight.snapshot();
        LiveTokens tokens = current.tokens();
        String own = tokens == null
                ? current.given().refreshToken()
                : tokens.tokens().refreshToken();
        return token.equals(own);
    }

    /**
     * Whether this is the session's own access token.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean holdsAccessToken(String token) {
        LiveTokens tokens = flight.snapshot().tokens();
        return tokens != null && token.equals(tokens.tokens().accessToken());
    }
}
