package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tokens that have been issued, remembered by their hashes. To be used with the fake's state to oneself. */
final class AccessTokens {
    private final InstantSource clock;
    private final SecretText texts;
    private final Map<String, AccessToken> byFingerprint = new LinkedHashMap<>();

    AccessTokens(InstantSource clock, SecretText texts) {
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        byFingerprint.clear();
    }

    IssuedToken issue(User user, Duration lifetime, @Nullable String label) {
        Instant now = clock.instant();
        return add(user, texts.token(user, now, now.plus(lifetime)), lifetime, label);
    }

    /** Lets this text be a token. */
    IssuedToken add(User user, String text, Duration lifetime, @Nullable String label) {
        Instant now = clock.instant();
        IssuedToken issued = new IssuedToken(text, Sha256.hex(text), now.plus(lifetime));
        byFingerprint.put(
                issued.fingerprint(), new AccessToken(issued.fingerprint(), user.id, now, issued.expiresAt(), label));
        return issued;
    }

    /** The token with this text if it is alive, else null. */
    @Nullable
    AccessToken alive(String text) {
        AccessToken token = byFingerprint.get(Sha256.hex(text));
        return token != null && isAlive(token) ? token : null;
    }

    /** The tokens of a user that are alive, oldest first. */
    List<AccessToken> of(User user) {
        return byFingerprint.values().stream()
                .filter(token -> token.userId().equals(user.id) && isAlive(token))
                .toList();
    }

    /** Ends the tokens that this is true of, and says whether there were any. */
    boolean revoke(Predicate<AccessToken> which) {
        return byFingerprint.values().removeIf(which);
    }

    int countAlive() {
        return (int) byFingerprint.values().stream().filter(this::isAlive).count();
    }

    private boolean isAlive(AccessToken token) {
        return clock.instant().isBefore(token.expiresAt());
    }
}
