package dev.latchkey.examples.tour;

import java.io.Console;
import java.util.Map;

/** Whether the standard output is a terminal that a person looks at. */
public final class Terminal {
    private Terminal() {}

    /**
     * Whether colour may be used.
     *
     * @param environment the environment's variables; {@code NO_COLOR} says no
     */
    @SuppressWarnings("SystemConsoleNull") // asked further below where it is never null
    public static boolean showsColour(Map<String, String> environment) {
        Console console = System.console();
        return !environment.containsKey("NO_COLOR") && console != null && isTerminal(console);
    }

    /** From JDK 22 on there is always a console, which then has a method to ask; JDK 17 cannot name it. */
    private static boolean isTerminal(Console console) {
        if (Runtime.version().feature() < 22) {
            return true;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
