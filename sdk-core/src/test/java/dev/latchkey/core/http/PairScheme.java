package dev.latchkey.core.http;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import java.util.List;
import java.util.Map;

/** A token in two headers that OkHttp does not know to be secrets. */
final class PairScheme implements AuthScheme {

    @Override
    public List<String> headerNames() {
        return List.of("X-Access-Token", "X-Key");
    }

    @Override
    public Map<String, String> headers(Tokens tokens) {
        return Map.of("X-Access-Token", tokens.accessToken(), "X-Key", String.valueOf(tokens.key()));
    }

    static Tokens tokens(int n) {
        return new Tokens(TestVendor.token(n), TestVendor.LEAK + "-refresh", TestVendor.LEAK + "-key-" + n);
    }
}
