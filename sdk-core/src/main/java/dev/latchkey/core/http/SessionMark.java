package dev.latchkey.core.http;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.internal.session.Authorization;
import dev.latchkey.core.internal.session.QuotedTokens;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Whose token a call of a user's client carries. A tag of the call rather than of its request, of which an interceptor may make
 * another one.
 */
final class SessionMark {
    private volatile @Nullable Sent sent;
    private volatile boolean hasLeft;

    /** The call's, null if no session has authorised it. */
    static @Nullable SessionMark on(Call call) {
        return call.tag(SessionMark.class);
    }

    static SessionMark of(Call call) {
        return call.tag(SessionMark.class, SessionMark::new);
    }

    /** The call is sent, or sent again, with this token. */
    void carries(UserClients session, Authorization token) {
        sent = new Sent(session, token);
        hasLeft = false;
    }

    boolean isOf(UserClients session) {
        Sent now = sent;
        return now != null && now.session == session;
    }

    /** Whether the token may go there: not to another origin, and nowhere else once the call has been at one. */
    boolean mayReach(HttpUrl url) {
        Sent now = sent;
        if (now == null || !now.session.mayReach(url)) {
            hasLeft = true;
        }
        return !hasLeft;
    }

    boolean hasLeft() {
        return hasLeft;
    }

    boolean allowsInsecure() {
        Sent now = sent;
        return now != null && now.session.allowInsecure();
    }

    /** Without what a session has put on. */
    Request without(Request request) {
        Sent now = sent;
        if (now == null) {
            return request;
        }
        Request.Builder stripped = request.newBuilder();
        now.session.sessionHeaders().forEach(stripped::removeHeader);
        return stripped.build();
    }

    /** A peer that speaks no HTTP may have sent it back, and OkHttp have quoted that. */
    IOException withoutToken(IOException failure) {
        Sent now = sent;
        return now == null || failure instanceof ApiIOException
                ? failure
                : QuotedTokens.leftOut(failure, now.token.values());
    }

    /** Without the token of a session that has authorised the call before; what the user has set stays. */
    Request unauthorized(Request request) {
        Sent now = sent;
        return now != null && now.token.isOn(request) ? without(request) : request;
    }

    /** On a redirect from one of the session's origins to another OkHttp has dropped the token. */
    Request complete(Request request) {
        Sent now = sent;
        return now == null || now.session.carriesToken(request)
                ? request
                : now.token.apply(request.newBuilder()).build();
    }

    private record Sent(UserClients session, Authorization token) {}
}
