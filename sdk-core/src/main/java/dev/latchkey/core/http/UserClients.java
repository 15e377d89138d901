package dev.latchkey.core.http;

import dev.latchkey.core.auth.AuthScheme;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The clients of the user's own that the session authorises, and the origins to which its token may go. */
final class UserClients {
    private final TokenSender sender;
    private final boolean allowInsecure;
    private final List<String> sessionHeaders;
    private final List<Origin> origins = new CopyOnWriteArrayList<>();

    UserClients(TokenSender sender, HttpUrl base, boolean allowInsecure, AuthScheme scheme) {
        this.sender = sender;
        this.allowInsecure = allowInsecure;
        this.sessionHeaders = List.copyOf(scheme.headerNames());
        origins.add(Origin.of(base));
    }

    OkHttpClient.Builder authorize(OkHttpClient.Builder builder) {
        return builder.addInterceptor(new UserAuthorization(this, sender)).addNetworkInterceptor(new UserGuard(this));
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

    boolean allowInsecure() {
        return allowInsecure;
    }

    List<String> sessionHeaders() {
        return sessionHeaders;
    }
}
