package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What no server may take: the memory of its clients. */
class SmallHeapTest {

    @Test
    void whateverAServerSendsIsAnApiExceptionInASmallHeap() throws Exception {
        assertThatAllEndAsTheyShould("128m", "65536");
    }

    /** The longest size line of a chunk takes seconds to read. */
    @Test
    @Tag("reliability")
    void withTheDefaultLimitAHeapOf512MebibytesIsEnough() throws Exception {
        assertThatAllEndAsTheyShould("512m", "16777216");
    }

    private static void assertThatAllEndAsTheyShould(String heap, String maxBodyBytes) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath(),
                        SmallHeapProgram.class.getName(),
                        maxBodyBytes)
                .redirectErrorStream(true)
                .start();
        List<String> said;
        try {
            said = program.inputReader(StandardCharsets.UTF_8).lines().toList();
        } finally {
            program.destroyForcibly();
        }

        assertThat(said.stream().filter(line -> !line.startsWith("SLF4J")))
                .containsExactlyElementsOf(SmallHeapProgram.all());
    }

    private static String classPath() {
        return Stream.of(System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path"))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty() && !entry.contains("logback") && !entry.contains("leak-check"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
