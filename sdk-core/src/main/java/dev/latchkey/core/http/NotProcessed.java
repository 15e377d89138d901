package dev.latchkey.core.http;

import java.io.IOException;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;

/**
 * Finds out whether a request on HTTP/2 was certainly not processed. OkHttp does not export the exceptions that say so, and
 * shrinking renames them: what they say is all that can be compared. Belongs to one attempt.
 */
final class NotProcessed extends EventListener {
    /** Refused by the server, or beyond the last stream that its GOAWAY names, of which OkHttp makes the same. */
    private static final String REFUSED = "stream was reset: REFUSED_STREAM";

    private static final String RESET = "stream was reset: ";

    private volatile boolean headersSent;

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        headersSent = true;
    }

    boolean headersSent() {
        return headersSent;
    }

    /** Without a text it is a stream that could not be opened, since the connection is being shut down. */
    boolean isTold(IOException failure) {
        return isRefused(failure) || (!headersSent && failure.getMessage() == null);
    }

    /** Whether one stream has ended, rather than the connection. */
    static boolean isReset(IOException failure) {
        String text = failure.getMessage();
        return text != null && text.startsWith(RESET);
    }

    private static boolean isRefused(Throwable failure) {
        if (REFUSED.equals(failure.getMessage())) {
            return true;
        }
        // Of a body that could not be written on, the answer's failure is added to it.
        for (Throwable suppressed : failure.getSuppressed()) {
            if (REFUSED.equals(suppressed.getMessage())) {
                return true;
            }
        }
        return false;
    }
}
