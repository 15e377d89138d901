package dev.latchkey.fake.webitel;

import dev.latchkey.fake.internal.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The pairs that logins have issued, remembered by the hashes of their keys. A login ends none of those before it. To be
 * used with the fake's state to oneself.
 */
final class Sessions {
    private final WebitelSettings settings;
    private final InstantSource clock;
    private final TokenText texts;
    private final Map<String, Login> byKey = new HashMap<>();

    Sessions(WebitelSettings settings, InstantSource clock, TokenText texts) {
        this.settings = settings;
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        byKey.clear();
    }

    TokenPair open(FakeUser user, Map<String, List<String>> acl) {
        Instant expires = Instant.ofEpochMilli(
                clock.instant().plus(settings.tokenLifetime()).toEpochMilli());
        TokenPair pair = new TokenPair(texts.ofLogin(expires, acl), texts.key(), expires);
        byKey.put(Sha256.hex(pair.key()), new Login(user.username(), Sha256.hex(pair.token()), expires));
        return pair;
    }

    /** The login of this pair, expired or not; null if it is none, or was ended. */
    @Nullable
    Login find(String token, String key) {
        Login login = byKey.get(Sha256.hex(key));
        return login != null && login.tokenHash.equals(Sha256.hex(token)) ? login : null;
    }

    boolean isExpired(Login login) {
        return !clock.instant().isBefore(login.expires);
    }

    void end(String key) {
        byKey.remove(Sha256.hex(key));
    }

    void end(Predicate<Login> which) {
        byKey.values().removeIf(which);
    }

    int live(Predicate<Login> which) {
        return (int) byKey.values().stream()
                .filter(login -> !isExpired(login))
                .filter(which)
                .count();
    }

    /** A login that was not ended. */
    static final class Login {
        final String username;
        final Instant expires;
        private final String tokenHash;

        Login(String username, String tokenHash, Instant expires) {
            this.username = username;
            this.tokenHash = tokenHash;
            this.expires = expires;
        }
    }
}
