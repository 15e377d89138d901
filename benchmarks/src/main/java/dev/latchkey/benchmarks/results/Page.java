package dev.latchkey.benchmarks.results;

/** A page of which one part is written by hand, and the other by the benchmarks. */
public final class Page {
    private static final String START =
            "<!-- measured: everything down to the next mark is written by the benchmarks -->";
    private static final String END = "<!-- end of what was measured -->";

    private Page() {}

    /**
     * Puts what was measured in the place of what was there before.
     *
     * @param page with both marks, or empty
     * @param measured Markdown
     * @throws IllegalArgumentException if the page has not exactly these marks
     */
    public static String with(String page, String measured) {
        String part = START + "\n\n" + measured.strip() + "\n\n" + END;
        if (page.isEmpty()) {
            return "# Benchmarks\n\n" + part + "\n";
        }
        int start = page.indexOf(START);
        int end = page.indexOf(END);
        if (start < 0 || end < start || page.indexOf(START, start + 1) >= 0) {
            throw new IllegalArgumentException("the page needs, once and in this order: " + START + " and " + END);
        }
        return page.substring(0, start) + part + page.substring(end + END.length());
    }
}
