package dev.latchkey.core.internal.call;

import dev.latchkey.core.InvalidInputException;

/** Refuses half a character, a surrogate without its other half: a question mark would travel instead and name something else. */
public final class WholeCharacters {
    private WholeCharacters() {}

    /**
     * Refuses what UTF-8 cannot hold.
     *
     * @param what names the text in the message, which does not show it
     * @param text any
     * @throws InvalidInputException if a surrogate stands alone
     */
    public static void require(String what, String text) {
        require(what, "", text);
    }

    /**
     * As {@link #require(String, String)}, for a text that has a name. The two are joined in the message only.
     *
     * @param what the text is, with a space at its end
     * @param name of the text
     * @param text to be sent
     * @throws InvalidInputException if it has half of a pair
     */
    public static void require(String what, String name, String text) {
        int half = half(text);
        if (half >= 0) {
            throw new InvalidInputException(what + name + " holds half a character, at position " + half + " of "
                    + text.length() + ". Look for where a text was cut.");
        }
    }

    /**
     * Whether a text can be sent.
     *
     * @param text any
     * @return false if it has half of a pair
     */
    public static boolean areIn(String text) {
        return half(text) < 0;
    }

    private static int half(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!isPair) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }
}
