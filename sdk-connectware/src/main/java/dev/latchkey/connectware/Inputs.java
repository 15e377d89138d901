package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what no server accepts before anything is sent. */
final class Inputs {
    private static final int SHORTEST_USERNAME = 3;

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

    /** An id, and not a word that makes of the path another operation's. */
    static String id(String name, @Nullable String value, Set<String> otherRoutes) {
        String id = require(name, value);
        if (otherRoutes.contains(id.toLowerCase(Locale.ROOT))) {
            throw new InvalidInputException("The " + name + " is \"" + id
                    + "\", which the server would take for another operation of its own.");
        }
        return id;
    }
}
