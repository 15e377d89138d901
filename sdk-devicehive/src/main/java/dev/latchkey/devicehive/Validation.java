package dev.latchkey.devicehive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The errors of single fields, which the server lists in the message of a 400, each as {@code On property <name> (value:
 * <value>): <what is wrong> ;}. Read by hand: a regular expression goes back and forth in a message that never ends one.
 */
final class Validation {
    private static final int LONGEST = 4096;
    private static final String BEGIN = "On property ";
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
            int value = message.indexOf(' ', name);
            int wrong = value < 0 ? -1 : message.indexOf(WRONG, value);
            int end = wrong < 0 ? -1 : message.indexOf(END, wrong + WRONG.length());
            if (end < 0) {
                break;
            }
            boolean isError = value > name && message.startsWith(VALUE, value);
            if (isError) {
                errors.computeIfAbsent(message.substring(name, value), field -> new ArrayList<>())
                        .add(message.substring(wrong + WRONG.length(), end));
            }
            begin = message.indexOf(BEGIN, isError ? end : name);
        }
        return Collections.unmodifiableMap(errors);
    }
}
