package dev.latchkey.scenarios.faults;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways in which a server may write a secret when it quotes the request. */
final class Spellings {
    static final String MASK = "<SECRET>";

    private Spellings() {}

    static String masked(String text, Collection<String> secrets, String mask) {
        String masked = text;
        for (String secret : secrets) {
            for (String spelling : of(secret)) {
                masked = masked.replace(spelling, mask);
            }
        }
        return masked;
    }

    static Set<String> of(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String hex = HexFormat.of().formatHex(bytes);
        String percent = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String html = secret.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return Set.copyOf(List.of(secret, hex, hex.toUpperCase(Locale.ROOT), percent, html, json, base64));
    }
}
