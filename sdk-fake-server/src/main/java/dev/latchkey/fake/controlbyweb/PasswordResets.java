package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.internal.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reset tokens that are out, one for a user at most. To be used with the fake's state to oneself. */
final class PasswordResets {
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ControlByWebSettings settings;
    private final InstantSource clock;
    private final TokenText texts;
    private final Map<String, Pending> pending = new HashMap<>();
    private final Map<String, Instant> pausedUntil = new HashMap<>();

    PasswordResets(ControlByWebSettings settings, InstantSource clock, TokenText texts) {
        this.settings = settings;
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        pending.clear();
        endPauses();
    }

    /** Lets the next mail of every user go out at once; tokens stay good. */
    void endPauses() {
        pausedUntil.clear();
    }

    /** A mail with a new token, or null if the last one was less than a minute ago. */
    @Nullable
    ResetMail request(FakeUser user) {
        Instant now = clock.instant();
        if (now.isBefore(pausedUntil.getOrDefault(user.username(), Instant.MIN))) {
            return null;
        }
        String token = texts.reset();
        pausedUntil.put(user.username(), now.plus(PAUSE));
        pending.put(user.username(), new Pending(Sha256.hex(token), now));
        return new ResetMail(user.email(), token, now);
    }

    /** Whether this is the user's token and still good; then it is used up. */
    boolean redeem(FakeUser user, String token) {
        Pending wanted = pending.get(user.username());
        if (wanted == null
                || !wanted.tokenHash.equals(Sha256.hex(token))
                || !clock.instant().isBefore(wanted.createdAt.plus(settings.resetTokenLifetime()))) {
            return false;
        }
        pending.remove(user.username());
        pausedUntil.remove(user.username());
        return true;
    }

    private record Pending(String tokenHash, Instant createdAt) {}
}
