package dev.latchkey.core.store;

import dev.latchkey.core.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Seals texts with one key. The cipher chooses each nonce, since keystores insist on it; the key is never asked for its
 * bytes, since keystores do not give them away.
 */
final class AesGcm {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** A text that the same key has sealed for another purpose does not open here. */
    private static final byte[] PURPOSE = "dev.latchkey.session.1".getBytes(StandardCharsets.UTF_8);

    private final SecretKey key;

    private AesGcm(SecretKey key) {
        this.key = key;
    }

    static AesGcm with(SecretKey key) {
        if (!"AES".equalsIgnoreCase(key.getAlgorithm())) {
            throw new InvalidInputException("The key is not one of AES but of " + key.getAlgorithm()
                    + ". Make one with KeyGenerator.getInstance(\"AES\").");
        }
        if (key.getFormat() != null) { // A key in a keystore may want its user first.
            try {
                Cipher.getInstance(TRANSFORMATION).init(Cipher.ENCRYPT_MODE, key);
            } catch (InvalidKeyException e) {
                throw new InvalidInputException("The key is no AES key of 128, 192 or 256 bits."
                        + " Make one with KeyGenerator.getInstance(\"AES\").");
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no " + TRANSFORMATION, e);
            }
        }
        return new AesGcm(key);
    }

    String seal(String text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(Cipher.ENCRYPT_MODE, key);
        byte[] nonce = cipher.getIV();
        if (nonce.length != NONCE_BYTES) {
            throw new GeneralSecurityException("the provider chose a nonce of " + nonce.length + " bytes");
        }
        cipher.updateAAD(PURPOSE);
        byte[] content = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + content.length);
        System.arraycopy(content, 0, sealed, NONCE_BYTES, content.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** Null if this key has not sealed it. */
    @Nullable
    String open(String text) throws GeneralSecurityException {
        byte[] sealed = decoded(text);
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            return null;
        }
        Cipher cipher = Cipher.getInstance(TRANSFORMATION);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BYTES * 8, sealed, 0, NONCE_BYTES));
        cipher.updateAAD(PURPOSE);
        try {
            byte[] content = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            return new String(content, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            return null;
        }
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    @Override
    public String toString() {
        return "AesGcm";
    }
}
