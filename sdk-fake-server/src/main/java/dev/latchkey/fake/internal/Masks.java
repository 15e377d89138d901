package dev.latchkey.fake.internal;

import dev.latchkey.fake.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts fingerprints in the place of secrets, by the names that hold them. What a person might have chosen (a password,
 * a one-time code) gets no fingerprint, since a short secret can be guessed from its hash.
 *
 * <p>One object serves one request and remembers the fingerprints by name; it is not thread-safe.
 */
public final class Masks {
    private static final String HIDDEN = "***";
    private static final String PRIVATE_KEY = "PRIVATE KEY-----";
    private static final int LONGEST_OPEN_SEGMENT = 15;
    private static final Set<String> NAMES =
            Set.of("key", "xkey", "authorization", "proxyauthorization", "cookie", "csr");
    private static final Set<String> CHOSEN = Set.of("code", "otp", "backupcode", "backupcodes", "pauthenticationdata");

    private final Map<String, String> fingerprints = new LinkedHashMap<>();

    /** The fingerprints of the secrets seen so far, by the name that held them. */
    public Map<String, String> fingerprints() {
        return fingerprints;
    }

    /** The value of a header, a parameter or a path variable, as it may be shown. */
    public String value(String name, String value) {
        String plain = plain(name);
        if (isChosen(plain)) {
            return HIDDEN;
        }
        if (!isSecret(plain)) {
            return value;
        }
        int space = plain.equals("authorization") ? value.indexOf(' ') : -1;
        String scheme = value.substring(0, space + 1);
        return scheme + (scheme.equalsIgnoreCase("Basic ") ? HIDDEN : fingerprint(name, value.substring(space + 1)));
    }

    /** Names and values as a readable query. */
    public String parameters(Map<String, List<String>> parameters) {
        List<String> shown = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> shown.add(name + "=" + value(name, value))));
        return String.join("&", shown);
    }

    /** A JSON value with every secret member masked. */
    public @Nullable Object json(@Nullable Object value) {
        return json("", value);
    }

    /** A path that no route knows: long segments may be tokens. */
    public String unknownPath(String path) {
        List<String> shown = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            shown.add(segment.length() > LONGEST_OPEN_SEGMENT ? HIDDEN : segment);
        }
        return String.join("/", shown);
    }

    private @Nullable Object json(String name, @Nullable Object value) {
        if (value instanceof Map && (isSecret(plain(name)) || isChosen(plain(name)))) {
            // Whatever is in there belongs to it, under names of its own.
            return HIDDEN;
        }
        if (value instanceof Map<?, ?> object) {
            Map<String, @Nullable Object> masked = new LinkedHashMap<>();
            object.forEach((key, member) -> masked.put(String.valueOf(key), json(String.valueOf(key), member)));
            return masked;
        }
        if (value instanceof List<?> array) {
            List<@Nullable Object> masked = new ArrayList<>();
            array.forEach(element -> masked.add(json(name, element)));
            return masked;
        }
        if (value instanceof String text && text.contains(PRIVATE_KEY)) {
            return HIDDEN;
        }
        if (value instanceof String text && text.indexOf('=') > 0) {
            String inner = text.substring(0, text.indexOf('='));
            String plain = plain(inner);
            return isSecret(plain) || isChosen(plain) ? inner + "=" + HIDDEN : value(name, text);
        }
        String plain = plain(name);
        return value == null || !(isSecret(plain) || isChosen(plain)) ? value : value(name, value.toString());
    }

    private String fingerprint(String name, String secret) {
        String fingerprint = Fingerprint.of(secret);
        fingerprints.put(name, fingerprint);
        return fingerprint;
    }

    private static boolean isSecret(String plain) {
        return plain.endsWith("token") || NAMES.contains(plain);
    }

    private static boolean isChosen(String plain) {
        return plain.contains("password") || plain.contains("secret") || CHOSEN.contains(plain);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }
}
