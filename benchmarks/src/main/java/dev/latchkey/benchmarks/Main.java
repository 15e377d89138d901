package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.jmh.DecodeSuite;
import dev.latchkey.benchmarks.jmh.GetSuite;
import dev.latchkey.benchmarks.jmh.ThreadsSuite;
import dev.latchkey.benchmarks.jmh.TokenSuite;
import dev.latchkey.benchmarks.load.LoadSuites;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Machine;
import dev.latchkey.benchmarks.results.Report;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.results.Verdict;
import dev.latchkey.benchmarks.results.Versions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Measures everything, and writes down what came out: {@code Main MODE FOLDER [SUITE…]}. */
public final class Main {
    private static final List<Suite> SUITES = Stream.concat(
                    Stream.of(new GetSuite(), new DecodeSuite(), new TokenSuite(), new ThreadsSuite()),
                    LoadSuites.all().stream())
            .toList();

    private Main() {}

    /** Runs the suites that are named, or all. A suite that fails does not keep the others from being run. */
    public static void main(String[] args) throws Exception {
        Mode mode = Mode.of(args[0]);
        Path folder = Path.of(args[1]);
        List<String> wanted = List.of(args).subList(2, args.length);
        List<Suite> suites = SUITES.stream()
                .filter(suite -> wanted.isEmpty() || wanted.contains(suite.name()))
                .toList();
        Machine machine = Machine.here();
        List<Figure> figures = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Suite suite : suites) {
            run(suite, mode, figures, failed);
        }
        Report report = new Report(
                args[0],
                Instant.now(),
                machine,
                Versions.on(System.getProperty("java.class.path")),
                titles(suites),
                figures,
                mode == Mode.SMOKE ? List.of() : targets(suites));
        new Output(folder).write(report, charts(suites));
        report.verdicts().forEach(Main::print);
        System.out.println("Written to " + folder);
        if (!failed.isEmpty()) {
            System.err.println("Failed: " + failed);
            System.exit(1);
        }
        System.exit(0); // Peers have left threads behind.
    }

    private static void run(Suite suite, Mode mode, List<Figure> figures, List<String> failed) {
        Instant started = Instant.now();
        try {
            List<Figure> measured = suite.run(mode);
            figures.addAll(measured);
            measured.forEach(figure -> System.out.println(figure.text()));
            long seconds = Duration.between(started, Instant.now()).toSeconds();
            System.out.println(suite.name() + " took " + seconds + " s");
        } catch (Exception e) {
            e.printStackTrace();
            failed.add(suite.name());
        }
    }

    private static void print(Verdict verdict) {
        Target target = verdict.target();
        System.out.printf(
                "%-24s %-8s %-16s %s %.2f: %.3f, %s%n",
                target.benchmark(),
                target.metric(),
                target.subject(),
                target.relation(),
                target.bound(),
                verdict.measured(),
                verdict.words());
    }

    private static Map<String, String> titles(List<Suite> suites) {
        Map<String, String> titles = new LinkedHashMap<>();
        suites.forEach(suite -> titles.putAll(suite.titles()));
        return titles;
    }

    private static List<Target> targets(List<Suite> suites) {
        return suites.stream().flatMap(suite -> suite.targets().stream()).toList();
    }

    private static List<Chart> charts(List<Suite> suites) {
        return suites.stream().flatMap(suite -> suite.charts().stream()).toList();
    }
}
