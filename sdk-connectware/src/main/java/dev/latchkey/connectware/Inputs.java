package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Refuses what no server accepts before anything is sent. */
final class Inputs {
    private static final int SHORTEST_USERNAME = 3;
    private static final int SHORTEST_PASSWORD = 5;

    private Inputs() {}

    static String require(String name, @Nullable String value) {
        if (value == null || value.trim().isEmpty()) {
            throw new InvalidInputException("The " + name + " is blank.");
        }
        return value;
    }

    static <T> T present(String name, @Nullable T value) {
        if (value == null) {
            throw new InvalidInputException("The " + name + " is missing.");
        }
        return value;
    }

    static <C extends Collection<?>> C notEmpty(String name, @Nullable C values) {
        if (values == null || values.isEmpty()) {
            throw new InvalidInputException("There are no " + name + ". Give at least one.");
        }
        return values;
    }

    static int atLeast(String name, int least, int value) {
        if (value < least) {
            throw new InvalidInputException("The " + name + " is " + value + ". Give at least " + least + ".");
        }
        return value;
    }

    static String username(@Nullable String value) {
        String name = require("user name", value);
        if (name.length() < SHORTEST_USERNAME) {
            throw new InvalidInputException(
                    "The user name has less than " + SHORTEST_USERNAME + " characters, which Connectware refuses.");
        }
        return name;
    }

    static String password(String name, @Nullable String value) {
        String given = require(name, value);
        if (given.length() < SHORTEST_PASSWORD) {
            throw new InvalidInputException(
                    "The " + name + " has less than " + SHORTEST_PASSWORD + " characters, which Connectware refuses.");
        }
        return given;
    }
}
