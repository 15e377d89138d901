package dev.latchkey.core.http;

import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Guards the handshake of a WebSocket, for which OkHttp runs no network interceptor: ends the call before its headers are
 * sent where they must not go.
 */
final class UpgradeGuard extends EventListener {
    private static final String REDIRECTED =
            "The server redirects the WebSocket to another origin, which would receive the session's token.";

    private static final String ELSEWHERE =
            "An interceptor sent the WebSocket to another origin, which would receive the session's token.";

    private final UserClients clients;
    private final SessionMark mark;
    private volatile @Nullable String objection;

    UpgradeGuard(UserClients clients, SessionMark mark) {
        this.clients = clients;
        this.mark = mark;
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request next) {
        if (next != null && mark.isOf(clients) && !clients.mayReach(next.url())) {
            end(call, REDIRECTED);
        }
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        if (!mark.isOf(clients)) {
            return; // Another session has put its own token on, and guards it.
        }
        if (!clients.mayReach(connection.route().address().url())) {
            end(call, ELSEWHERE);
        } else if (!OriginGuard.isPrivate(connection, clients.allowInsecure())) {
            end(call, OriginGuard.WHY_NOT_PLAIN);
        }
    }

    private void end(Call call, String why) {
        objection = why;
        call.cancel();
    }

    /** Why the call was ended, null if it was not ended here. */
    @Nullable
    String objection() {
        return objection;
    }
}
