package dev.latchkey.fake.webitel;

import dev.latchkey.fake.internal.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The static tokens that an administrator has made. To be used with the fake's state to oneself. */
final class DomainTokens {
    private final InstantSource clock;
    private final TokenText texts;
    private final Map<String, DomainToken> byHash = new HashMap<>();
    private final Set<String> disabled = new HashSet<>();

    DomainTokens(InstantSource clock, TokenText texts) {
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        byHash.clear();
        disabled.clear();
    }

    DomainToken create(String domain, Map<String, List<String>> acl, Instant expires, @Nullable String text) {
        if (domain.isBlank()) {
            throw new IllegalArgumentException("a domain token needs a domain");
        }
        if (!clock.instant().isBefore(expires)) {
            throw new IllegalArgumentException(
                    "a domain token needs an end that is yet to come, as the server wants it");
        }
        String id = UUID.randomUUID().toString();
        Instant end = expires.equals(Instant.MAX) ? expires : expires.truncatedTo(ChronoUnit.MILLIS);
        DomainToken token =
                new DomainToken(id, text == null ? texts.ofDomain(id, domain, end) : text, domain, acl, end);
        byHash.put(Sha256.hex(token.token()), token);
        return token;
    }

    void disable(String token) {
        if (!knows(token)) {
            throw new IllegalArgumentException("no domain token is that one");
        }
        disabled.add(Sha256.hex(token));
    }

    boolean knows(String token) {
        return byHash.containsKey(Sha256.hex(token));
    }

    /** The token that is not disabled, or null. */
    @Nullable
    DomainToken live(String token) {
        String hash = Sha256.hex(token);
        return disabled.contains(hash) ? null : byHash.get(hash);
    }

    boolean isExpired(DomainToken token) {
        return !clock.instant().isBefore(token.expires());
    }
}
