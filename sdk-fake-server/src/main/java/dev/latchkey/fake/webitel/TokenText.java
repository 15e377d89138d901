package dev.latchkey.fake.webitel;

import dev.latchkey.fake.internal.Base32;
import dev.latchkey.fake.internal.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Makes tokens and keys that look like the real ones, each with the marker in it. */
final class TokenText {
    private static final List<String> RESOURCES_IN_TOKENS = List.of("cdr", "cdr/files", "cdr/media");

    private static final int KEY = 52;

    private final WebitelSettings settings;

    TokenText(WebitelSettings settings) {
        this.settings = settings;
    }

    /** The time is in milliseconds, unlike what RFC 7519 says of {@code exp}. */
    String ofLogin(Instant expires, Map<String, List<String>> acl) {
        return jwt(Json.object("exp", expires.toEpochMilli(), "acl", withinToken(acl)));
    }

    /** The end is what the server was told: a number of milliseconds, or the text of a date, which it never finds to be over. */
    String ofDomain(String id, String domain, Object expire) {
        return jwt(Json.object("id", id, "exp", expire, "d", domain, "t", "domain", "v", 2));
    }

    /** The key of root's one-time passwords: 52 characters, with the marker if Base 32 can spell it. */
    String oneTimePasswordKey() {
        String marker = settings.secretMarker();
        boolean fits = marker.length() <= KEY / 2 && marker.chars().allMatch(c -> Base32.ALPHABET.indexOf(c) >= 0);
        return fits ? marker + Base32.random(KEY - marker.length()) : Base32.random(KEY);
    }

    /** Whether this has the form of a token, whoever has signed it. */
    static boolean isJwt(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            return Json.asObject(
                            Json.parse(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)))
                    != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    String key() {
        return marked(UUID.randomUUID().toString());
    }

    private String jwt(Map<String, @Nullable Object> payload) {
        String signed = base64("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(Json.text(payload).getBytes(StandardCharsets.UTF_8));
        return signed + "." + marked(base64(signature(signed)));
    }

    private byte[] signature(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(settings.tokenSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static Map<String, List<String>> withinToken(Map<String, List<String>> acl) {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String resource : RESOURCES_IN_TOKENS) {
            List<String> rights = acl.get(resource);
            if (rights != null) {
                kept.put(resource, rights);
            }
        }
        return kept;
    }

    /** With no marker the text as it is; with one, the marker and enough of the text to be unique. */
    private String marked(String text) {
        String marker = settings.secretMarker();
        return marker + text.substring(Math.min(marker.length(), text.length() / 2));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
