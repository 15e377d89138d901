package dev.latchkey.connectware;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The blocks between {@code -----BEGIN …-----} and {@code -----END …-----} in a text; what is around them is no matter. */
final class PemBlocks {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LINE = 64;

    private PemBlocks() {}

    static boolean isPem(String text) {
        return text.contains(BEGIN);
    }

    /**
     * The contents of the blocks with one of these labels. One that is cut off or no Base64 is left out. Whatever the text is,
     * each part of it is searched once: the next dashes behind a beginning are its end, or it has none.
     */
    static List<byte[]> contents(String text, Set<String> labels) {
        List<byte[]> contents = new ArrayList<>();
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int labelEnd = text.indexOf(DASHES, begin + BEGIN.length());
            int from = labelEnd + DASHES.length();
            int end = labelEnd < 0 ? -1 : text.indexOf(DASHES, from);
            if (end < 0) {
                return contents;
            }
            String label = text.substring(begin + BEGIN.length(), labelEnd);
            if (labels.contains(label) && text.startsWith(END + label + DASHES, end)) {
                decode(text.substring(from, end), contents);
            }
            begin = text.indexOf(BEGIN, end);
        }
        return contents;
    }

    static String write(String label, byte[] content) {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return BEGIN + label + DASHES + "\n" + base64 + "\n" + END + label + DASHES + "\n";
    }

    /** Other than the decoder for MIME alone, refuses letters that do not belong there. */
    private static void decode(String base64, List<byte[]> contents) {
        try {
            contents.add(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            // not a block that anybody could read
        }
    }
}
