package dev.latchkey.core.internal.call;

/** Texts that become parts of others. */
public final class Sentence {
    private Sentence() {}

    /**
     * A text to be followed by other punctuation.
     *
     * @param text which may end with a full stop
     * @return the same without it
     */
    public static String withoutStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
