package dev.latchkey.fake.webitel;

import dev.latchkey.fake.internal.OneTimePasswords;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The one-time passwords of root. A code counts as often as it comes. To be used with the fake's state to oneself. */
final class RootTotp {
    private final InstantSource clock;
    private final TokenText texts;
    private final OneTimePasswords passwords = new OneTimePasswords();
    private @Nullable String key;
    private boolean enabled;

    RootTotp(InstantSource clock, TokenText texts) {
        this.clock = clock;
        this.texts = texts;
    }

    void clear() {
        key = null;
        enabled = false;
    }

    boolean isEnabled() {
        return enabled;
    }

    /** Without a key before, one is made. */
    void enable(boolean value) {
        if (value && key == null) {
            newKey();
        }
        enabled = value;
    }

    void newKey() {
        key = texts.oneTimePasswordKey();
    }

    @Nullable
    String key() {
        return key;
    }

    /** The code of this moment, or null if there is no key. */
    @Nullable
    String code() {
        return key == null ? null : passwords.at(key, clock.instant());
    }

    boolean accepts(String code) {
        return key != null
                && passwords.match(key, code, clock.instant(), step -> true).isPresent();
    }
}
