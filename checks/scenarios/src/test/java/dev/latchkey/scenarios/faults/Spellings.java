package dev.latchkey.scenarios.faults;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
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
        Set<String> all = new HashSet<>(List.of(secret, hex, hex.toUpperCase(Locale.ROOT), percent, html, json));
        for (int before = 0; before < 3; before++) {
            all.add(base64(bytes, before));
        }
        return all;
    }

    /** The digits that depend on the secret alone, so many bytes behind a place where three bytes begin. */
    private static String base64(byte[] bytes, int before) {
        byte[] placed = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, placed, before, bytes.length);
        return Base64.getEncoder()
                .encodeToString(placed)
                .substring((before * Byte.SIZE + 5) / 6, placed.length * Byte.SIZE / 6);
    }
}
