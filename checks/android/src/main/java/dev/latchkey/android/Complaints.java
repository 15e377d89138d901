package dev.latchkey.android;

import com.android.tools.r8.Diagnostic;
import com.android.tools.r8.DiagnosticsHandler;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes what D8 or R8 has to say; a warning is as bad as an error. */
final class Complaints implements DiagnosticsHandler {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public void error(Diagnostic error) {
        heard.add("error: " + describe(error));
    }

    @Override
    public void warning(Diagnostic warning) {
        heard.add("warning: " + describe(warning));
    }

    @Override
    public void info(Diagnostic info) {}

    void requireNone(String task) {
        if (!heard.isEmpty()) {
            throw new CheckFailed(task + " complains:\n" + String.join("\n", heard));
        }
    }

    private static String describe(Diagnostic diagnostic) {
        return diagnostic.getDiagnosticMessage() + " (" + diagnostic.getOrigin() + ")";
    }
}
