package dev.latchkey.core.json;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads numbers in time that grows with their length only; the reader's own {@code nextLong} is quadratic. */
final class Numbers {
    private static final int LONGEST_INTEGER = 64;
    private static final int DIGITS_OF_A_LONG = 19;

    private Numbers() {}

    static @Nullable Integer nextInt(JsonReader reader) throws IOException {
        try {
            return reader.nextInt();
        } catch (JsonDataException e) {
            return null;
        }
    }

    static @Nullable Long nextLong(JsonReader reader) throws IOException {
        return toLong(reader.nextString());
    }

    static @Nullable Double nextDouble(JsonReader reader) throws IOException {
        double value = Double.parseDouble(reader.nextString());
        return Double.isInfinite(value) ? null : value;
    }

    static @Nullable Integer toInt(String text) {
        Long value = toLong(text);
        return value == null || value.intValue() != value ? null : Integer.valueOf(value.intValue());
    }

    /** Reads an integer, also one that is written with a fraction of zeros or an exponent. */
    static @Nullable Long toLong(String text) {
        if (text.length() > LONGEST_INTEGER) {
            return null;
        }
        try {
            if (isPlainInteger(text)) {
                return Long.parseLong(text);
            }
            return isDecimal(text) ? toLong(new BigDecimal(text)) : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Long toLong(BigDecimal value) {
        if (value.signum() == 0) {
            return 0L;
        }
        long digits = (long) value.precision() - value.scale();
        if (digits <= 0 || digits > DIGITS_OF_A_LONG) {
            return null; // before the exact conversion, which may compute 10 to the power of a hostile exponent
        }
        try {
            return value.longValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static boolean isPlainInteger(String text) {
        for (int i = text.startsWith("-") ? 1 : 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** Made of what a JSON number is made of: a date is not, and need not fail in the costly way. */
    private static boolean isDecimal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
