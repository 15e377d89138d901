package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import java.util.List;
import java.util.Map;

/** Benchmarks that are run together. */
public interface Suite {
    /** A short name, with which the command line picks it. */
    String name();

    /**
     * What is wanted of the figures.
     *
     * @return empty where figures are for information
     */
    default List<Target> targets() {
        return List.of();
    }

    /**
     * What the benchmarks of this suite are called where people read.
     *
     * @return titles by the benchmarks' names, in the order of the page
     */
    default Map<String, String> titles() {
        return Map.of();
    }

    /**
     * What is drawn.
     *
     * @return charts of this suite's figures
     */
    default List<Chart> charts() {
        return List.of();
    }

    /**
     * Measures. A wrong answer is an exception, in every mode; a slow one never is.
     *
     * @param mode how long
     * @return what was measured
     */
    List<Figure> run(Mode mode) throws Exception;
}
