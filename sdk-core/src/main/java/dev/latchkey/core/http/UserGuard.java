package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.InsecureConnectionException;
import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * On the wire side of a user's client: takes the session's headers off where a redirect has led to another origin. OkHttp
 * itself takes off {@code Authorization} alone.
 */
final class UserGuard implements Interceptor {
    private final UserClients clients;

    UserGuard(UserClients clients) {
        this.clients = clients;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        SessionMark mark = request.tag(SessionMark.class);
        if (mark == null) {
            return chain.proceed(request);
        }
        if (!clients.mayReach(request.url())) {
            Request.Builder stripped = request.newBuilder();
            clients.sessionHeaders().forEach(stripped::removeHeader);
            return chain.proceed(stripped.build());
        }
        Connection connection = chain.connection();
        if (connection == null || !OriginGuard.isPrivate(connection, clients.allowInsecure())) {
            throw heldBack(request, OriginGuard.WHY_NOT_PLAIN);
        }
        return chain.proceed(clients.carriesToken(request) ? request : again(request, mark));
    }

    /** After a redirect from one of the session's origins to another, on which OkHttp has dropped the token. */
    private static Request again(Request request, SessionMark mark) {
        return mark.token().apply(request.newBuilder()).build();
    }

    static ApiIOException heldBack(Request request, String why) {
        return new ApiIOException(new InsecureConnectionException(
                Failure.local(request.method(), UserAuthorization.PATH, "The request was held back. " + why), null));
    }
}
