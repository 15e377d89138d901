package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.internal.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** JSON Web Tokens with the one header and the one claim of DeviceHive. */
final class Jwt {
    private static final String HEADER = "{\"alg\":\"HS256\"}";
    private static final String CLAIM = "payload";
    private static final String EXPIRY = "exp";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int PARTS = 3;
    private static final int QUANTUM = 4;

    private Jwt() {}

    static void requireUsable(String secret) {
        if (key(secret).length == 0) {
            throw new IllegalArgumentException("a signing secret needs four characters of base 64 at least");
        }
    }

    /** A token with this payload; the marker follows its signature. */
    static String sign(Map<String, @Nullable Object> payload, String secret, String marker) {
        return sign(Json.text(Json.object(CLAIM, payload)), secret) + marker;
    }

    /** A token with these claims. */
    static String sign(String claims, String secret) {
        String signed = base64(HEADER) + "." + base64(claims);
        return signed + "." + signature(signed, secret);
    }

    /** The payload of a token that was signed with this secret, and does not say by a claim {@code exp} that it is over; else null. */
    static @Nullable Map<String, @Nullable Object> verify(String token, String secret, String marker, Instant now) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            return null;
        }
        String expected = signature(parts[0] + "." + parts[1], secret);
        if (!same(parts[2], expected) && !same(parts[2], expected + marker)) {
            return null;
        }
        Map<String, @Nullable Object> header = part(parts[0]);
        Map<String, @Nullable Object> claims = part(parts[1]);
        if (header == null || !"HS256".equals(header.get("alg")) || claims == null) {
            return null;
        }
        if (claims.get(EXPIRY) instanceof Number seconds && now.isAfter(Instant.ofEpochSecond(seconds.longValue()))) {
            return null;
        }
        return Json.asObject(claims.get(CLAIM));
    }

    private static @Nullable Map<String, @Nullable Object> part(String base64) {
        try {
            return Json.asObject(Json.parse(new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String signature(String signed, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(secret), ALGORITHM));
            return base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The server's library takes the secret for base 64, and an incomplete group of four for nothing. */
    private static byte[] key(String secret) {
        String alphabet = secret.replaceAll("[^A-Za-z0-9+/=]|=+(?!=*$)", "");
        return Base64.getDecoder().decode(alphabet.substring(0, alphabet.length() / QUANTUM * QUANTUM));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
