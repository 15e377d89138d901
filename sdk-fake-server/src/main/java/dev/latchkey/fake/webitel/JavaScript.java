package dev.latchkey.fake.webitel;

import org.jspecify.annotations.Nullable;

/** How the server, a program of JavaScript, takes a value of another type than it expects. */
final class JavaScript {
    private JavaScript() {}

    /** Any text is true, {@code "no"} too. */
    static boolean isTrue(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() != 0;
        }
        return value != null && !value.equals(false) && !value.equals("");
    }

    /** A text as the number that it spells; NaN for what spells none. */
    static double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Boolean bool) {
            return bool ? 1 : 0;
        }
        try {
            return value instanceof String text ? Double.parseDouble(text) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
