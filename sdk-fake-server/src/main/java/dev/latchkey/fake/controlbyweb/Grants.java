package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.Fingerprint;
import dev.latchkey.fake.internal.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tokens that have been issued, remembered by their hashes. To be used with the fake's state to oneself. */
final class Grants {
    private final ControlByWebSettings settings;
    private final InstantSource clock;
    private final TokenText texts;
    private final Map<String, Grant> byAccess = new HashMap<>();
    private final Map<String, Grant> byRefresh = new HashMap<>();
    private long lastSession;

    Grants(ControlByWebSettings settings, InstantSource clock, TokenText texts) {
        this.settings = settings;
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        byAccess.clear();
        byRefresh.clear();
    }

    /** The tokens of a new session. */
    IssuedTokens issue(FakeUser user) {
        return issue(user, ++lastSession);
    }

    /** The next tokens of a session; the ones before end as the settings say. */
    IssuedTokens rotate(FakeUser user, Grant old) {
        old.refreshRevoked = true;
        if (!settings.oldAccessTokenStaysAlive()) {
            byAccess.remove(old.accessHash);
        }
        return issue(user, old.session);
    }

    /** The grant of an access token that is alive, or null. */
    @Nullable
    Grant access(String token) {
        Grant grant = byAccess.get(Sha256.hex(token));
        return grant != null && clock.instant().isBefore(grant.accessExpires) ? grant : null;
    }

    /** The grant of a refresh token, alive or not; null if it was never issued. */
    @Nullable
    Grant refresh(String token) {
        return byRefresh.get(Sha256.hex(token));
    }

    boolean isRefreshAlive(String token) {
        Grant grant = refresh(token);
        return grant != null && !grant.refreshRevoked && !isExpired(grant);
    }

    int liveSessions() {
        Instant now = clock.instant();
        Stream<Grant> byToken = Stream.concat(
                byAccess.values().stream().filter(grant -> now.isBefore(grant.accessExpires)),
                byRefresh.values().stream().filter(grant -> !grant.refreshRevoked && !isExpired(grant)));
        return (int) byToken.map(grant -> grant.session).distinct().count();
    }

    boolean isExpired(Grant grant) {
        return !clock.instant().isBefore(grant.refreshExpires);
    }

    void end(Grant grant) {
        byAccess.remove(grant.accessHash);
        grant.refreshRevoked = true;
    }

    void endSession(long session) {
        end(grant -> grant.session == session);
    }

    void end(Predicate<Grant> which) {
        byAccess.values().removeIf(which);
        byRefresh.values().stream().filter(which).forEach(grant -> grant.refreshRevoked = true);
    }

    void endAccess(Predicate<Grant> which) {
        byAccess.values().removeIf(which);
    }

    List<String> presentedMoreThanOnce() {
        return byRefresh.values().stream()
                .filter(grant -> grant.presented > 1)
                .map(grant -> grant.refreshFingerprint)
                .toList();
    }

    private IssuedTokens issue(FakeUser user, long session) {
        Instant now = clock.instant();
        Instant expires = now.plus(settings.accessTokenLifetime());
        Integer id = user.id();
        IssuedTokens tokens =
                new IssuedTokens(texts.access(id == null ? 0 : id, now, expires), texts.refresh(), expires);
        Grant grant = new Grant(user.username(), session, tokens, now.plus(settings.refreshTokenLifetime()));
        byAccess.put(grant.accessHash, grant);
        byRefresh.put(Sha256.hex(tokens.refreshToken()), grant);
        return tokens;
    }

    /** One access token and the refresh token that came with it. */
    static final class Grant {
        final String username;
        final long session;
        private final String accessHash;
        private final Instant accessExpires;
        private final Instant refreshExpires;
        private final String refreshFingerprint;
        boolean refreshRevoked;
        int presented;

        Grant(String username, long session, IssuedTokens tokens, Instant refreshExpires) {
            this.username = username;
            this.session = session;
            this.accessHash = Sha256.hex(tokens.accessToken());
            this.accessExpires = tokens.expiresAt();
            this.refreshExpires = refreshExpires;
            this.refreshFingerprint = Fingerprint.of(tokens.refreshToken());
        }
    }
}
