package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.Failure;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Open, closing, closed. While a client closes, calls with the session's token are over, but a renewal in flight may still
 * come home: the token that it spends cannot be had again.
 */
final class Lifecycle {
    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }

    private static final String CLOSED = "The client is closed. Build a new one.";

    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    boolean beginClosing() {
        return state.compareAndSet(State.OPEN, State.CLOSING);
    }

    void closed() {
        state.set(State.CLOSED);
    }

    boolean isOpen() {
        return state.get() == State.OPEN;
    }

    /** Asked by each attempt after its call is known to the dispatcher, so that none slips past a close. */
    void admit(Execution execution) throws ApiIOException {
        State now = state.get();
        boolean needsSession = execution.plan().token() == RequestPlan.Token.OF_SESSION;
        if (now == State.CLOSED || (now == State.CLOSING && needsSession)) {
            throw new ApiIOException(refusal(execution));
        }
    }

    static ClientClosedException refusal(Execution execution) {
        return refusal(execution.failure(CLOSED));
    }

    /** For what is no call. */
    static ClientClosedException refusal(String method, String path) {
        return refusal(Failure.local(method, path, CLOSED));
    }

    private static ClientClosedException refusal(Failure failure) {
        return new ClientClosedException(failure, null);
    }
}
