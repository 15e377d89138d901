package dev.latchkey.benchmarks.jmh;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.token.TokenBenchmark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reading a token that is fresh. */
public final class TokenSuite implements Suite {
    private static final String NAME = "token";
    private static final List<String> PEERS = List.of("google", "azure", "aws", "msal", "spring");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        targets.add(Target.ratio(NAME, "time", "raw", "<=", 1.2));
        // A tenth, since the profiler's own objects are spread over all calls of an iteration.
        targets.add(Target.value(NAME, "bytes", "<=", 0.1));
        PEERS.forEach(peer -> targets.add(Target.ratio(NAME, "time", peer, "<", 1)));
        return targets;
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(NAME, "Reading a fresh token");
    }

    @Override
    public List<Chart> charts() {
        return List.of(Chart.bars("token-time", "Reading a fresh token", NAME, "time"));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        List<String> subjects = new ArrayList<>(List.of("latchkey", "raw"));
        subjects.addAll(PEERS);
        return new Subjects(NAME, TokenBenchmark.class, subjects, 1).measure(Effort.ofLoops(mode), Map.of());
    }
}
