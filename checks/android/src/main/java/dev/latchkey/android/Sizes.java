package dev.latchkey.android;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table of sizes.
 *
 * @param bytes by what has that size
 */
record Sizes(Map<String, Long> bytes) {
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| ([0-9,]+) KB \\|");
    private static final String HEAD = "| What | Size |\n|---|--:|\n";

    /** Compilers differ a little in what they make of the same source. */
    private static final double TOLERANCE = 0.02;

    private static final int KB = 1000;

    Sizes {
        bytes = new LinkedHashMap<>(bytes);
    }

    static Sizes parse(String table) {
        Map<String, Long> bytes = new LinkedHashMap<>();
        Matcher row = ROW.matcher(table);
        while (row.find()) {
            bytes.put(row.group(1), Long.parseLong(row.group(2).replace(",", "")) * KB);
        }
        return new Sizes(bytes);
    }

    String markdown() {
        StringBuilder table = new StringBuilder(HEAD);
        bytes.forEach((what, size) -> table.append(String.format("| %s | %,d KB |%n", what, kilobytes(size))));
        return table.toString();
    }

    /** Says what is not as in the other table; empty if nothing is. */
    List<String> differencesFrom(Sizes published) {
        List<String> differences = new ArrayList<>();
        if (!List.copyOf(bytes.keySet()).equals(List.copyOf(published.bytes.keySet()))) {
            differences.add("the rows are " + bytes.keySet() + " and not " + published.bytes.keySet());
        }
        bytes.forEach((what, size) -> {
            Long said = published.bytes.get(what);
            if (said != null && Math.abs(size - said) > Math.max(KB, TOLERANCE * said)) {
                differences.add(what + ": " + kilobytes(size) + " KB and not " + kilobytes(said) + " KB");
            }
        });
        return differences;
    }

    private static long kilobytes(long size) {
        return Math.round((double) size / KB);
    }
}
