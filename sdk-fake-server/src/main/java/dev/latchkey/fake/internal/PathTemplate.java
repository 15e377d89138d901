package dev.latchkey.fake.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A path with variables in braces, each of them one whole, non-empty segment. */
final class PathTemplate {
    private final List<String> segments;

    PathTemplate(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path template starts with a slash: " + text);
        }
        segments = List.of(text.substring(1).split("/", -1));
    }

    /** The decoded variables if the raw path matches, else null. */
    @Nullable
    Map<String, String> match(List<String> path) {
        if (path.size() != segments.size()) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < path.size(); i++) {
            String decoded = Percent.decodePath(path.get(i));
            String segment = segments.get(i);
            if (!isVariable(segment)) {
                if (!segment.equals(decoded)) {
                    return null;
                }
            } else if (decoded.isEmpty()) {
                return null;
            } else {
                variables.put(segment.substring(1, segment.length() - 1), decoded);
            }
        }
        return variables;
    }

    /** Literal segments before variables, from left to right: {@code /users/batch} wins over {@code /users/{id}}. */
    boolean isMoreSpecificThan(PathTemplate other) {
        for (int i = 0; i < segments.size(); i++) {
            boolean variable = isVariable(segments.get(i));
            if (variable != isVariable(other.segments.get(i))) {
                return !variable;
            }
        }
        return false;
    }

    /** The path to show, each variable through this view of its name and value. */
    String show(Map<String, String> variables, java.util.function.BinaryOperator<String> view) {
        List<String> shown = new ArrayList<>();
        for (String segment : segments) {
            String name = isVariable(segment) ? segment.substring(1, segment.length() - 1) : "";
            shown.add(name.isEmpty() ? segment : view.apply(name, variables.getOrDefault(name, "")));
        }
        return "/" + String.join("/", shown);
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}
