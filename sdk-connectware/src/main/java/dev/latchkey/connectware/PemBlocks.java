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

    /** The contents of the blocks with one of these labels. One that is cut off or no Base64 is left out. */
    static List<byte[]> contents(String text, Set<String> labels) {
        List<byte[]> contents = new ArrayList<>();
        int from = 0;
        while (true) {
            int begin = text.indexOf(BEGIN, from);
            int labelEnd = begin < 0 ? -1 : text.indexOf(DASHES, begin + BEGIN.length());
            if (labelEnd < 0) {
                return contents;
            }
            String label = text.substring(begin + BEGIN.length(), labelEnd);
            from = labelEnd + DASHES.length();
            int end = text.indexOf(END + label + DASHES, from);
            if (end >= 0 && labels.contains(label)) {
                decode(text.substring(from, end), contents);
            }
        }
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
