package dev.latchkey.examples.tour;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Deque;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server that the user names instead of a fake.
 *
 * @param url base URL
 * @param user who logs in
 * @param password that user's password
 */
public record Target(String url, String user, String password) {

    /**
     * Takes one vendor's arguments.
     *
     * @param vendor for instance {@code controlbyweb}
     * @param args the arguments; those of the vendor are removed
     * @param environment may hold the password
     * @param input holds the password otherwise
     * @return the target, or null if the vendor's fake is meant
     * @throws UsageException if half of the arguments are missing
     */
    public static @Nullable Target take(
            String vendor, Deque<String> args, Map<String, String> environment, BufferedReader input) {
        String url = option("--" + vendor + "-url", args);
        String user = option("--" + vendor + "-user", args);
        if (url == null && user == null) {
            return null;
        }
        if (url == null || user == null) {
            throw new UsageException("--" + vendor + "-url and --" + vendor + "-user belong together.");
        }
        return new Target(url, user, password(vendor.toUpperCase(Locale.ROOT) + "_PASSWORD", environment, input));
    }

    private static @Nullable String option(String name, Deque<String> args) {
        for (Iterator<String> i = args.iterator(); i.hasNext(); ) {
            if (i.next().equals(name)) {
                i.remove();
                if (!i.hasNext()) {
                    throw new UsageException(name + " takes a value.");
                }
                String value = i.next();
                i.remove();
                return value;
            }
        }
        return null;
    }

    private static String password(String variable, Map<String, String> environment, BufferedReader input) {
        String password = environment.get(variable);
        if (password == null) {
            try {
                password = input.readLine();
            } catch (IOException e) {
                throw new UsageException("The standard input cannot be read: " + e.getMessage());
            }
        }
        if (password == null || password.isBlank()) {
            throw new UsageException("There is no password in " + variable + " or on the standard input.");
        }
        return password;
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "Target[url=" + url + ", user=" + user + ", password=***]";
    }
}
