package dev.latchkey.connectware;

import dev.latchkey.core.http.HttpApi;

/**
 * Backup and restoration of the server's database.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Maintenance {
    private final HttpApi http;

    Maintenance(HttpApi http) {
        this.http = http;
    }

    HttpApi http() {
        return http;
    }
}
