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
 * On the wire side of a user's client: takes the session's headers off where a redirect or an interceptor has led to another
 * origin, and leaves them off when the call comes back. OkHttp itself takes off {@code Authorization} alone. One serves all
 * sessions of a client, since the call says whose token it carries.
 */
final class UserGuard implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        SessionMark mark = SessionMark.on(chain.call());
        if (mark == null) {
            return chain.proceed(request);
        }
        if (!mark.mayReach(request.url())) {
            return chain.proceed(mark.without(request));
        }
        Connection connection = chain.connection();
        if (connection == null || !OriginGuard.isPrivate(connection, mark.allowsInsecure())) {
            throw heldBack(request, OriginGuard.WHY_NOT_PLAIN);
        }
        return chain.proceed(mark.complete(request));
    }

    static ApiIOException heldBack(Request request, String why) {
        return new ApiIOException(new InsecureConnectionException(
                Failure.local(request.method(), UserAuthorization.PATH, "The request was held back. " + why), null));
    }
}
