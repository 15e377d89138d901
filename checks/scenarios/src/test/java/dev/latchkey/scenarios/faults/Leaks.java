package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.scenarios.Secrets;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;

/** Looks for secrets in everything that an exception says, and in what it keeps of the answer. */
final class Leaks {
    private Leaks() {}

    /**
     * Fails if there is one.
     *
     * @param secrets must not be in the body that it keeps either
     * @param tokens what the request carried in headers, which a body may quote: it is behind an accessor of its own
     */
    static void requireNone(ApiException failure, Collection<String> secrets, Collection<String> tokens) {
        StringWriter text = new StringWriter();
        StringBuilder bodies = new StringBuilder();
        // With all causes and what was suppressed.
        failure.printStackTrace(new PrintWriter(text, true));
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause.toString()).append(cause.getMessage());
            if (cause instanceof ApiException ours) {
                text.append(ours.failure().toString());
                bodies.append(ours.rawBody().orElse(""));
            }
            if (cause instanceof BadRequestException refused) {
                text.append(refused.fieldErrors().toString());
            }
        }
        String masked = masked(masked(text.toString(), secrets), tokens)
                + masked(Spellings.masked(bodies.toString(), tokens, ""), secrets);
        // So that the assertion itself does not leak.
        assertThat(masked)
                .as("the text of " + failure.getClass().getSimpleName())
                .doesNotContain(Spellings.MASK);
    }

    private static String masked(String text, Collection<String> secrets) {
        return Spellings.masked(
                Spellings.masked(text, List.of(Secrets.MARKER), Spellings.MASK), secrets, Spellings.MASK);
    }
}
