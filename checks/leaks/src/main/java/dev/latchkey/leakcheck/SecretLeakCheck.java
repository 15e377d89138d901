package dev.latchkey.leakcheck;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Watches a whole test run for secrets in exceptions and logs; a leak ends the run with a failure. */
public final class SecretLeakCheck implements LauncherSessionListener {
    private static final Path FOLDER = Path.of("target", "secret-leaks");
    private static final Path REPORT = FOLDER.resolve("report.txt");
    private static final int FAILED = 70;

    /**
     * Databases quote rows in their exceptions, and OkHttp and Okio quote what is no HTTP. Ours must not, whatever
     * theirs say: the tests that make a server echo look through all that reaches the caller.
     */
    private static final List<String> QUOTING =
            List.of("org.h2.", "org.postgresql.", "okhttp3.internal.http.StatusLine", "okio.");

    /** Off where processes beside each other run tests again and again, as in mutation testing. */
    private static final boolean OFF = "off".equals(System.getProperty("latchkey.leak.check"));

    private final Recording recording = new Recording();

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (OFF) {
            return;
        }
        for (String event : List.of("jdk.JavaExceptionThrow", "jdk.JavaErrorThrow")) {
            recording.enable(event).withStackTrace().with("throttle", "off");
        }
        recording.start();
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (OFF) {
            return;
        }
        List<String> leaks = new ArrayList<>();
        try (Recording finished = recording) {
            Files.createDirectories(FOLDER);
            Path dump = FOLDER.resolve("exceptions.jfr");
            finished.stop();
            finished.dump(dump);
            leaks.addAll(SecretLeaks.inExceptions(dump, SecretLeaks.MARKER, QUOTING));
            leaks.addAll(SecretLeaks.inLines(FOLDER.resolve("test.log"), SecretLeaks.MARKER));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!leaks.isEmpty()) {
            report(leaks);
            // A listener's exception would only be logged.
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** To a file, and past the capture of the test runner, whose buffers the halt would lose. */
    private static void report(List<String> leaks) {
        String text = leaks.size() + " secrets leaked in this test run, see " + REPORT.toAbsolutePath() + "\n"
                + String.join("\n", leaks.subList(0, Math.min(20, leaks.size()))) + "\n";
        try (FileOutputStream console = new FileOutputStream(FileDescriptor.err)) {
            Files.writeString(REPORT, text);
            console.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
