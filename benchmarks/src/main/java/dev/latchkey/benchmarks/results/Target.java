package dev.latchkey.benchmarks.results;

/**
 * What ours is to reach: a bound on its own figure, or on the ratio of its figure to another subject's.
 *
 * @param benchmark of the figures
 * @param metric of the figures
 * @param subject whose figure ours is divided by; {@link #ALONE} where the bound is on ours itself
 * @param relation how ours is to be: {@code <=}, {@code <}, {@code >=}, {@code >} or {@code ==}
 * @param bound of the figure, or of the ratio
 */
public record Target(String benchmark, String metric, String subject, String relation, double bound) {
    /** Ours is compared with the bound alone. */
    public static final String ALONE = "";

    /** The subject whose figures are held to targets. */
    public static final String OURS = "latchkey";

    /** A bound on the ratio of ours to another subject's. */
    public static Target ratio(String benchmark, String metric, String subject, String relation, double bound) {
        return new Target(benchmark, metric, subject, relation, bound);
    }

    /** A bound on our own figure. */
    public static Target value(String benchmark, String metric, String relation, double bound) {
        return new Target(benchmark, metric, ALONE, relation, bound);
    }

    /** Whether a figure or ratio is as it is wanted. */
    boolean holdsFor(double measured) {
        return switch (relation) {
            case "<=" -> measured <= bound;
            case "<" -> measured < bound;
            case ">=" -> measured >= bound;
            case ">" -> measured > bound;
            case "==" -> Double.compare(measured, bound) == 0;
            default -> throw new IllegalArgumentException("no relation: " + relation);
        };
    }
}
