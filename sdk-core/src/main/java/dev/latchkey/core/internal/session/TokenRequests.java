package dev.latchkey.core.internal.session;

import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.vendor.TokenGrant;
import dev.latchkey.core.vendor.TokenService;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the vendor for tokens and saves them before anyone may use them. */
final class TokenRequests {

    /**
     * What new tokens follow on.
     *
     * @param generation of the session that they belong to
     * @param version the highest one seen so far
     * @param refreshToken the previous one, which goes on if no other is granted; null after a login
     * @param profile what an earlier login told, or null
     */
    record Lineage(
            long generation,
            long version,
            @Nullable String refreshToken,
            @Nullable String profile) {

        static Lineage of(StoredSession session) {
            Tokens tokens = session.tokens();
            return new Lineage(
                    session.generation(),
                    session.version(),
                    tokens == null ? null : tokens.refreshToken(),
                    session.profile());
        }

        Lineage keeping(String used) {
            return new Lineage(generation, version, used, profile);
        }

        @Override
        public String toString() {
            return "Lineage[generation=" + generation + ", version=" + version + "]";
        }
    }

    private final SessionSettings settings;
    private final TokenService service;
    private final LiveTokens.Factory live;

    TokenRequests(SessionSettings settings, TokenService service, LiveTokens.Factory live) {
        this.settings = settings;
        this.service = service;
        this.live = live;
    }

    LiveTokens refresh(String refreshToken, Lineage lineage, StoreSection section) {
        return ask(() -> service.refresh(refreshToken), lineage, section);
    }

    LiveTokens login(Supplier<TokenGrant> steps, Lineage lineage, StoreSection section) {
        return ask(steps, lineage, section);
    }

    /** Saves tokens that an earlier failure of the store left unsaved. */
    static LiveTokens saveAgain(LiveTokens held, StoreSection section) {
        return held.saved(section.save(held.session()));
    }

    private LiveTokens ask(Supplier<TokenGrant> request, Lineage lineage, StoreSection section) {
        TimeSource time = settings.time();
        long askedNanos = time.nanoTime();
        TokenGrant grant = request.get();
        // One reading of the wall clock: it may have been set while the server was asked.
        Instant answeredAt = time.now();
        Duration took = Duration.ofNanos(Math.max(0, time.nanoTime() - askedNanos));
        StoredSession session = new StoredSession(
                settings.key(),
                lineage.generation(),
                lineage.version() + 1,
                withRefreshToken(grant.tokens(), lineage.refreshToken()),
                answeredAt.minus(took),
                Lifetimes.of(grant, answeredAt, took),
                grant.profile() == null ? lineage.profile() : grant.profile(),
                null);
        // First made ready for the wire: a token that cannot be sent must not be found in the store for ever.
        return saveAgain(live.obtained(session, askedNanos, false), section);
    }

    /** A server that does not rotate sends no new refresh token. */
    private static Tokens withRefreshToken(Tokens granted, @Nullable String before) {
        return granted.refreshToken() != null || before == null
                ? granted
                : new Tokens(granted.accessToken(), before, granted.key());
    }
}
