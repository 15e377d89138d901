package dev.latchkey.core.internal.session;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/** Counts interleavings, and the outcomes that tell them apart. What is wrong, the model itself has said by then. */
public final class Explored implements Verifier {
    private static final Map<String, Integer> INTERLEAVINGS = new ConcurrentHashMap<>();
    private static final Map<String, Boolean> OUTCOMES = new ConcurrentHashMap<>();

    /** Made by Lincheck, once for each scenario. */
    public Explored(Class<?> ignoredSpecification) {}

    static void reset() {
        INTERLEAVINGS.clear();
        OUTCOMES.clear();
    }

    static int interleavings() {
        return INTERLEAVINGS.values().stream().mapToInt(Integer::intValue).sum();
    }

    static int outcomes() {
        return OUTCOMES.size();
    }

    /**
     * Fails if some scenario was run in one order of steps only. Each has two threads at least, so that there are others: the
     * checker has lost sight of them, and its silence means nothing.
     */
    static void requireOthers(List<ExecutionScenario> scenarios) {
        for (ExecutionScenario scenario : scenarios) {
            int seen = INTERLEAVINGS.getOrDefault(scenario.toString(), 0);
            if (seen < 2) {
                throw new AssertionError(
                        seen + " orders of steps were explored of" + System.lineSeparator() + scenario);
            }
        }
    }

    @Override
    public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
        INTERLEAVINGS.merge(scenario.toString(), 1, Integer::sum);
        OUTCOMES.put(scenario + " " + results.getPostResults(), true);
        return true;
    }
}
