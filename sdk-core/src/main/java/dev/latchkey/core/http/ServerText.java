package dev.latchkey.core.http;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Makes words of a server fit for an error text: this call's secrets masked, no control characters, bounded. */
final class ServerText {
    static final int MESSAGE = 300;
    static final int CODE = 100;

    private static final String MASK = "***";
    private static final int DEEPEST = 10;

    private final TreeSet<String> masked =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    ServerText(List<String> secrets) {
        for (String secret : secrets) {
            mask(secret);
            // "Bearer abc" is two words, of which a server may repeat the second alone.
            mask(secret.substring(secret.lastIndexOf(' ') + 1));
        }
    }

    /** For what is said about a call: its own secrets are masked, and every token that it has sent. */
    static ServerText about(Execution execution) {
        List<String> secrets = execution.secrets();
        secrets.addAll(SecretStrings.of(execution.plan()));
        return new ServerText(secrets);
    }

    /** The failure; without its texts if a server, whose words OkHttp quotes, has put a secret of the call there. */
    Exception without(Exception failure) {
        int depth = 0;
        for (Throwable each = failure; each != null && depth < DEEPEST; each = each.getCause()) {
            if (holdsSecret(String.valueOf(each.getMessage()))) {
                return Unexpected.withoutText(failure);
            }
            depth++;
        }
        return failure;
    }

    private boolean holdsSecret(String text) {
        for (String secret : masked) {
            if (text.contains(secret)) {
                return true;
            }
        }
        return false;
    }

    private void mask(String secret) {
        if (!secret.trim().isEmpty()) {
            masked.add(secret);
            masked.add(PathTemplate.encode(secret));
            masked.add(PathTemplate.encode(secret).replace("%20", "+"));
            String hex = ByteString.encodeUtf8(secret).hex();
            masked.add(hex);
            masked.add(hex.toUpperCase(Locale.ROOT));
        }
    }

    @Nullable
    String cleaned(@Nullable String text, int limit) {
        if (text == null || text.trim().isEmpty()) {
            return null;
        }
        String clean = text;
        for (String secret : masked) {
            clean = clean.replace(secret, MASK);
        }
        return bounded(withoutControls(clean), limit);
    }

    private static String withoutControls(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean breaksLine = Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
            out.append(breaksLine ? ' ' : c);
        }
        return out.toString().trim();
    }

    private static String bounded(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }
}
