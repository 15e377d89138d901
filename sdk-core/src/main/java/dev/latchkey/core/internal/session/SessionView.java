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
    private final Flights flights;
    private final SessionHistory history;
    private final StoreHealth store;
    private final Supplier<@Nullable Instant> nextPasswordProbe;

    SessionView(
            SessionSettings settings,
            Flights flights,
            SessionHistory history,
            StoreHealth store,
            Supplier<@Nullable Instant> nextPasswordProbe) {
        this.settings = settings;
        this.flights = flights;
        this.history = history;
        this.store = store;
        this.nextPasswordProbe = nextPasswordProbe;
    }

    /** The state at this moment. */
    public SessionState state() {
        return state(flights.snapshot(), settings.time().nanoTime());
    }

    private static SessionState state(Snapshot current, long now) {
        boolean ended = current.state() == SessionState.ACTIVE && !current.isUsable(now);
        return ended ? SessionState.RENEWAL_DUE : current.state();
    }

    /** All that is known at this moment. */
    public SessionStatus status() {
        SessionHistory.Known known = history.known();
        Snapshot current = flights.snapshot();
        Held held = current.held();
        long now = settings.time().nanoTime();
        Instant wall = settings.time().now();
        SessionState state = state(current, now);
        Instant end = held == null ? null : end(held, now, wall);
        long toNextTry = flights.nanosToNextTry();
        return new SessionStatus(
                state,
                state == SessionState.RENEWAL_DUE && end != null ? end : known.since(),
                state == SessionState.ACTIVE ? end : null,
                known.renewal(),
                known.failure(),
                toNextTry < 0 ? null : wall.plusNanos(toNextTry),
                nextPasswordProbe.get(),
                store.seen(),
                held != null && !held.saved());
    }

    /** When the access token ends by the wall clock, if that is known. */
    public Optional<Instant> expiresAt() {
        Held held = flights.snapshot().held();
        return held == null
                ? Optional.empty()
                : Optional.ofNullable(
                        end(held, settings.time().nanoTime(), settings.time().now()));
    }

    private static @Nullable Instant end(Held held, long now, Instant wall) {
        return held.session().lifetime() == null ? null : wall.plusNanos(held.endsAt() - now);
    }

    /** What a call would send now, without any renewal; null without a token, or with an expired one. */
    public @Nullable Authorization held() {
        Held held = flights.snapshot().held();
        return held != null && held.isUsable(settings.time().nanoTime()) ? held.authorization() : null;
    }

    /** JSON that the login told, or null. */
    public @Nullable String profile() {
        Held held = flights.snapshot().held();
        return held == null ? null : held.session().profile();
    }

    /**
     * Whether this is the session's own refresh token, which nobody else may spend.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean holdsRefreshToken(String token) {
        Held held = flights.snapshot().held();
        String own =
                held == null ? settings.start().refreshToken() : held.tokens().refreshToken();
        return token.equals(own);
    }

    /**
     * Whether this is the session's own access token.
     *
     * @param token to be compared
     * @return true if so
     */
    public boolean holdsAccessToken(String token) {
        Held held = flights.snapshot().held();
        return held != null && token.equals(held.tokens().accessToken());
    }
}
