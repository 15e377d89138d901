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
    private final Supplier<SessionStatus.Store> store;
    private final Supplier<@Nullable Instant> nextPasswordProbe;

    SessionView(
            SessionSettings settings,
            SingleFlight flight,
            SessionHistory history,
            Supplier<SessionStatus.Store> store,
            Supplier<@Nullable Instant> nextPasswordProbe) {
        this.settings = settings;
        this.flight = flight;
        this.history = history;
        this.store = store;
        this.nextPasswordProbe = nextPasswordProbe;
    }

    /** The state at this moment. */
    public SessionState state() {
        return state(flight.snapshot(), settings.time().nanoTime());
    }

    private static SessionState state(Snapshot current, long now) {
        boolean ended = current.state() == SessionState.ACTIVE && !current.isUsable(now);
        return ended ? SessionState.RENEWAL_DUE : current.state();
    }

    /** All that is known at this moment. */
    public SessionStatus status() {
        SessionHistory.Known known = history.known();
        Snapshot current = flight.snapshot();
        LiveTokens tokens = current.tokens();
        long now = settings.time().nanoTime();
        Instant wall = settings.time().now();
        SessionState state = state(current, now);
        Instant end = tokens == null ? null : end(tokens, now, wall);
        long toNextTry = flight.nanosToNextTry();
        return new SessionStatus(
                state,
                state == SessionState.RENEWAL_DUE && end != null ? end : known.since(),
                state == SessionState.ACTIVE ? end : null,
                known.renewal(),
                known.failure(),
                toNextTry < 0 ? null : wall.plusNanos(toNextTry),
                state == SessionState.LOGGED_OUT || state == SessionState.CLOSED ? null : nextPasswordProbe.get(),
                store.get(),
                tokens != null && !tokens.saved());
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
