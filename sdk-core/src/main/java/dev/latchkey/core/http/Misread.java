package dev.latchkey.core.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a text at a server that takes it for another character set than UTF-8, or has none of its characters. A text of
 * ASCII is the same everywhere.
 */
final class Misread {
    private static final String OF_WINDOWS = "windows-1252";
    private static final String UNKNOWN = "\ufffd";
    private static final int LAST_OF_ASCII = 0x7f;

    private Misread() {}

    /** Other bytes that may stand for it, in UTF-8 or not. */
    static List<byte[]> of(String text) {
        List<byte[]> all = new ArrayList<>();
        if (text.codePoints().allMatch(point -> point <= LAST_OF_ASCII)) {
            return all;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        List<Charset> charsets = new ArrayList<>(List.of(StandardCharsets.ISO_8859_1));
        if (Charset.isSupported(OF_WINDOWS)) {
            charsets.add(Charset.forName(OF_WINDOWS));
        }
        for (Charset charset : charsets) {
            all.add(utf8(new String(utf8, charset)));
            all.add(text.getBytes(charset));
        }
        all.add(utf8(new String(utf8, StandardCharsets.US_ASCII)));
        for (String instead : List.of("?", UNKNOWN)) {
            StringBuilder replaced = new StringBuilder();
            text.codePoints().forEach(point -> append(replaced, point, instead));
            all.add(utf8(replaced.toString()));
        }
        return all;
    }

    private static void append(StringBuilder text, int point, String instead) {
        if (point <= LAST_OF_ASCII) {
            text.append((char) point);
        } else {
            text.append(instead);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
