package dev.latchkey.reliability.keycloak;

import static org.awaitility.Awaitility.await;

import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Keycloak of our own, on a free port of loopback, which keeps all it knows in memory. */
final class KeycloakServer implements AutoCloseable {
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin-" + SecretLeaks.MARKER;

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final Duration START = Duration.ofMinutes(4);
    private static final int LINES_OF_A_FAILURE = 20;

    private final Process process;
    private final Thread lastResort;
    private final Path folder;
    private final String url;

    private KeycloakServer(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
        this.lastResort = new Thread(this::kill);
        Runtime.getRuntime().addShutdownHook(lastResort);
        this.url = awaitUrl();
    }

    /** Starts the distribution in this folder; the first start takes longer, since it builds itself. */
    static KeycloakServer start(Path home) {
        try {
            Path folder = Files.createTempDirectory("keycloak");
            return new KeycloakServer(run(home, folder), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process run(Path home, Path folder) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                        home.resolve("bin/kc.sh").toString(),
                        "start-dev",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=0")
                .redirectErrorStream(true)
                .redirectOutput(log(folder).toFile());
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
        command.environment().put("JAVA_OPTS_APPEND", "-Djava.io.tmpdir=" + folder);
        command.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        command.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD);
        try {
            return command.start();
        } catch (IOException e) {
            delete(folder);
            throw e;
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("server.log");
    }

    String url() {
        return url;
    }

    private String awaitUrl() {
        try {
            return await("Keycloak listens")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .failFast("Keycloak ended", this::requireAlive)
                    .until(this::urlInLog, found -> !found.isEmpty());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private String urlInLog() throws IOException {
        Matcher listening = LISTENING.matcher(Files.readString(log(folder)));
        return listening.find() ? listening.group(1) : "";
    }

    private void requireAlive() throws IOException {
        if (!process.isAlive()) {
            List<String> lines = Files.readAllLines(log(folder));
            int from = Math.max(0, lines.size() - LINES_OF_A_FAILURE);
            throw new AssertionError(String.join("\n", lines.subList(from, lines.size())));
        }
    }

    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        try {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
            delete(folder);
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
