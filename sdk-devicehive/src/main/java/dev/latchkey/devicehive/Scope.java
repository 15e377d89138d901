package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token is limited to, of one kind: some, all, or not decided yet. For one thread. */
final class Scope {
    private final String name;
    private final String choice;
    private @Nullable List<String> ids;
    private boolean isDecided;

    Scope(String name, String choice) {
        this.name = name;
        this.choice = choice;
    }

    void limit(long... given) {
        limit(Arrays.stream(given).mapToObj(String::valueOf).collect(Collectors.toList()));
    }

    void limit(Collection<String> given) {
        if (given.isEmpty()) {
            throw new InvalidInputException("The list of " + name + " is empty. Call " + choice + ".");
        }
        for (String id : given) {
            Inputs.require("id in the list of " + name, id);
        }
        ids = List.copyOf(given);
        isDecided = true;
    }

    void open() {
        ids = null;
        isDecided = true;
    }

    boolean isDecided() {
        return isDecided;
    }

    void requireDecision() {
        if (!isDecided) {
            throw new InvalidInputException(
                    "Nothing is said of the " + name + ", and the token would reach all. Call " + choice + ".");
        }
    }

    /** The limit, or null for all. */
    @Nullable
    List<String> ids() {
        return ids;
    }
}
