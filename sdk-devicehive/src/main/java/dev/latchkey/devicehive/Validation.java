package dev.latchkey.devicehive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of single fields, which the server lists in the message of a 400, one a line: {@code On property <name> (value:
 * <value>): <what is wrong> ;}. The value may be a password, and whatever looks like the end of it may be a part of it: what is
 * wrong stands behind the last.
 */
final class Validation {
    private static final int LONGEST = 4096;
    private static final String BEGIN = "\nOn property ";
    private static final String VALUE = " (value: ";
    private static final String WRONG = "): ";
    private static final String END = " ;";

    private Validation() {}

    static Map<String, List<String>> fieldErrors(@Nullable String message) {
        if (message == null || message.length() > LONGEST) {
            return Map.of();
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        int begin = message.indexOf(BEGIN);
        while (begin >= 0) {
            int name = begin + BEGIN.length();
            int next = message.indexOf(BEGIN, name);
            read(message.substring(name, next < 0 ? message.length() : next).trim(), errors);
            begin = next;
        }
        return Collections.unmodifiableMap(errors);
    }

    private static void read(String line, Map<String, List<String>> errors) {
        int value = line.indexOf(' ');
        int wrong = line.lastIndexOf(WRONG);
        int end = line.length() - END.length();
        if (value > 0 && line.startsWith(VALUE, value) && wrong > value && line.endsWith(END)) {
            errors.computeIfAbsent(line.substring(0, value), field -> new ArrayList<>())
                    .add(line.substring(Math.min(wrong + WRONG.length(), end), end));
        }
    }
}
