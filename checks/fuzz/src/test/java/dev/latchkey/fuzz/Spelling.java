package dev.latchkey.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** How a server writes what it has received, each character standing for a byte. */
enum Spelling {
    PLAIN(text -> text),
    FORM(text -> URLEncoder.encode(text, StandardCharsets.ISO_8859_1)),
    PERCENT(text -> each(text, c -> String.format(Locale.ROOT, "%%%02x", c))),
    PERCENT_IN_CAPITALS(text -> each(text, c -> String.format(Locale.ROOT, "%%%02X", c))),
    HTML(text -> text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;")),
    ENTITIES(text -> each(text, c -> "&#" + c + ";")),
    HEX_ENTITIES(text -> each(text, c -> "&#x" + Integer.toHexString(c) + ";")),
    JSON(text -> text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\r", "\\r")
            .replace("\n", "\\n")),
    UNICODE(text -> each(text, c -> String.format(Locale.ROOT, "\\u%04x", c))),
    HEX(text -> HexFormat.of().formatHex(bytes(text))),
    HEX_IN_CAPITALS(text -> HexFormat.of().withUpperCase().formatHex(bytes(text))),
    HEX_WITH_MARKS(text -> HexFormat.ofDelimiter("-").formatHex(bytes(text))),
    BASE64(text -> Base64.getEncoder().encodeToString(bytes(text))),
    BASE64_OF_URLS(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text)));

    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    private final UnaryOperator<String> writing;

    Spelling(UnaryOperator<String> writing) {
        this.writing = writing;
    }

    /** A word's; any other word stands for some spelling. */
    static Spelling of(String word) {
        for (Spelling each : values()) {
            if (each.name().equalsIgnoreCase(word)) {
                return each;
            }
        }
        return values()[Math.floorMod(word.hashCode(), values().length)];
    }

    String write(String text) {
        return writing.apply(text);
    }

    /** Whether it spells bytes as digits, of which the SDK reads back one layer. */
    boolean isOfDigits() {
        return switch (this) {
            case HEX, HEX_IN_CAPITALS, HEX_WITH_MARKS, BASE64, BASE64_OF_URLS -> true;
            default -> false;
        };
    }

    /** How a part of a text may come out, wherever it stands in it. */
    List<String> ofPart(String part) {
        if (this != BASE64 && this != BASE64_OF_URLS) {
            return List.of(write(part));
        }
        List<String> all = new ArrayList<>();
        for (int before = 0; before < 3; before++) {
            // The digits that depend on the part alone.
            String digits = write("x".repeat(before) + part);
            all.add(digits.substring((before * 8 + 5) / 6, (before + part.length()) * 8 / 6));
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String each(String text, IntFunction<String> spelled) {
        return text.chars().mapToObj(spelled).collect(Collectors.joining());
    }
}
