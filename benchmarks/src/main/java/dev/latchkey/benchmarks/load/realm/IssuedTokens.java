package dev.latchkey.benchmarks.load.realm;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of one realm, and which of them live. For the server's thread. */
final class IssuedTokens {
    private static final String BEARER = "Bearer ";

    private final Map<String, Long> expiries = new HashMap<>();
    private final Set<String> refreshTokens = new HashSet<>();
    private int issued;

    /** The token endpoint's answer: members for those who speak OAuth 2 and for those who speak Connectware's login. */
    String issue(int lifeSeconds, boolean killsOld) {
        if (killsOld) {
            expiries.clear();
            refreshTokens.clear();
        }
        issued++;
        String access = "access" + issued;
        String refresh = "refresh" + issued;
        expiries.put(access, System.nanoTime() + lifeSeconds * 1_000_000_000L);
        refreshTokens.add(refresh);
        return "{\"token_type\":\"Bearer\",\"expires_in\":" + lifeSeconds + ",\"access_token\":\"" + access
                + "\",\"refresh_token\":\"" + refresh + "\",\"token\":\"" + access + "\",\"expiresAt\":\""
                + Instant.now().plusSeconds(lifeSeconds) + "\"}";
    }

    /** Whether a token request names a refresh token that is none. */
    boolean rejects(String form) {
        int at = form.indexOf("refresh_token=");
        if (!form.contains("grant_type=refresh_token") || at < 0) {
            return false;
        }
        int start = at + "refresh_token=".length();
        int end = form.indexOf('&', start);
        return !refreshTokens.contains(end < 0 ? form.substring(start) : form.substring(start, end));
    }

    boolean accepts(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(BEARER)) {
            return false;
        }
        Long expiry = expiries.get(authorization.substring(BEARER.length()));
        return expiry != null && System.nanoTime() - expiry < 0;
    }

    /** Lets all access tokens die; refresh tokens live on. */
    void revoke() {
        expiries.clear();
    }
}
