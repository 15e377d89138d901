package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What there is to be seen of a session. Does no I/O. Safe for use by many threads. */
public final class SessionView {
    private final SessionSettings settings;
    private final Flights flights;

    SessionView(SessionSettings settings, Flights flights) {
        this.settings = settings;
        this.flights = flights;
    }

    /** The state at this moment. */
    public SessionState state() {
        return flights.snapshot().state();
    }

    /** When the access token ends by the wall clock, if that is known. */
    public Optional<Instant> expiresAt() {
        Held held = flights.snapshot().held();
        if (held == null || held.session().lifetime() == null) {
            return Optional.empty();
        }
        return Optional.of(
                settings.time().now().plusNanos(held.endsAt() - settings.time().nanoTime()));
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
