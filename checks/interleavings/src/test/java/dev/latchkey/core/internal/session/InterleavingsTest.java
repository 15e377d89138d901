package dev.latchkey.core.internal.session;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No order of steps has an outcome that is not documented: of scenarios that are written down, and of some that nobody thought of. */
@Isolated("Lincheck instruments the whole process.")
@Tag("reliability")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InterleavingsTest {
    private static final boolean FULL = Boolean.getBoolean("latchkey.reliability.full");
    private static final int INTERLEAVINGS = FULL ? 10_000 : 40;
    private static final int RANDOM_SCENARIOS = FULL ? 400 : 4;
    private static final int INTERLEAVINGS_OF_RANDOM = FULL ? 500 : 40;

    static Stream<List<String>> scenarios() {
        return Stream.of(Scenarios.RENEWAL_AND_CALLS, Scenarios.LOGOUT, Scenarios.CLOSE, Scenarios.ONE_STORE);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void ofKnownScenarios(List<String> scenarios) {
        explore(INTERLEAVINGS, scenarios);
    }

    /** The full length has others each time; a failure shows which. */
    @Test
    void ofRandomScenarios() {
        Random random = FULL ? new Random() : new Random(1);
        List<String> scenarios = Stream.generate(() -> Scenario.random(random))
                .limit(RANDOM_SCENARIOS)
                .toList();
        explore(INTERLEAVINGS_OF_RANDOM, scenarios);
    }

    private static void explore(int interleavings, List<String> scenarios) {
        Interleavings.explore(SessionModel.class, interleavings, scenarios);
        System.out.printf(
                "%d scenarios, %d interleavings, %d outcomes%n",
                scenarios.size(), Explored.interleavings(), Explored.outcomes());
    }
}
