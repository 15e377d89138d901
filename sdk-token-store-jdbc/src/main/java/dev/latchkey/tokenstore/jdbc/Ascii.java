package dev.latchkey.tokenstore.jdbc;

/** Texts that every database keeps as they are, whatever its encoding. */
final class Ascii {
    private Ascii() {}

    /** With escapes as in JSON, so that a JSON text stays the same document. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0 && c < 0x7f) {
                escaped.append(c);
            } else {
                escaped.append(String.format("\\u%04x", (int) c));
            }
        }
        return escaped.toString();
    }
}
