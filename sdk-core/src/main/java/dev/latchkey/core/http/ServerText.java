package dev.latchkey.core.http;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes words of a server fit for an error text: this call's secrets masked, no control characters, bounded. */
final class ServerText {
    static final int MESSAGE = 300;
    static final int CODE = 100;

    private static final String MASK = "***";

    private final TreeSet<String> masked =
            new TreeSet<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    ServerText(List<String> secrets) {
        for (String secret : secrets) {
            mask(secret);
            // "Bearer abc" is two words, of which a server may repeat the second alone.
            mask(secret.substring(secret.lastIndexOf(' ') + 1));
        }
    }

    private void mask(String secret) {
        if (!secret.trim().isEmpty()) {
            masked.add(secret);
            masked.add(PathTemplate.encode(secret));
            masked.add(PathTemplate.encode(secret).replace("%20", "+"));
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
