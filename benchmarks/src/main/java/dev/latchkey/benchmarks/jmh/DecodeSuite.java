package dev.latchkey.benchmarks.jmh;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.decode.DecodeBenchmark;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import java.util.List;
import java.util.Map;

/** A page of a hundred users, bytes in memory to objects. */
public final class DecodeSuite implements Suite {
    private static final String NAME = "decode";
    private static final List<String> SUBJECTS = List.of("latchkey", "raw", "moshiReflection", "generated");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Target> targets() {
        return List.of(
                Target.ratio(NAME, "time", "moshiReflection", "<", 1), Target.ratio(NAME, "time", "raw", "<=", 1));
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(NAME, "Decoding a page of 100 users");
    }

    @Override
    public List<Chart> charts() {
        return List.of(Chart.bars("decode-time", "Decoding a page of 100 users", NAME, "time"));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        return new Subjects(NAME, DecodeBenchmark.class, SUBJECTS, 1).measure(Effort.ofLoops(mode), Map.of());
    }
}
