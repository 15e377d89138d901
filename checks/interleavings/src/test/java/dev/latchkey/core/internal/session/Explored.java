package dev.latchkey.core.internal.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionResult;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.verifier.Verifier;

/** Counts interleavings, and the outcomes that tell them apart. What is wrong, the model itself has said by then. */
public final class Explored implements Verifier {
    private static final AtomicInteger INTERLEAVINGS = new AtomicInteger();
    private static final Map<String, Boolean> OUTCOMES = new ConcurrentHashMap<>();

    /** Made by Lincheck, once for each scenario. */
    public Explored(Class<?> ignoredSpecification) {}

    static void reset() {
        INTERLEAVINGS.set(0);
        OUTCOMES.clear();
    }

    static int interleavings() {
        return INTERLEAVINGS.get();
    }

    static int outcomes() {
        return OUTCOMES.size();
    }

    @Override
    public boolean verifyResults(ExecutionScenario scenario, ExecutionResult results) {
        INTERLEAVINGS.incrementAndGet();
        OUTCOMES.put(scenario + " " + results.getPostResults(), true);
        return true;
    }
}
