package dev.latchkey.core.http;

import dev.latchkey.core.vendor.AuthScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** The clients of the user's own that the session authorises, and the origins to which its token may go. */
final class UserClients {
    private final TokenSender sender;
    private final boolean allowInsecure;
    private final List<String> sessionHeaders;
    private final @Nullable String usualAccept;
    private final List<Origin> origins = new CopyOnWriteArrayList<>();

    UserClients(TokenSender sender, HttpUrl base, boolean allowInsecure, AuthScheme scheme) {
        this.sender = sender;
        this.allowInsecure = allowInsecure;
        this.sessionHeaders = List.copyOf(scheme.headerNames());
        this.usualAccept = scheme.usualAccept();
        origins.add(Origin.of(base));
    }

    OkHttpClient.Builder authorize(OkHttpClient.Builder builder) {
        builder.interceptors()
                .replaceAll(each -> each instanceof UserAuthorization earlier ? earlier.before(this) : each);
        // One is enough, and the last one sees what is sent.
        builder.networkInterceptors().removeIf(UserGuard.class::isInstance);
        return builder.addInterceptor(new UserAuthorization(this, sender)).addNetworkInterceptor(new UserGuard());
    }

    /** Those of a client that a session may authorise, without what it does for that: another client logs in as itself. */
    static List<Interceptor> withoutSessions(List<Interceptor> interceptors) {
        List<Interceptor> others = new ArrayList<>(interceptors);
        others.removeIf(each -> each instanceof UserAuthorization || each instanceof UserGuard);
        return others;
    }

    void alsoAuthorize(String url) {
        origins.add(Origin.of(BaseUrl.origin("The URL", url, allowInsecure)));
    }

    boolean mayReach(HttpUrl url) {
        for (Origin origin : origins) {
            if (origin.holds(url)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a header of the session's is there, be it the user's own. */
    boolean carriesToken(Request request) {
        for (String name : sessionHeaders) {
            if (request.header(name) != null) {
                return true;
            }
        }
        return false;
    }

    /** Asks for what the server has to be asked for, unless the user asks for something else. */
    Request.Builder asking(Request request) {
        String accept = request.header("Accept");
        boolean asksForAnything =
                accept == null || accept.split(";", 2)[0].trim().equals("*/*");
        Request.Builder builder = request.newBuilder();
        return usualAccept != null && asksForAnything ? builder.header("Accept", usualAccept) : builder;
    }

    boolean allowInsecure() {
        return allowInsecure;
    }

    List<String> sessionHeaders() {
        return sessionHeaders;
    }
}
