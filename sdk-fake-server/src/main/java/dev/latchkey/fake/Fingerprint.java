package dev.latchkey.fake;

import dev.latchkey.fake.internal.Sha256;

/**
 * What the journal shows in the place of a token. A test that holds the token compares fingerprints and so knows that
 * the right one was sent, while nothing that is printed holds a secret.
 *
 * <pre>{@code
 * assertThat(entry.fingerprint("Authorization")).isEqualTo(Fingerprint.of(accessToken));
 * }</pre>
 */
public final class Fingerprint {
    private static final int SHOWN_DIGITS = 12;

    private Fingerprint() {}

    /**
     * The fingerprint of a secret: {@code sha256:} and the first 12 hex digits of the SHA-256 of its UTF-8 bytes.
     *
     * @param secret a token; not a password, which could be guessed from it
     */
    public static String of(String secret) {
        return "sha256:" + Sha256.hex(secret).substring(0, SHOWN_DIGITS);
    }
}
