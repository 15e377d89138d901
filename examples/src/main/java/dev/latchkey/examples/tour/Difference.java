package dev.latchkey.examples.tour;

/** Something is not as the story has it. */
final class Difference extends RuntimeException {
    private final String text;

    Difference(String what, Object expected, Object actual) {
        this(what + "\n  expected: " + expected + "\n  actual:   " + actual);
    }

    private Difference(String text) {
        super(text);
        this.text = text;
    }

    /** What differs, what was expected and what is there, each in a line. */
    String text() {
        return text;
    }
}
