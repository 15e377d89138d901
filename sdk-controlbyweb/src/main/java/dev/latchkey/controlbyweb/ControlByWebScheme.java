package dev.latchkey.controlbyweb;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token. A request that does not ask for JSON is not refused with 401, but sent to a login page, or where there is none
 * answered with 500. So requests ask for JSON unless the user wants something else; then the way to the login page counts as
 * the refusal, and a 500 never does.
 */
final class ControlByWebScheme implements AuthScheme {
    private static final String JSON = "application/json";

    private final AuthScheme bearer = AuthScheme.bearer();

    @Override
    public List<String> headerNames() {
        return bearer.headerNames();
    }

    @Override
    public Map<String, String> headers(Tokens tokens) {
        return bearer.headers(tokens);
    }

    @Override
    public String usualAccept() {
        return JSON;
    }

    @Override
    public boolean refuses(Response response) {
        return bearer.refuses(response) || ledToLogin(response);
    }

    /** OkHttp has followed the redirect by itself, unless it was told not to. */
    private static boolean ledToLogin(Response response) {
        for (Response hop = response; hop != null; hop = hop.priorResponse()) {
            if (hop.code() == 302
                    && isLogin(hop)
                    && wantsSomethingElse(hop.request().header("Accept"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLogin(Response hop) {
        String location = hop.header("Location");
        HttpUrl page = location == null ? null : hop.request().url().resolve(location);
        return page != null && page.encodedPath().endsWith("/login");
    }

    private static boolean wantsSomethingElse(@Nullable String accept) {
        return accept != null && !accept.trim().equals(JSON);
    }
}
