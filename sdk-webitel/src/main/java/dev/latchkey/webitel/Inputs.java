package dev.latchkey.webitel;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Refuses what no server accepts before anything is sent. */
final class Inputs {
    private Inputs() {}

    static String require(String name, @Nullable String value, String advice) {
        if (value == null || value.trim().isEmpty()) {
            throw new InvalidInputException("The " + name + " is blank. " + advice);
        }
        return value;
    }

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException("The " + name + " is missing.");
        }
        return value;
    }
}
