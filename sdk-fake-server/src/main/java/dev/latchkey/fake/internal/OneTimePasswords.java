package dev.latchkey.fake.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords of RFC 6238: SHA-1, six digits, steps of 30 seconds. */
public final class OneTimePasswords {
    private static final long STEP_SECONDS = 30;

    /** How many steps before and after the current one are good too: one, for slow networks and clocks. */
    private static final long TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS));

    /** The number of the time step. */
    public static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of this moment for a key in Base 32. */
    public String at(String secret, Instant instant) {
        return at(secret, step(instant));
    }

    /** The step near this instant for which the code is right and which may be used, if there is one. */
    public OptionalLong match(String secret, String code, Instant instant, LongPredicate usable) {
        long now = step(instant);
        return LongStream.rangeClosed(now - TOLERANCE, now + TOLERANCE)
                .filter(usable)
                .filter(step -> at(secret, step).equals(code))
                .findFirst();
    }

    private String at(String secret, long step) {
        try {
            return generator.generateOneTimePasswordString(
                    new SecretKeySpec(Base32.decode(secret), "RAW"),
                    Instant.ofEpochSecond(step * STEP_SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every key that is not empty fits HMAC", e);
        }
    }
}
