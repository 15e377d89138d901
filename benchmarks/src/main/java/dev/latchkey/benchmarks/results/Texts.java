package dev.latchkey.benchmarks.results;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as people read them. */
final class Texts {
    private static final int PRECISE = 100;
    private static final Pattern WHOLE = Pattern.compile("\\.0+$");
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private Texts() {}

    /** The value with its unit, and its spread behind it if there is one. */
    static String of(Figure figure) {
        Scale scale = Scale.of(figure);
        String value = number(figure.value() / scale.size());
        String low = number(figure.low() / scale.size());
        String high = number(figure.high() / scale.size());
        String spread = low.equals(value) && high.equals(value) ? "" : " (" + low + "–" + high + ")";
        return value + scale.suffix() + spread;
    }

    /** The value with its unit. */
    static String valueOf(Figure figure) {
        Scale scale = Scale.of(figure);
        return number(figure.value() / scale.size()) + scale.suffix();
    }

    /** Three digits, more only where they are whole. */
    static String number(double value) {
        double size = Math.abs(value);
        if (Double.isInfinite(value)) {
            return "∞";
        }
        if (value == Math.rint(value) || size >= PRECISE) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        if (size < 0.1) {
            return new BigDecimal(value, TWO_DIGITS).toPlainString();
        }
        String text = String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
        return WHOLE.matcher(text).replaceFirst("");
    }

    /** A unit that suits the size of a value: nanoseconds become longer ones. */
    record Scale(double size, String suffix) {
        static Scale of(Figure figure) {
            if (!figure.unit().equals("ns")) {
                return new Scale(1, figure.unit().isEmpty() ? "" : " " + figure.unit());
            }
            double value = Math.abs(figure.value());
            if (value < 1e3) {
                return new Scale(1, " ns");
            }
            if (value < 1e6) {
                return new Scale(1e3, " µs");
            }
            return value < 1e9 ? new Scale(1e6, " ms") : new Scale(1e9, " s");
        }
    }
}
