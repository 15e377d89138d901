package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a user's application grows by: the jars of one vendor's module and of all that it needs at run time, as Maven resolves
 * them, and the jars of this SDK alone.
 */
public final class Closure implements Suite {
    private static final String BENCHMARK = "closure";
    private static final String ALL_OURS = "jars";
    private static final String JARS = "jars";
    private static final String BYTES = "bytes";
    private static final String LATCHKEY = "latchkey";
    private static final String OUR_JARS = "latchkey-";
    private static final List<String> VENDORS =
            List.of("sdk-controlbyweb", "sdk-connectware", "sdk-webitel", "sdk-devicehive");

    private static final String JDBC_STORE = "sdk-token-store-jdbc";

    @Override
    public String name() {
        return "closure";
    }

    @Override
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(BENCHMARK, "All that one vendor needs at run time");
        titles.put(ALL_OURS, "All jars of the SDK");
        return titles;
    }

    @Override
    public List<Target> targets() {
        return List.of(
                Target.value(BENCHMARK, JARS, "<=", 13),
                Target.value(BENCHMARK, BYTES, "<=", 3_700_000),
                Target.value(ALL_OURS, BYTES, "<=", 300_000));
    }

    @Override
    public List<Figure> run(Mode mode) throws IOException {
        Set<Path> largest = Set.of();
        Set<Path> ours = new LinkedHashSet<>();
        for (String vendor : VENDORS) {
            Set<Path> closure = closure(Path.of(vendor));
            largest = bytes(closure) > bytes(largest) ? closure : largest;
            closure.stream().filter(Closure::isOurs).forEach(ours::add);
        }
        closure(Path.of(JDBC_STORE)).stream().filter(Closure::isOurs).forEach(ours::add);
        Set<Path> floor = floor(largest);
        return List.of(
                Figure.exact(BENCHMARK, LATCHKEY, JARS, "jars", largest.size()),
                Figure.exact(BENCHMARK, LATCHKEY, BYTES, "B", (double) bytes(largest)),
                Figure.exact(BENCHMARK, "raw", JARS, "jars", floor.size()),
                Figure.exact(BENCHMARK, "raw", BYTES, "B", (double) bytes(floor)),
                Figure.exact(ALL_OURS, LATCHKEY, JARS, "jars", ours.size()),
                Figure.exact(ALL_OURS, LATCHKEY, BYTES, "B", (double) bytes(ours)));
    }

    /** The module's own jar, and what Maven wrote down as its run-time class path. */
    private static Set<Path> closure(Path module) throws IOException {
        Path target = module.resolve("target");
        Set<Path> jars = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(target)) {
            files.filter(file ->
                            file.getFileName().toString().matches(OUR_JARS + "[a-z-]+-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                    .map(Path::toAbsolutePath)
                    .forEach(jars::add);
        }
        String classPath = Files.readString(target.resolve("runtime-classpath")).strip();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            jars.add(Path.of(entry));
        }
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new IOException("not a jar: " + jar);
            }
        }
        if (jars.stream().filter(Closure::isOurs).count() != 2) {
            throw new IOException("a module needs its own jar and the core's: " + jars);
        }
        return jars;
    }

    /** OkHttp and Moshi, with what they need. */
    private static Set<Path> floor(Set<Path> closure) {
        Set<Path> floor = new LinkedHashSet<>();
        for (Path jar : closure) {
            String path = jar.toString().replace(File.separatorChar, '/');
            if (path.contains("/com/squareup/") || path.contains("/org/jetbrains/")) {
                floor.add(jar);
            }
        }
        return floor;
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith(OUR_JARS);
    }

    private static long bytes(Set<Path> jars) throws IOException {
        long sum = 0;
        for (Path jar : jars) {
            sum += Files.size(jar);
        }
        return sum;
    }
}
