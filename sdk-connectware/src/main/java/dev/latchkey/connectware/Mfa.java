package dev.latchkey.connectware;

import dev.latchkey.core.http.HttpApi;

/**
 * The second factor of the user whom this client is logged in as.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Mfa {
    private final HttpApi http;

    Mfa(HttpApi http) {
        this.http = http;
    }

    HttpApi http() {
        return http;
    }
}
