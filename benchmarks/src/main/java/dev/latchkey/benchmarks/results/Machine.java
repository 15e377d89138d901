package dev.latchkey.benchmarks.results;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where it was measured.
 *
 * @param processor its name, or its architecture where the system does not tell
 * @param cores that the JVM sees
 * @param os name and version
 * @param jdk name and version
 * @param load that was there before the first measurement: processes that wanted to run, over the last minute; negative if the
 *     system does not tell
 */
public record Machine(String processor, int cores, String os, String jdk, double load) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** This machine, now. */
    public static Machine here() throws IOException {
        return new Machine(
                nameOfProcessor(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static String nameOfProcessor() throws IOException {
        String architecture = System.getProperty("os.arch");
        if (!Files.isReadable(CPU_INFO)) {
            return architecture;
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(architecture);
        }
    }
}
