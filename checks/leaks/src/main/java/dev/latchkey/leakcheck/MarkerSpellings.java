package dev.latchkey.leakcheck;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A marker in every spelling that a text may quote it in, made once and then searched for. */
final class MarkerSpellings {
    private static final int BITS_OF_A_BYTE = 8;
    private static final int BITS_OF_A_DIGIT = 6;

    private final List<String> spellings;

    MarkerSpellings(String marker) {
        byte[] bytes = marker.getBytes(StandardCharsets.UTF_8);
        // Of hosts and types OkHttp tells the small letters.
        List<String> all = new ArrayList<>(List.of(marker, marker.toLowerCase(Locale.ROOT)));
        addBothCases(all, HexFormat.of().formatHex(bytes));
        for (String between : List.of(" ", ":", "-", ", ")) {
            addBothCases(all, HexFormat.ofDelimiter(between).formatHex(bytes));
        }
        addBothCases(all, each(bytes, "%%%02x"));
        all.add(each(bytes, "&#%d;"));
        addBothCases(all, each(bytes, "&#x%02x;"));
        all.add(each(bytes, "\\u%04x"));
        all.add(each(bytes, "\\u%04X"));
        for (int before = 0; before < 3; before++) {
            String digits = base64(bytes, before);
            all.add(digits);
            all.add(digits.replace('+', '-').replace('/', '_'));
        }
        spellings = all.stream().distinct().toList();
    }

    boolean isIn(String text) {
        return spellings.stream().anyMatch(text::contains);
    }

    String masked(String text) {
        String masked = text;
        for (String spelling : spellings) {
            masked = masked.replace(spelling, "<SECRET>");
        }
        return masked;
    }

    private static void addBothCases(List<String> spellings, String spelling) {
        spellings.add(spelling);
        spellings.add(spelling.toUpperCase(Locale.ROOT));
    }

    private static String each(byte[] bytes, String format) {
        return IntStream.range(0, bytes.length)
                .mapToObj(i -> String.format(Locale.ROOT, format, bytes[i]))
                .collect(Collectors.joining());
    }

    /** The digits that depend on the marker alone, so many bytes behind a place where three bytes begin. */
    private static String base64(byte[] bytes, int before) {
        byte[] placed = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, placed, before, bytes.length);
        int first = (before * BITS_OF_A_BYTE + BITS_OF_A_DIGIT - 1) / BITS_OF_A_DIGIT;
        int end = placed.length * BITS_OF_A_BYTE / BITS_OF_A_DIGIT;
        return Base64.getEncoder().encodeToString(placed).substring(first, end);
    }
}
