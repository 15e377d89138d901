package dev.latchkey.core.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Protocol;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends a request on the connection that OkHttp has chosen, and tells what may be sent again at once. */
final class Wire {
    private final KeptConnections connections;
    private final boolean repeats;

    /**
     * @param connections of this client
     * @param repeats whether the client tries failed calls again at all
     */
    Wire(KeptConnections connections, boolean repeats) {
        this.connections = connections;
        this.repeats = repeats;
    }

    Response send(Interceptor.Chain chain, Connection connection, Execution execution) throws IOException {
        KeptConnections.Kept kept = connections.of(connection);
        long now = connections.now();
        if (isUseless(connection, kept, execution, now)) {
            throw new SendAgain(SendAgain.Reason.CLOSED, new SocketException("The server had closed the connection"));
        }
        NotProcessed notProcessed = null;
        if (connection.protocol() != Protocol.HTTP_1_1) {
            notProcessed = new NotProcessed();
            chain.call().addEventListener(notProcessed);
        }
        boolean sentBefore = execution.hasReachedWire();
        execution.reachedWire();
        try {
            Response response = NoContent.checked(WireAnswer.of(chain));
            connections.answeredOn(kept);
            return response;
        } catch (ProtocolException e) {
            throw NoContent.orFailure(e, chain.request(), connection.protocol());
        } catch (NoContent e) {
            throw e;
        } catch (IOException e) {
            if (kept.isUsed() && execution.isTimedOut()) {
                connections.silentSince(now);
            }
            if (isNotProcessed(e, execution, notProcessed)) {
                execution.reachedWire(sentBefore);
                throw new SendAgain(SendAgain.Reason.NOT_PROCESSED, e);
            }
            if (kept.isUsed() && isHarmless(e, execution)) {
                throw new SendAgain(SendAgain.Reason.CLOSED_MEANWHILE, e);
            }
            throw e;
        }
    }

    private boolean isUseless(Connection connection, KeptConnections.Kept kept, Execution execution, long now) {
        return connections.isSilent(connection, kept)
                || (connections.mayBeClosed(connection, kept, execution.distrustsConnections(), now)
                        && Probe.isClosed(connection.socket()));
    }

    private static boolean isNotProcessed(IOException failure, Execution execution, @Nullable NotProcessed known) {
        return known != null && known.isTold(failure) && (execution.plan().resendable() || !known.headersSent());
    }

    /** Once: connections are looked at before anything is written from then on. */
    private boolean isHarmless(IOException failure, Execution execution) {
        RequestPlan plan = execution.plan();
        boolean repeatable = plan.repeat() == Repeat.SAFE || plan.repeat() == Repeat.IDEMPOTENT;
        return repeatable
                && plan.resendable()
                && plan.retried()
                && repeats
                && !execution.distrustsConnections()
                && !(failure instanceof InterruptedIOException)
                && !NotProcessed.isReset(failure);
    }
}
