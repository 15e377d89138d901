package dev.latchkey.benchmarks.jmh;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.get.GetBenchmark;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ConnectwareHandler;
import dev.latchkey.benchmarks.server.ServerProcess;
import java.util.List;
import java.util.Map;

/** One authorised GET, and the decoding of its answer. */
public final class GetSuite implements Suite {
    private static final String NAME = "get";
    private static final List<String> SUBJECTS = List.of("latchkey", "raw", "retrofit", "generated", "google");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Target> targets() {
        return List.of(
                Target.ratio(NAME, "time", "raw", "<=", 1.05),
                Target.ratio(NAME, "time", "retrofit", "<", 1),
                Target.ratio(NAME, "time", "generated", "<", 1),
                Target.ratio(NAME, "bytes", "raw", "<=", 1.10));
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(NAME, "One authorised GET, decoded");
    }

    @Override
    public List<Chart> charts() {
        return List.of(
                Chart.bars("get-time", "One authorised GET, decoded: time", NAME, "time"),
                Chart.bars("get-bytes", "One authorised GET, decoded: bytes allocated", NAME, "bytes"));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        try (ServerProcess server = ServerProcess.start(ConnectwareHandler.class)) {
            return new Subjects(NAME, GetBenchmark.class, SUBJECTS, 1)
                    .measure(Effort.ofCalls(mode), Map.of("benchmarks.server", server.baseUrl()));
        }
    }
}
