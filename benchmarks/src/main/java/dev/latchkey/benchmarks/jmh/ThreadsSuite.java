package dev.latchkey.benchmarks.jmh;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.get.GetBenchmark;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ConnectwareHandler;
import dev.latchkey.benchmarks.server.ServerProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The same GET by many threads at once: what grows with them. */
public final class ThreadsSuite implements Suite {
    /** Figures of this suite are of the benchmarks {@code threads/1}, {@code threads/8} and so on. */
    public static final String PREFIX = "threads/";

    private static final List<Integer> THREADS = List.of(1, 8, 64);

    @Override
    public String name() {
        return "threads";
    }

    @Override
    public List<Target> targets() {
        String most = PREFIX + THREADS.get(THREADS.size() - 1);
        return List.of(Target.ratio(most, "calls", "raw", ">=", 1.0), Target.value(most, "connections", "==", 0));
    }

    @Override
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        THREADS.forEach(threads -> titles.put(PREFIX + threads, "The same GET, threads: " + threads));
        return titles;
    }

    @Override
    public List<Chart> charts() {
        List<String> benchmarks = List.copyOf(titles().keySet());
        return List.of(
                Chart.lines("threads-calls", "Calls a second of many threads", benchmarks, "calls", "threads"),
                Chart.lines(
                        "threads-bytes", "Bytes allocated by a call of many threads", benchmarks, "bytes", "threads"));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (ServerProcess server = ServerProcess.start(ConnectwareHandler.class)) {
            for (int threads : THREADS) {
                new Subjects(PREFIX + threads, GetBenchmark.class, List.of("latchkey", "raw", "retrofit"), threads)
                        .withConnections().measure(effort(mode), Map.of("benchmarks.server", server.baseUrl())).stream()
                                .map(figure -> perSecond(figure, threads))
                                .forEach(figures::add);
            }
        }
        return figures;
    }

    /** Many threads on few cores take some twenty seconds until their code is compiled and the pool is filled. */
    private static Effort effort(Mode mode) {
        return switch (mode) {
            case SMOKE -> Effort.ofCalls(mode);
            case SHORT -> new Effort(1, 8, 4, 1000);
            case FULL -> new Effort(2, 22, 8, 1000);
        };
    }

    /** A thread's time for a call says little beside other threads; the calls of all in a second do. */
    private static Figure perSecond(Figure figure, int threads) {
        if (!figure.metric().equals("time")) {
            return figure;
        }
        double all = (double) threads * TimeUnit.SECONDS.toNanos(1);
        return new Figure(
                figure.benchmark(),
                figure.subject(),
                "calls",
                "calls/s",
                all / figure.value(),
                all / figure.high(),
                all / figure.low());
    }
}
