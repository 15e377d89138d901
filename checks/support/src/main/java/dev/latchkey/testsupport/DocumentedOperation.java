package dev.latchkey.testsupport;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One operation as the vendor documents it. Placeholders are written <code>{name}</code>.
 *
 * @param id for instance {@code controlbyweb.auth.login}
 * @param method HTTP method
 * @param path below the base URL, with placeholders
 * @param query the names of its query parameters
 * @param authorised whether it carries the session's token
 * @param contentType of the request, or null if it has no body
 * @param requestExample the documented request as a tree, possibly with placeholders, or null
 * @param contentLength of the documented request, or null if none is printed
 * @param responseExample the documented answer as JSON text, or null
 */
public record DocumentedOperation(
        String id,
        String method,
        String path,
        List<String> query,
        boolean authorised,
        @Nullable String contentType,
        @Nullable Object requestExample,
        @Nullable Integer contentLength,
        @Nullable String responseExample) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern FIXED_VALUE = Pattern.compile(".*\"([^\"]+)\"");

    static DocumentedOperation of(Map<?, ?> entry) {
        Object example = entry.get("requestExample");
        Object answer = entry.get("responseExample");
        return new DocumentedOperation(
                text(entry, "id"),
                text(entry, "method"),
                text(entry, "path"),
                names((List<?>) entry.get("query")),
                !"none".equals(entry.get("auth")),
                (String) entry.get("requestContentType"),
                example != null ? example : exampleOf((List<?>) entry.get("requestFields")),
                entry.get("contentLength") instanceof Number length ? length.intValue() : null,
                answer == null ? null : JsonTree.write(answer));
    }

    /**
     * Replaces placeholders.
     *
     * @param template text with placeholders
     * @param values by name
     * @return the text
     */
    public static String fill(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the case has no value for " + found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }

    /** A parameter table alone: a fixed value is printed in quotes behind the type. */
    private static @Nullable Object exampleOf(@Nullable List<?> fields) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (Object field : fields == null ? List.of() : fields) {
            String name = text((Map<?, ?>) field, "name");
            Matcher fixed = FIXED_VALUE.matcher(text((Map<?, ?>) field, "type"));
            example.put(name, fixed.matches() ? fixed.group(1) : "{" + name + "}");
        }
        return example.isEmpty() ? null : example;
    }

    private static List<String> names(@Nullable List<?> parameters) {
        return parameters == null
                ? List.of()
                : parameters.stream()
                        .map(parameter -> text((Map<?, ?>) parameter, "name"))
                        .toList();
    }

    private static String text(Map<?, ?> entry, String name) {
        return String.valueOf(entry.get(name));
    }

    /** The id, which names the test. */
    @Override
    public String toString() {
        return id;
    }
}
