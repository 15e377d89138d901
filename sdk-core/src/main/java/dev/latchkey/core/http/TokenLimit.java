package dev.latchkey.core.http;

import java.util.function.Supplier;

/**
 * The limit of the requests by which the session logs in, renews and logs out. It is not that of the client's calls: a
 * refresh token that was sent is spent, so its answer is waited for longer than any caller waits. Vendor modules describe
 * these requests by the same methods as the public ones, hence the thread tells which are the session's.
 */
final class TokenLimit {
    private final long nanos;

    @SuppressWarnings("ThreadLocalUsage") // a client's own, and removed after each request
    private final ThreadLocal<Boolean> ofSession = new ThreadLocal<>();

    TokenLimit(long nanos) {
        this.nanos = nanos;
    }

    /** Runs what sends requests of the session's own, on this thread. */
    <T> T within(Supplier<T> requests) {
        ofSession.set(true);
        try {
            return requests.get();
        } finally {
            ofSession.remove();
        }
    }

    RequestPlan applied(RequestPlan plan) {
        return plan.token() == RequestPlan.Token.OF_SESSION || ofSession.get() == null ? plan : plan.limitedTo(nanos);
    }
}
