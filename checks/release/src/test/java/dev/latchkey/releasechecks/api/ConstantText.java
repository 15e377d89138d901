package dev.latchkey.releasechecks.api;

import java.util.Locale;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** A constant as one line of ASCII. */
final class ConstantText {
    private ConstantText() {}

    static String of(Object value) {
        if (value instanceof String text) {
            return text.chars().mapToObj(ConstantText::escaped).collect(Collectors.joining("", "\"", "\""));
        }
        if (value instanceof Character letter) {
            return "'" + escaped(letter) + "'";
        }
        return value instanceof Type type ? type.getClassName() + ".class" : String.valueOf(value);
    }

    private static String escaped(int letter) {
        if (letter == '"' || letter == '\\') {
            return "\\" + (char) letter;
        }
        return letter >= ' ' && letter <= '~'
                ? Character.toString(letter)
                : String.format(Locale.ROOT, "\\u%04x", letter);
    }
}
