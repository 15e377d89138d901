package dev.latchkey.controlbyweb;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** Refuses what no server accepts before anything is sent. */
final class Inputs {
    private Inputs() {}

    static String require(String name, @Nullable String value) {
        if (value == null || value.trim().isEmpty()) {
            throw new InvalidInputException("The " + name + " is blank.");
        }
        return value;
    }

    static long id(String of, long value) {
        if (value < 1) {
            throw new InvalidInputException("The " + of + " id is " + value + ". Give a positive one.");
        }
        return value;
    }
}
