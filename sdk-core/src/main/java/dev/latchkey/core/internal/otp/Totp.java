package dev.latchkey.core.internal.otp;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.OneTimePassword;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Time-based one-time passwords of RFC 6238, which the session can ask for by step. Immutable and safe for use by many
 * threads.
 */
public final class Totp implements OneTimePassword {
    static final String SHA1 = "SHA1";
    static final List<String> ALGORITHMS = List.of(SHA1, "SHA256", "SHA512");
    static final int USUAL_DIGITS = 6;
    static final int FEWEST_DIGITS = 6;
    static final int MOST_DIGITS = 8;
    static final int USUAL_PERIOD = 30;
    static final int LONGEST_PERIOD = 3600;

    private final SecretKeySpec key;
    private final int digits;
    private final int periodSeconds;

    private Totp(byte[] key, String algorithm, int digits, int periodSeconds) {
        this.key = new SecretKeySpec(key, "Hmac" + algorithm);
        this.digits = digits;
        this.periodSeconds = periodSeconds;
    }

    /**
     * Reads a secret.
     *
     * @param secretOrUri Base32, or an {@code otpauth://totp/…} URI
     * @return its passwords
     * @throws InvalidInputException if it is neither; the message does not show it
     */
    public static Totp of(@Nullable String secretOrUri) {
        String text = secretOrUri == null ? "" : secretOrUri.trim();
        if (!KeyUri.isOne(text)) {
            return new Totp(Base32.decode(text), SHA1, USUAL_DIGITS, USUAL_PERIOD);
        }
        KeyUri uri = KeyUri.parse(text);
        return new Totp(Base32.decode(uri.secret()), uri.algorithm(), uri.digits(), uri.periodSeconds());
    }

    /**
     * The step that a moment is in.
     *
     * @param moment any
     * @return its number, from the epoch on
     */
    public long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), (long) periodSeconds);
    }

    /**
     * How long until a step begins.
     *
     * @param step its number
     * @param now by the wall clock
     * @return zero or less once it has begun
     */
    public Duration until(long step, Instant now) {
        return Duration.between(now, Instant.ofEpochSecond(step * periodSeconds));
    }

    /**
     * The password of a step.
     *
     * @param step its number
     * @return ASCII digits
     */
    public String code(long step) {
        byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xF;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        int bound = 1;
        for (int i = 0; i < digits; i++) {
            bound *= 10;
        }
        return Integer.toString(bound + number % bound).substring(1); // A format would use the locale's digits.
    }

    /** By the clock of this machine; the session asks by its own. */
    @Override
    public String current() {
        return code(step(TimeSource.system().now()));
    }

    @Override
    public boolean isUnattended() {
        return true;
    }

    private byte[] hash(byte[] message) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This platform has no " + key.getAlgorithm() + ".", e);
        }
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "Totp[" + key.getAlgorithm() + ", digits=" + digits + ", period=" + periodSeconds + "]";
    }
}
