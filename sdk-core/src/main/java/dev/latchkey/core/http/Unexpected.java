package dev.latchkey.core.http;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.internal.call.CallInterruptedIOException;
import java.io.IOException;
import java.net.SocketException;

/** What must not happen: an interceptor or a reader threw something that is no {@code IOException}. */
final class Unexpected {
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

    static IOException in(RequestPlan plan, Exception thrown) {
        return in(plan.method(), plan.template(), thrown);
    }

    static IOException in(String method, String path, Exception thrown) {
        if (thrown instanceof InterruptedException) {
            // OkHttp lets it out, undeclared, while it waits for a connection.
            Thread.currentThread().interrupt();
            return new CallInterruptedIOException();
        }
        if (thrown instanceof ApiException ours) {
            return new ApiIOException(ours);
        }
        String problem = "An interceptor failed with " + thrown.getClass().getName() + ".";
        return new ApiIOException(new ApiException(Failure.local(method, path, problem), withoutText(thrown)));
    }

    /** The same kind and place without its text, which may quote a header's value or a part of a body. */
    static Exception withoutText(Exception thrown) {
        Exception place = new Exception(thrown.getClass().getName());
        place.setStackTrace(thrown.getStackTrace());
        return place;
    }
}
