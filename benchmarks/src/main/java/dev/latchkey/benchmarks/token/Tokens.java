package dev.latchkey.benchmarks.token;

import java.time.Duration;
import java.time.Instant;

/** The one token that everybody holds. */
final class Tokens {
    static final String VALUE = "token";
    static final Duration LIFE = Duration.ofHours(12);

    private Tokens() {}

    static Instant expiry() {
        return Instant.now().plus(LIFE);
    }
}
