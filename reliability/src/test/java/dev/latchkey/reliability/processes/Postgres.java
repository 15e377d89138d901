package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of a test's own, which it may halt. Tests that need a database are skipped where there is none; .ci/postgres
 * tells how to have one.
 */
final class Postgres {
    private static final String SHARED_URL = "LATCHKEY_POSTGRES_URL";
    private static final String CONTROL = "LATCHKEY_POSTGRES_CONTROL";
    private static final int MINUTES = 2;

    private final String script;
    private final Path folder;
    private final String url;

    private Postgres(String script, Path folder) throws IOException, InterruptedException {
        this.script = script;
        this.folder = folder;
        this.url = run("start");
    }

    /** The URL of a database that is shared with other tests. */
    static String sharedUrl() {
        return required(SHARED_URL);
    }

    /** Starts a server whose files are in a folder below this one. */
    static Postgres in(Path parent) throws IOException, InterruptedException {
        String script = required(CONTROL);
        // The server has a user of its own.
        Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new Postgres(script, parent.resolve("postgres"));
    }

    String url() {
        return url;
    }

    void start() throws IOException, InterruptedException {
        run("start");
    }

    /** Breaks all connections. */
    void restart() throws IOException, InterruptedException {
        run("restart");
    }

    /** Breaks all connections and stays down. */
    void halt() throws IOException, InterruptedException {
        run("halt");
    }

    /** Ends it and removes its files. */
    void end() throws IOException, InterruptedException {
        run("stop");
    }

    private String run(String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder.getParent(), command, ".out");
        Path errors = Files.createTempFile(folder.getParent(), command, ".err");
        Process process = new ProcessBuilder(script, command, folder.toString())
                .redirectOutput(Redirect.to(out.toFile()))
                .redirectError(Redirect.to(errors.toFile()))
                .start();
        boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        assertThat(ended && process.exitValue() == 0)
                .as(() -> script + " " + command + " failed: " + text(errors))
                .isTrue();
        return text(out);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).trim();
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String required(String name) {
        String setting = setting(name);
        assumeTrue(setting != null, "skipped: there is no PostgreSQL, for " + name + " is not set (see .ci/postgres)");
        return setting;
    }

    private static @Nullable String setting(String name) {
        String property = System.getProperty(name);
        return property == null ? System.getenv(name) : property;
    }
}
