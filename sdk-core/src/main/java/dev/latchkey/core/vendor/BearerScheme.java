package dev.latchkey.core.vendor;

import dev.latchkey.core.auth.Tokens;
import java.util.List;
import java.util.Map;

final class BearerScheme implements AuthScheme {
    private static final String AUTHORIZATION = "Authorization";

    @Override
    public List<String> headerNames() {
        return List.of(AUTHORIZATION);
    }

    @Override
    public Map<String, String> headers(Tokens tokens) {
        return Map.of(AUTHORIZATION, "Bearer " + tokens.accessToken());
    }
}
