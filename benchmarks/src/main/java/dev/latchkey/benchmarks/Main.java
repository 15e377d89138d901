package dev.latchkey.benchmarks;

import dev.latchkey.benchmarks.jmh.DecodeSuite;
import dev.latchkey.benchmarks.jmh.GetSuite;
import dev.latchkey.benchmarks.jmh.ThreadsSuite;
import dev.latchkey.benchmarks.jmh.TokenSuite;
import dev.latchkey.benchmarks.results.Figure;
import java.util.ArrayList;
import java.util.List;

/** Measures everything, and writes down what came out: {@code Main MODE FOLDER [SUITE…]}. */
public final class Main {
    private static final List<Suite> SUITES =
            List.of(new GetSuite(), new DecodeSuite(), new TokenSuite(), new ThreadsSuite());

    private Main() {}

    /** Runs the suites that are named, or all. */
    public static void main(String[] args) throws Exception {
        Mode mode = Mode.of(args[0]);
        List<String> wanted = List.of(args).subList(2, args.length);
        List<Figure> figures = new ArrayList<>();
        for (Suite suite : SUITES) {
            if (wanted.isEmpty() || wanted.contains(suite.name())) {
                System.out.println("== " + suite.name());
                figures.addAll(suite.run(mode));
            }
        }
        figures.forEach(System.out::println);
    }
}
