package dev.latchkey.fuzz;

import dev.latchkey.core.ApiException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is promised of every exception that a call ends with, whatever the server has sent. */
final class Promised {
    private static final int LONGEST_MESSAGE = 2000;

    /** How the pipeline words what it did not expect: documented for the user, and a mistake of ours. */
    private static final List<String> UNEXPECTED =
            List.of("An interceptor failed with ", "The answer could not be read (", " failed unexpectedly.");

    private Promised() {}

    /**
     * Holds an exception against the promises.
     *
     * @param thrown by a call
     * @param secrets that no text may show
     */
    static void hold(ApiException thrown, List<String> secrets) {
        String problem = thrown.failure().problem();
        require(thrown.getClass().getPackageName().equals("dev.latchkey.core"), "a documented class", thrown);
        require(UNEXPECTED.stream().noneMatch(problem::contains), "an expected failure", thrown);
        requireReadable(String.valueOf(thrown.getMessage()), thrown);
        requireNoSecret(thrown, secrets);
        Values.examine(thrown);
    }

    static void requireNoSecret(Throwable thrown, List<String> secrets) {
        if (secrets.isEmpty()) {
            return;
        }
        String text = printed(thrown);
        for (String secret : secrets) {
            boolean shown = text.contains(secret) || text.contains(URLEncoder.encode(secret, StandardCharsets.UTF_8));
            require(!shown, "a text without secrets", thrown);
        }
    }

    private static void requireReadable(String message, Throwable thrown) {
        require(message.length() <= LONGEST_MESSAGE, "a message of bounded length", thrown);
        require(message.chars().noneMatch(Character::isISOControl), "a message without control characters", thrown);
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void require(boolean holds, String what, Throwable thrown) {
        if (!holds) {
            throw new AssertionError("expected " + what, thrown);
        }
    }
}
