package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.internal.call.CallInterruptedIOException;
import dev.latchkey.core.internal.call.Misfit;
import java.io.IOException;
import java.net.SocketException;
import java.util.function.Function;

/** What must not happen: an interceptor or a reader threw something that is no {@code IOException}. */
final class Unexpected {
    private static final int DEEPEST = 10;

    private Unexpected() {}

    /**
     * The JDK closes the socket of a virtual thread that is interrupted, which then looks like a broken connection. The words
     * may be in a cause, below a failure of TLS.
     */
    static IOException interrupted(IOException failure) {
        if (!Thread.currentThread().isInterrupted() || failure instanceof ApiIOException) {
            return failure;
        }
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof SocketException) {
                return new CallInterruptedIOException();
            }
        }
        return failure;
    }

    /**
     * Makes of it what may leave an interceptor.
     *
     * @param failure describes the call
     * @param thrown an exception that is no {@code IOException}, or an error that no time mends
     */
    static IOException in(Function<String, Failure> failure, Throwable thrown) {
        if (thrown instanceof InterruptedException) {
            // OkHttp lets it out, undeclared, while it waits for a connection.
            Thread.currentThread().interrupt();
            return new CallInterruptedIOException();
        }
        if (thrown instanceof ApiException ours) {
            return new ApiIOException(ours);
        }
        LinkageError misfit = Misfit.in(thrown);
        if (misfit != null) {
            return new ApiIOException(new ApiException(failure.apply(Misfit.problem(misfit)), misfit));
        }
        String problem = "An interceptor failed with " + thrown.getClass().getName() + ".";
        return new ApiIOException(new ApiException(failure.apply(problem), withoutText(thrown)));
    }

    /** A failure of ours, where an interceptor of the user's has wrapped one in its own. */
    static IOException unwrapped(IOException failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof ApiIOException ours) {
                return ours;
            }
            each = each.getCause();
        }
        return failure;
    }

    /** The same kind and place without its text, which may quote a header's value or a part of a body. */
    static Exception withoutText(Throwable thrown) {
        Exception place = new Exception(thrown.getClass().getName());
        place.setStackTrace(thrown.getStackTrace());
        return place;
    }
}
