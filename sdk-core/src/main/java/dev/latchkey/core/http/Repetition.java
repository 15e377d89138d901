package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import okhttp3.Response;

/** Whether a failed attempt may be followed by another one. */
final class Repetition {
    private Repetition() {}

    static boolean allowedAfter(Response response, Execution execution) {
        int status = response.code();
        boolean passing = status == 429 || status == 502 || status == 503 || status == 504;
        if (!passing || !isWanted(execution) || !execution.plan().resendable()) {
            return false;
        }
        return status == 429 || execution.plan().repeat() != Repeat.ONCE;
    }

    /** What the exception says is not asked: only the network interceptor knows whether anything was sent. */
    static boolean allowedAfter(IOException failure, Execution execution) {
        boolean interrupted = failure instanceof InterruptedIOException && !(failure instanceof SocketTimeoutException);
        boolean hopeless = failure instanceof ApiIOException || Trust.isMissing(failure);
        if (hopeless || interrupted || execution.call().isCanceled() || !isWanted(execution)) {
            return false;
        }
        boolean certainlyNotRun = !execution.hasReachedWire();
        return certainlyNotRun
                || (execution.plan().repeat() != Repeat.ONCE && execution.plan().resendable());
    }

    /** Whether the server is well again, whatever it says of the request. */
    static boolean helped(Response response) {
        return response.code() < 500 && response.code() != 429;
    }

    private static boolean isWanted(Execution execution) {
        return execution.plan().retried() && execution.plan().repeat() != Repeat.NEVER;
    }
}
