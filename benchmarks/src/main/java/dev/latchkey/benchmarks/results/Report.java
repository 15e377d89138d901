package dev.latchkey.benchmarks.results;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything that a run brought.
 *
 * @param mode how long was measured
 * @param date when it ended
 * @param machine where
 * @param versions of the libraries
 * @param titles of benchmarks, in the order in which they are shown; others follow, under their own names
 * @param figures what was measured
 * @param targets what was wanted
 */
public record Report(
        String mode,
        Instant date,
        Machine machine,
        Map<String, String> versions,
        Map<String, String> titles,
        List<Figure> figures,
        List<Target> targets) {

    /** The targets whose figures there are. */
    public List<Verdict> verdicts() {
        return targets.stream()
                .flatMap(target -> Verdict.of(target, figures).stream())
                .toList();
    }

    String title(String benchmark) {
        return titles.getOrDefault(benchmark, benchmark);
    }

    List<String> benchmarks() {
        List<String> measured =
                figures.stream().map(Figure::benchmark).distinct().toList();
        return Stream.concat(titles.keySet().stream(), measured.stream())
                .distinct()
                .filter(measured::contains)
                .toList();
    }
}
