package dev.latchkey.fake.webitel;

import dev.latchkey.fake.internal.Sha256;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The static tokens that administrators have made. To be used with the fake's state to oneself. */
final class DomainTokens {
    private final InstantSource clock;
    private final TokenText texts;
    private final Map<String, Issued> byHash = new LinkedHashMap<>();

    DomainTokens(InstantSource clock, TokenText texts) {
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        byHash.clear();
    }

    /** The end is kept as it was given: a number of milliseconds, or anything else. */
    DomainToken create(Wanted wanted) {
        String id = UUID.randomUUID().toString();
        String text = wanted.text == null ? texts.ofDomain(id, wanted.domain, wanted.expire) : wanted.text;
        Issued token = new Issued(id, wanted, clock.instant().toEpochMilli());
        byHash.put(Sha256.hex(text), token);
        return new DomainToken(id, text, token.domain, token.roleName, end(token), true);
    }

    boolean isPast(@Nullable Object expire) {
        return JavaScript.number(expire) <= clock.instant().toEpochMilli();
    }

    /** Deleted ones too: they are refused as domain tokens. */
    boolean knows(String token) {
        return byHash.containsKey(Sha256.hex(token));
    }

    /** The token that is neither disabled nor deleted, or null. */
    @Nullable
    Issued live(String token) {
        Issued issued = byHash.get(Sha256.hex(token));
        return issued == null || !issued.enabled || issued.deleted ? null : issued;
    }

    boolean isExpired(Issued token) {
        return isPast(token.expire);
    }

    void disable(String token) {
        Issued issued = byHash.get(Sha256.hex(token));
        if (issued == null) {
            throw new IllegalArgumentException("no domain token is that one");
        }
        issued.enabled = false;
    }

    /** Those that have had tokens, deleted ones too, in the order of their first ones. */
    Set<String> domains() {
        return byHash.values().stream().map(token -> token.domain).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean has(String domain) {
        return domains().contains(domain);
    }

    List<Issued> of(String domain) {
        return all(token -> token.domain.equals(domain));
    }

    @Nullable
    Issued find(String domain, String id) {
        List<Issued> found = all(token -> token.domain.equals(domain) && token.id.equals(id));
        return found.isEmpty() ? null : found.get(0);
    }

    private List<Issued> all(Predicate<Issued> which) {
        return byHash.values().stream()
                .filter(token -> !token.deleted)
                .filter(which)
                .toList();
    }

    private static Instant end(Issued token) {
        double millis = JavaScript.number(token.expire);
        return Double.isNaN(millis) ? Instant.MAX : Instant.ofEpochMilli((long) millis);
    }

    /**
     * A token to be made.
     *
     * @param acl null for what the role may
     * @param text null for one that is made
     */
    record Wanted(
            String domain,
            String roleName,
            Object expire,
            String createdBy,
            @Nullable Map<String, List<String>> acl,
            @Nullable String text) {

        /** Without the text. */
        @Override
        public String toString() {
            return "Wanted[" + domain + ", " + roleName + "]";
        }
    }

    /** A token that was made. */
    static final class Issued {
        final String id;
        final String domain;
        final String roleName;
        final Object expire;
        final String createdBy;
        final long createdOn;
        final @Nullable Map<String, List<String>> acl;
        boolean enabled = true;
        boolean deleted;

        Issued(String id, Wanted wanted, long createdOn) {
            this.id = id;
            this.domain = wanted.domain;
            this.roleName = wanted.roleName;
            this.expire = wanted.expire;
            this.createdBy = wanted.createdBy;
            this.acl = wanted.acl;
            this.createdOn = createdOn;
        }
    }
}
