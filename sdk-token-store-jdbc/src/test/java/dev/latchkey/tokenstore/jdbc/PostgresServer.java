package dev.latchkey.tokenstore.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A server of a test's own, run by the script that {@code LATCHKEY_POSTGRES_CONTROL} names. */
final class PostgresServer {
    private final String script;
    private final Path folder;
    private final String url;

    private PostgresServer(String script) throws IOException, InterruptedException {
        this.script = script;
        // Readable for the server's user, too.
        this.folder = Files.createTempDirectory(
                "latchkey-postgres",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        this.url = run("start");
    }

    static PostgresServer start() throws IOException, InterruptedException {
        Optional<String> script = PostgresDatabase.setting("LATCHKEY_POSTGRES_CONTROL");
        assumeTrue(script.isPresent(), "No PostgreSQL to restart: set LATCHKEY_POSTGRES_CONTROL, see .ci/postgres");
        return new PostgresServer(script.get());
    }

    String url() {
        return url;
    }

    void restart() throws IOException, InterruptedException {
        run("restart");
    }

    void halt() throws IOException, InterruptedException {
        run("halt");
    }

    void startAgain() throws IOException, InterruptedException {
        run("start");
    }

    private String run(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        script, command, folder.resolve("server").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(90, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException(script + " " + command + " failed");
        }
        return output.trim();
    }

    void stop() throws IOException, InterruptedException {
        run("stop");
        Files.delete(folder);
    }
}
