package dev.latchkey.connectware;

import dev.latchkey.core.http.HttpApi;

/**
 * The certificates that the server trusts.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Certificates {
    private final HttpApi http;

    Certificates(HttpApi http) {
        this.http = http;
    }

    HttpApi http() {
        return http;
    }
}
