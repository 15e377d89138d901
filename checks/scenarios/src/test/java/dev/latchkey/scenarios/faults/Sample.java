package dev.latchkey.scenarios.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The combinations that a run tries: a sample, or all of them with {@code -Dlatchkey.matrix.full=true}.
 *
 * <p>In a sample each facet of a combination is met by another combination or by this one: each row, each column, and each
 * pair that {@link Combination#facets} names. The same seed gives the same sample.
 */
final class Sample {
    private static final boolean FULL = Boolean.getBoolean("latchkey.matrix.full");
    private static final long SEED = Long.getLong("latchkey.matrix.seed", 1);

    private Sample() {}

    static List<Combination> of(List<Combination> all) {
        return FULL ? all : of(all, SEED);
    }

    /** In the order in which they were, so that a report reads the same. */
    static List<Combination> of(List<Combination> all, long seed) {
        List<Combination> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        Set<String> met = new HashSet<>();
        Set<Combination> chosen = new HashSet<>();
        // First those that meet most at once.
        for (int atLeast = mostFacets(all); atLeast > 0; atLeast--) {
            for (Combination combination : shuffled) {
                long unmet = combination.facets().stream()
                        .filter(facet -> !met.contains(facet))
                        .count();
                if (unmet >= atLeast) {
                    met.addAll(combination.facets());
                    chosen.add(combination);
                }
            }
        }
        return all.stream().filter(chosen::contains).toList();
    }

    private static int mostFacets(List<Combination> all) {
        return all.stream()
                .mapToInt(combination -> combination.facets().size())
                .max()
                .orElse(0);
    }

    /** How to try the same again. */
    static String description() {
        return FULL ? "-Dlatchkey.matrix.full=true" : "a sample: -Dlatchkey.matrix.seed=" + SEED;
    }
}
