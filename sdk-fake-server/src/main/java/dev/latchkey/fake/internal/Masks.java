package dev.latchkey.fake.internal;

import dev.latchkey.fake.Fingerprint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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
    private static final Pattern ENDS_OF_SECRETS = Pattern.compile(
            ".*(tokens?|keys?|authorization|cookie|csr|jwt|assertion|credentials?|signature|sessionid)");
    private static final Pattern ENDS_OF_CHOSEN = Pattern.compile(
            ".*(secret|passwo?r?d|pwd|passphrase|passcode).*|.*(otp|backupcodes?|mfacode)|code|pin|pass|auth"
                    + "|pauthenticationdata");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    /** Between the pairs of a query, a form, a cookie and their like. */
    private static final Pattern PAIR_ENDS = Pattern.compile("[&?;,#\\s]+");

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
            return within(name, value);
        }
        if (!plain.endsWith("authorization")) {
            return fingerprint(name, value);
        }
        int scheme = 0;
        while (scheme < value.length() && !Character.isWhitespace(value.charAt(scheme))) {
            scheme++;
        }
        if (scheme == value.length()) {
            return fingerprint(name, value);
        }
        String words = value.substring(0, scheme + 1);
        // The others hold passwords, or what is made from them.
        return words
                + (words.trim().equalsIgnoreCase("Bearer") ? fingerprint(name, value.substring(scheme + 1)) : HIDDEN);
    }

    /** A text may hold a query, a form or JSON in turn. */
    private String within(String name, String text) {
        if (text.contains(PRIVATE_KEY)) {
            return HIDDEN;
        }
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return Json.text(json(name, Json.parse(text)));
            } catch (Json.BadJson e) {
                return isChosen(plain(text)) || plain(text).contains("token") ? HIDDEN : text;
            }
        }
        for (String pair : PAIR_ENDS.split(text, -1)) {
            int equals = pair.indexOf('=');
            String inner = pair.substring(0, Math.max(0, equals));
            if (isSecret(plain(inner)) || isChosen(plain(inner))) {
                return text.equals(pair) ? inner + "=" + HIDDEN : HIDDEN;
            }
        }
        return text;
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
        if (value instanceof String text) {
            return value(name, text);
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
        return ENDS_OF_SECRETS.matcher(plain).matches();
    }

    private static boolean isChosen(String plain) {
        return ENDS_OF_CHOSEN.matcher(plain).matches();
    }

    /** Also of {@code user[password]}. */
    private static String plain(String name) {
        return OTHERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
