package dev.latchkey.fuzz;

import java.nio.charset.StandardCharsets;
import okio.ByteString;

/**
 * An input whose first line says what the rest is. The rest may hold {@link Repeats}.
 *
 * @param name the first line
 * @param content the rest
 */
public record Document(String name, ByteString content) {
    public static Document parse(byte[] input) {
        ByteString bytes = ByteString.of(input);
        int line = bytes.indexOf(ByteString.encodeUtf8("\n"));
        String name = (line < 0 ? bytes : bytes.substring(0, line)).string(StandardCharsets.ISO_8859_1);
        byte[] rest = line < 0 ? new byte[0] : bytes.substring(line + 1).toByteArray();
        return new Document(name, ByteString.of(Repeats.expanded(rest)));
    }

    /** The content as text, in which {@code \}{@code u0000} stands for a character that UTF-8 cannot hold. */
    public String text() {
        String text = content.utf8();
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            int code = text.startsWith("\\u", at) && at + 6 <= text.length() ? hex(text.substring(at + 2, at + 6)) : -1;
            out.append(code < 0 ? text.charAt(at) : (char) code);
            at += code < 0 ? 0 : 5;
        }
        return out.toString();
    }

    private static int hex(String digits) {
        int code = 0;
        for (int i = 0; i < digits.length(); i++) {
            int value = Character.digit(digits.charAt(i), 16);
            if (value < 0) {
                return -1;
            }
            code = code * 16 + value;
        }
        return code;
    }
}
