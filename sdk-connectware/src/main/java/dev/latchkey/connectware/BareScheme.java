package dev.latchkey.connectware;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import java.util.List;
import java.util.Map;

/** {@code Authorization: <token>}, without a word before it, as the vendor's samples print it. */
final class BareScheme implements AuthScheme {
    private static final String AUTHORIZATION = "Authorization";

    @Override
    public List<String> headerNames() {
        return List.of(AUTHORIZATION);
    }

    @Override
    public Map<String, String> headers(Tokens tokens) {
        return Map.of(AUTHORIZATION, tokens.accessToken());
    }
}
