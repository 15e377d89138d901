package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters in a query. */
final class Filters {
    private Filters() {}

    /** Whether a value is one of those that a repeatable parameter asks for; any is if the parameter is missing. */
    static boolean allows(FakeRequest request, String parameter, String value) {
        List<String> wanted = request.query(parameter);
        return wanted.isEmpty() || wanted.contains(value);
    }

    /** Whether a value is the one that a parameter asks for; any is if the parameter is missing. */
    static boolean allows(FakeRequest request, String parameter, boolean value) {
        Boolean wanted = bool(request, parameter);
        return wanted == null || wanted == value;
    }

    /** A parameter that is true or false, or null if it is missing. */
    static @Nullable Boolean bool(FakeRequest request, String parameter) {
        List<String> values = request.query(parameter);
        if (values.isEmpty()) {
            return null;
        }
        return switch (values.get(values.size() - 1)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.badRequest(parameter + " has to be true or false");
        };
    }
}
