package dev.latchkey.fake.connectware;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import dev.latchkey.fake.internal.Base32;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords of RFC 6238: SHA-1, six digits, steps of 30 seconds. */
final class OneTimePasswords {
    private static final long STEP_SECONDS = 30;

    /** How many steps before and after the current one are good too: one, for slow networks and clocks. */
    private static final long TOLERANCE = 1;

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator(Duration.ofSeconds(STEP_SECONDS));

    static String uri(String secret) {
        return "otpauth://totp/Cybus:Connectware?issuer=Cybus&secret=" + secret + "&algorithm=SHA1&digits=6&period="
                + STEP_SECONDS;
    }

    /** The number of the time step. */
    static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP_SECONDS);
    }

    String at(String secret, Instant instant) {
        return at(secret, step(instant));
    }

    /** The step near this instant for which the code is right and which may be used, if there is one. */
    OptionalLong match(String secret, String code, Instant instant, LongPredicate usable) {
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
