package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.internal.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues tokens and reads them. To be used with the fake's state to oneself. */
final class Tokens {
    private final DeviceHiveSettings settings;
    private final FakeClock clock;
    private final Payloads payloads;
    private final Set<String> accessTokens = new HashSet<>();
    private final Set<String> revoked = new HashSet<>();

    Tokens(DeviceHiveSettings settings, FakeClock clock, ServerProfile profile) {
        this.settings = settings;
        this.clock = clock;
        this.payloads = new Payloads(profile);
    }

    void clear() {
        accessTokens.clear();
        revoked.clear();
    }

    /** An access token and a refresh token with the same rights. */
    IssuedTokens pair(TokenPayload access, TokenPayload refresh) {
        return new IssuedTokens(issue(access.as(false)), issue(refresh.as(true)));
    }

    String issue(TokenPayload payload) {
        Duration lifetime = payload.refresh() ? settings.refreshTokenLifetime() : settings.accessTokenLifetime();
        Instant end = payload.expiresAt();
        long expires = (end == null ? clock.instant().plus(lifetime) : end).toEpochMilli();
        String token = sign(payload, expires, settings.signingSecret());
        // Equal payloads are equal tokens, and a new token that is already revoked would help nobody.
        while (revoked.contains(Sha256.hex(token))) {
            token = sign(payload, ++expires, settings.signingSecret());
        }
        if (!payload.refresh()) {
            accessTokens.add(Sha256.hex(token));
        }
        return token;
    }

    String sign(TokenPayload payload, long expires, String secret) {
        return Jwt.sign(payloads.write(payload, expires), secret, settings.secretMarker());
    }

    /** The payload of a token of this server's, whether it has expired or not; null if it is none. */
    @Nullable
    TokenPayload read(String token) {
        Map<String, @Nullable Object> json =
                Jwt.verify(token, settings.signingSecret(), settings.secretMarker(), clock.instant());
        return json == null ? null : payloads.read(json);
    }

    boolean isExpired(TokenPayload payload) {
        Instant end = payload.expiresAt();
        return end != null && end.toEpochMilli() < clock.instant().toEpochMilli();
    }

    boolean isRevoked(String token) {
        return revoked.contains(Sha256.hex(token));
    }

    void revokeAccessTokens() {
        revoked.addAll(accessTokens);
        accessTokens.clear();
    }
}
