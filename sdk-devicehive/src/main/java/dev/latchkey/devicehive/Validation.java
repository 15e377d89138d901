package dev.latchkey.devicehive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The errors of single fields, which the server lists in the message of a 400. */
final class Validation {
    private static final int LONGEST = 4096;
    private static final Pattern FIELD = Pattern.compile("On property (\\S+) \\(value: .*?\\): (.*?) ;");

    private Validation() {}

    static Map<String, List<String>> fieldErrors(@Nullable String message) {
        if (message == null || message.length() > LONGEST) {
            return Map.of();
        }
        Map<String, List<String>> errors = new LinkedHashMap<>();
        Matcher found = FIELD.matcher(message);
        while (found.find()) {
            errors.computeIfAbsent(found.group(1), field -> new ArrayList<>()).add(found.group(2));
        }
        return Collections.unmodifiableMap(errors);
    }
}
