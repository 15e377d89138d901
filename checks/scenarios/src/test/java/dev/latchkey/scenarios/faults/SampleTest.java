package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SampleTest {
    private static final List<Combination> ALL = OperationFaults.all();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void eachRowEachColumnAndEachPairIsMet(long seed) {
        List<Combination> sample = Sample.of(ALL, seed);

        assertThat(sample).hasSizeLessThan(ALL.size() / 4);
        assertThat(rows(sample)).isEqualTo(rows(ALL));
        assertThat(facets(sample)).isEqualTo(facets(ALL));
        assertThat(facets(sample))
                .contains("devicehive, reset, ONCE", "HARMFUL, reset, ONCE", "TEXT, garbage, ONCE", "ASYNC, 503");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSeedGivesTheSameSampleAgainAndAnotherSeedAnother(long seed) {
        assertThat(Sample.of(ALL, seed)).isEqualTo(Sample.of(ALL, seed)).isNotEqualTo(Sample.of(ALL, seed + 1));
    }

    private static Set<String> rows(List<Combination> combinations) {
        return combinations.stream().map(Combination::row).collect(Collectors.toSet());
    }

    private static Set<String> facets(List<Combination> combinations) {
        return combinations.stream()
                .flatMap(combination -> combination.facets().stream())
                .collect(Collectors.toSet());
    }
}
