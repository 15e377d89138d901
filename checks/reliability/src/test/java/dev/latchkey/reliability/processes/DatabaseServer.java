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

/**
 * A server of a test's own, which it may halt. Tests that need a database are skipped where there is none; .ci/postgres and
 * .ci/mariadb tell how to have one.
 */
final class DatabaseServer {
    private static final int MINUTES = 2;

    /** Which product. */
    enum Kind {
        POSTGRESQL("PostgreSQL", "POSTGRES"),
        MARIADB("MariaDB", "MARIADB");

        private final String shown;
        private final String word;

        Kind(String shown, String word) {
            this.shown = shown;
            this.word = word;
        }

        /** Skips on all products but one what takes half a minute and has nothing to do with the product; but not in a full run. */
        void assumeWorthHalfAMinute() {
            assumeTrue(Length.FULL || this == POSTGRESQL, "skipped: on one product only, unless in a full run");
        }

        /** The URL of a database that is shared with other tests. */
        String sharedUrl() {
            return required("LATCHKEY_" + word + "_URL");
        }

        /** Starts a server whose files are in a folder below this one. */
        DatabaseServer startIn(Path parent) throws IOException, InterruptedException {
            String script = required("LATCHKEY_" + word + "_CONTROL");
            // The server has a user of its own.
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));
            return new DatabaseServer(script, parent.resolve("server"));
        }

        private String required(String name) {
            String property = System.getProperty(name);
            String setting = property == null ? System.getenv(name) : property;
            assumeTrue(setting != null, "skipped: there is no " + shown + ", for " + name + " is not set (see .ci)");
            return setting;
        }

        @Override
        public String toString() {
            return shown;
        }
    }

    private final String script;
    private final Path folder;
    private final String url;

    private DatabaseServer(String script, Path folder) throws IOException, InterruptedException {
        this.script = script;
        this.folder = folder;
        this.url = run("start");
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
}
