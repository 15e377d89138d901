package dev.latchkey.webitel;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.Response;

/**
 * {@code X-Access-Token} and {@code X-Key}; a static domain token goes alone. Refused with 401, and by servers of 2016 with
 * 400 once it has expired.
 */
final class WebitelScheme implements AuthScheme {
    private static final String TOKEN = "X-Access-Token";
    private static final String KEY = "X-Key";
    private static final long LONGEST_REFUSAL = 4096;

    @Override
    public List<String> headerNames() {
        return List.of(TOKEN, KEY);
    }

    @Override
    public Map<String, String> headers(Tokens tokens) {
        String key = tokens.key();
        return key == null ? Map.of(TOKEN, tokens.accessToken()) : Map.of(TOKEN, tokens.accessToken(), KEY, key);
    }

    @Override
    public boolean refuses(Response response) {
        return response.code() == 401 || (response.code() == 400 && saysExpired(response));
    }

    private static boolean saysExpired(Response response) {
        try {
            return WebitelErrors.saysExpired(response.peekBody(LONGEST_REFUSAL).string());
        } catch (IOException e) {
            return false; // Whoever reads the body meets the same.
        }
    }
}
