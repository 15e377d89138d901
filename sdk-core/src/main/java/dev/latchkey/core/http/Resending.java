package dev.latchkey.core.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends what was certainly not processed again at once, without pause or budget: the server has not failed. Innermost of what
 * is above the wire side, where OkHttp chooses another connection and nobody else notices.
 */
final class Resending {
    /** OkHttp gives up a connection at the second stream that is refused. */
    private static final int MAX_AT_ONCE = 3;

    private Resending() {}

    static Response proceed(Interceptor.Chain chain, Request request, Execution execution) throws IOException {
        int closedLeft = -1;
        while (true) {
            try {
                return chain.proceed(request);
            } catch (NoContent success) {
                return success.response();
            } catch (SendAgain again) {
                boolean closed = again.reason() == SendAgain.Reason.CLOSED;
                if (closed) {
                    closedLeft = closedLeft < 0 ? chain.getConnectionPool().connectionCount() + 1 : closedLeft - 1;
                }
                if (closed ? closedLeft == 0 : execution.sentAgain() > MAX_AT_ONCE) {
                    throw again.failure();
                }
                if (!closed) {
                    AttemptLog.failed(execution, again.failure());
                }
                if (again.reason() != SendAgain.Reason.NOT_PROCESSED) {
                    execution.distrustConnections();
                }
            }
        }
    }
}
