package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a token reaches, of one kind: some, all, or not decided yet. For one thread. */
final class Scope {
    private static final List<String> ALL = List.of("*");

    private final String name;
    private final String choice;
    private final Predicate<String> fits;
    private @Nullable List<String> ids;

    private Scope(String name, String choice, Predicate<String> fits) {
        this.name = name;
        this.choice = choice;
        this.fits = fits;
    }

    static Scope ofTexts(String name, String choice) {
        return new Scope(name, choice, id -> true);
    }

    static Scope ofNumbers(String name, String choice) {
        return new Scope(name, choice, id -> ALL.contains(id) || id.matches("-?[0-9]{1,19}"));
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
            if (!fits.test(id)) {
                throw new InvalidInputException("An id in the list of " + name
                        + " is no number; the server would issue tokens that it then refuses. Give their numbers.");
            }
        }
        ids = List.copyOf(given);
    }

    /** What the login token of a user names. */
    void take(JwtPayload login, long userId, @Nullable List<String> named) {
        Long owner = login.userId();
        if (owner == null || owner != userId) {
            throw new InvalidInputException("The " + name + " are those of "
                    + (owner == null ? "no user" : "user " + owner) + ", but the tokens are for user " + userId
                    + ". Take them from that user's own login, or list them.");
        }
        if (named == null || named.isEmpty()) {
            throw new InvalidInputException("This token of user " + userId + " names no " + name
                    + ", and the new ones would reach none. Take them from the user's own login, or list them.");
        }
        limit(named);
    }

    void all() {
        ids = ALL;
    }

    boolean isDecided() {
        return ids != null;
    }

    void requireDecision() {
        if (!isDecided()) {
            throw new InvalidInputException(
                    "Nothing is said of the " + name + ", and the tokens would reach none. Call " + choice + ".");
        }
    }

    /** What is sent, or null if nothing was decided. */
    @Nullable
    List<String> ids() {
        return ids;
    }
}
