package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.store.LoginNotes.SentPassword;
import dev.latchkey.core.store.SessionKey;
import java.security.GeneralSecurityException;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What tells a password from most others without being worth much to who reads it: 16 bits of a slow hash. The salt is made of
 * the session's key, so that all who share a store get the same one without asking it.
 */
@FunctionalInterface
interface PasswordPrint {
    /** 0 to 65535, or {@link SentPassword#ANY} where the platform has no such hash. Takes up to some seconds. */
    int of(SessionKey key, Credentials credentials);

    /** PBKDF2 with HMAC-SHA256 in 600,000 rounds. */
    static PasswordPrint slow() {
        return (key, credentials) -> {
            try {
                byte[] salt = Digest.of("salt", key.vendor(), key.baseUrl(), key.identity())
                        .toByteArray();
                // Digits of a digest: providers do not agree on the bytes of other characters.
                char[] secret = Digest.of("password", credentials.username(), credentials.password())
                        .hex()
                        .toCharArray();
                PBEKeySpec spec = new PBEKeySpec(secret, salt, 600_000, 256);
                byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
                return (hash[0] & 0xFF) << 8 | (hash[1] & 0xFF);
            } catch (GeneralSecurityException e) {
                return SentPassword.ANY;
            }
        };
    }
}
