package dev.latchkey.benchmarks.results;

/**
 * One measured number with its spread. {@code low} and {@code high} are the 99 % confidence interval where a benchmark reports
 * one (the JMH ones do), else the least and the greatest of several runs; where a number is exact, or was taken once, they equal
 * the value.
 *
 * @param benchmark what was done: {@code get}, {@code decode}, …
 * @param subject who did it: {@code latchkey}, {@code raw}, {@code retrofit}, …
 * @param metric what was measured: {@code time}, {@code bytes}, …
 * @param unit of the numbers: {@code ns}, {@code B}, {@code requests}, …
 * @param value the number itself
 * @param low lower end of the spread
 * @param high upper end of the spread
 */
public record Figure(
        String benchmark, String subject, String metric, String unit, double value, double low, double high) {
    /** Refuses what is not a number, which would fail no comparison. */
    public Figure {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException("not within its spread: " + benchmark + "/" + subject + "/" + metric
                    + " " + low + " " + value + " " + high);
        }
    }

    /** A number that is exact, or was taken once. */
    public static Figure exact(String benchmark, String subject, String metric, String unit, double value) {
        return new Figure(benchmark, subject, metric, unit, value, value, value);
    }

    /** For people: a line with the unit and the spread. */
    public String text() {
        return benchmark + ", " + Names.of(subject) + ": " + metric + " " + Texts.of(this);
    }
}
