package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.scenarios.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Looks for secrets in everything that an exception says, and in what it keeps of the answer. */
final class Leaks {
    private static final String MASK = "<SECRET>";

    private Leaks() {}

    static void requireNone(ApiException failure, List<String> secrets) {
        StringWriter text = new StringWriter();
        // With all causes and what was suppressed.
        failure.printStackTrace(new PrintWriter(text, true));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.toString()).append(cause.getMessage());
            if (cause instanceof ApiException ours) {
                text.append(ours.failure().toString()).append(ours.rawBody().orElse(""));
            }
            if (cause instanceof BadRequestException refused) {
                text.append(refused.fieldErrors().toString());
            }
        }
        assertThat(masked(text.toString(), secrets))
                .as("the text of " + failure.getClass().getSimpleName())
                .doesNotContain(MASK);
    }

    /** So that the assertion itself does not leak. */
    private static String masked(String text, List<String> secrets) {
        String masked = text.replace(Secrets.MARKER, MASK);
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }
}
