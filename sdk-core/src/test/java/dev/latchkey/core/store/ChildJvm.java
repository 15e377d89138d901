package dev.latchkey.core.store;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A program of the tests in a JVM of its own, which is killed when it is closed. */
final class ChildJvm implements AutoCloseable {
    private static final String FROM = "> ";
    private static final String TO = " <";

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder noise = new StringBuilder();

    private ChildJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    static ChildJvm start(Class<?> program, String... arguments) throws IOException {
        return start(List.of(), program, arguments);
    }

    /** The command gets the JVM's own appended. */
    static ChildJvm start(List<String> command, Class<?> program, String... arguments) throws IOException {
        List<String> whole = new ArrayList<>(command);
        whole.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-cp",
                String.join(File.pathSeparator, classPath()),
                program.getName()));
        whole.addAll(List.of(arguments));
        return new ChildJvm(new ProcessBuilder(whole).redirectErrorStream(true).start());
    }

    /** The modules of the tests on one class path, without their logging, which writes where this JVM's does. */
    static List<String> classPath() {
        return Stream.of(System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path"))
                .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
                .filter(entry -> !entry.isEmpty() && !entry.contains("logback") && !entry.contains("leak-check"))
                .toList();
    }

    /** Called in the child. */
    static void say(String what) {
        System.out.print(FROM + what + TO + "\n");
    }

    /** Waits for the next thing that it says. */
    String said() throws IOException {
        String said = nextWords();
        if (said == null) {
            throw new AssertionError("the program ended: " + noise);
        }
        return said;
    }

    /** The same, or null if it has ended. What it was killed over does not count. */
    @Nullable
    String nextWords() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith(FROM) && line.endsWith(TO)) {
                return line.substring(FROM.length(), line.length() - TO.length());
            }
            noise.append(line).append('\n');
        }
        return null;
    }

    void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** SIGKILL where there are signals. */
    void kill() {
        process.toHandle().destroyForcibly(); // Process.destroyForcibly would drop what it has said.
        process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }
}
