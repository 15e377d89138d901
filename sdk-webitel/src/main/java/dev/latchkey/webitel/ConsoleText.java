package dev.latchkey.webitel;

import dev.latchkey.core.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what would change the command that the server makes of a request. It joins parameters and variables with commas,
 * within brackets and braces, and login and password with a colon and an at sign, and quotes none of them.
 */
final class ConsoleText {
    private static final String OF_THE_COMMAND = ",[]{}\r\n";
    private static final String OF_THE_LOGIN = OF_THE_COMMAND + ":@";

    private ConsoleText() {}

    static String login(@Nullable String value) {
        return without(OF_THE_LOGIN, "login", Inputs.require("login", value, "Give one such as 110."));
    }

    static String password(@Nullable String value) {
        return without(OF_THE_LOGIN, "password", Inputs.require("password", value, "The server needs one."));
    }

    static String role(@Nullable String value) {
        return without(OF_THE_COMMAND, "role", Inputs.require("role", value, "Give its name, such as user."));
    }

    /** A name and a value as they are sent; the value may be empty. */
    static String pair(String name, String value) {
        Inputs.require("name of the setting", name, "Give one such as vm-enabled.");
        return without(OF_THE_COMMAND + "=", "name of the setting", name) + "=" + Inputs.present("value", value);
    }

    /** A copy with one pair more. */
    static List<String> plus(@Nullable List<String> pairs, String pair) {
        List<String> more = pairs == null ? new ArrayList<>() : new ArrayList<>(pairs);
        more.add(pair);
        return more;
    }

    /** A copy of pairs that are good to be sent. */
    static @Nullable List<String> pairs(@Nullable List<String> pairs) {
        if (pairs == null) {
            return null;
        }
        pairs.forEach(pair -> without(OF_THE_COMMAND, "setting " + pair.split("=", 2)[0], pair));
        return List.copyOf(pairs);
    }

    /** The passwords among pairs, which a server might repeat without their names. */
    static List<String> passwords(@Nullable List<String> pairs) {
        List<String> passwords = new ArrayList<>();
        for (String pair : pairs == null ? List.<String>of() : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0 && pair.substring(0, equals).contains("password")) {
                passwords.add(pair.substring(equals + 1));
            }
        }
        return passwords;
    }

    private static String without(String forbidden, String name, String value) {
        if (value.chars().anyMatch(c -> forbidden.indexOf(c) >= 0)) {
            throw new InvalidInputException("The " + name + " holds a line break or one of "
                    + forbidden.replace("\r\n", "") + ", which would change the command that the server makes of it.");
        }
        return value;
    }
}
