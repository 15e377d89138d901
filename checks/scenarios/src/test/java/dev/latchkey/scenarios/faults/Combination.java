package dev.latchkey.scenarios.faults;

import dev.latchkey.testsupport.Execution;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * A row and a column, to be tried.
 *
 * @param vendor as in the documentation
 * @param row the operation
 * @param column what goes wrong, and how often
 * @param facets what a sample has to meet at least once
 * @param trial checks everything and says how it ended
 */
record Combination(String vendor, String row, String column, Set<String> facets, Callable<Outcome> trial) {
    private static final List<Execution> WAYS = List.of(Execution.values());

    /** They take turns: the next one is after these. */
    static Execution nextWay(List<Combination> before) {
        return WAYS.get(before.size() % WAYS.size());
    }

    @Override
    public String toString() {
        return row + " under " + column;
    }
}
