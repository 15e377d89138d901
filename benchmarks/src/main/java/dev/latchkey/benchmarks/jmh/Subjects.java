package dev.latchkey.benchmarks.jmh;

import dev.latchkey.benchmarks.results.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The subjects of one JMH class, each a method of it. Their forks take turns, so that what changes on a machine over the
 * minutes meets all of them alike.
 */
final class Subjects {
    private final String benchmark;
    private final Class<?> methods;
    private final List<String> names;
    private final int threads;
    private final List<Class<? extends Profiler>> profilers = new ArrayList<>(List.of(GCProfiler.class));

    Subjects(String benchmark, Class<?> methods, List<String> names, int threads) {
        this.benchmark = benchmark;
        this.methods = methods;
        this.names = names;
        this.threads = threads;
    }

    /** Counts the connections that the server accepts as well. */
    Subjects withConnections() {
        profilers.add(ConnectionsProfiler.class);
        return this;
    }

    /** Time and bytes of one operation, of each subject. */
    List<Figure> measure(Effort effort, Map<String, String> properties) throws RunnerException {
        Map<String, Measured> measured = new TreeMap<>();
        for (int fork = 0; fork < Math.max(1, effort.forks()); fork++) {
            for (String name : names) {
                Measured one = measured.computeIfAbsent(name, unused -> new Measured());
                run(name, effort, properties).forEach(one::add);
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (String name : names) {
            figures.addAll(measured.getOrDefault(name, new Measured()).figures(benchmark, name));
        }
        return figures;
    }

    private Iterable<RunResult> run(String name, Effort effort, Map<String, String> properties) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + Pattern.quote(methods.getName() + "." + name) + "$")
                .mode(Mode.AverageTime)
                .timeUnit(Measured.UNIT)
                .threads(threads)
                .forks(Math.min(1, effort.forks()))
                .warmupIterations(effort.warmups())
                .warmupTime(TimeValue.milliseconds(effort.millis()))
                .measurementIterations(effort.iterations())
                .measurementTime(TimeValue.milliseconds(effort.millis()))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        profilers.forEach(options::addProfiler);
        if (effort.forks() > 0) {
            options.jvmArgsAppend(jvmArguments(properties));
        } else {
            properties.forEach(System::setProperty);
        }
        return new Runner(options.build()).run();
    }

    private static String[] jvmArguments(Map<String, String> properties) {
        List<String> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", "-Dslf4j.internal.verbosity=ERROR"));
        properties.forEach((name, value) -> arguments.add("-D" + name + "=" + value));
        return arguments.toArray(new String[0]);
    }
}
