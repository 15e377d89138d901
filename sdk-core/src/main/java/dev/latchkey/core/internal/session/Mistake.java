package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InsecureConnectionException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.UntrustedServerException;
import dev.latchkey.core.internal.call.Misfit;
import org.jspecify.annotations.Nullable;

/** Tells failures of a renewal that no time mends from an outage. */
final class Mistake {
    private Mistake() {}

    /**
     * Says what to mend.
     *
     * @param cause why a token request failed, if the server did not reject what was sent
     * @param baseUrl of the client
     * @return a sentence, or null if the failure may pass
     */
    static @Nullable String in(Throwable cause, String baseUrl) {
        LinkageError misfit = Misfit.in(cause);
        if (misfit != null) {
            return Misfit.problem(misfit);
        }
        int status = cause instanceof ApiException failure ? failure.status().orElse(0) : 0;
        if (status == 404 || status == 405 || cause instanceof RedirectException) {
            return "The base URL " + baseUrl + " does not lead to the API. Check its path.";
        }
        boolean lasts = cause instanceof UntrustedServerException
                || cause instanceof InsecureConnectionException
                || cause instanceof InvalidInputException;
        return lasts ? "To try again does not help." : null;
    }
}
