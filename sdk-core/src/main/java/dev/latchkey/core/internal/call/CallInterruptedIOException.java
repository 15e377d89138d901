package dev.latchkey.core.internal.call;

import java.io.InterruptedIOException;

/** A waiting thread was interrupted. OkHttp's timeouts have the same superclass, hence a class of its own. */
public final class CallInterruptedIOException extends InterruptedIOException {

    /** Creates the exception. */
    public CallInterruptedIOException() {
        super("interrupted");
    }
}
