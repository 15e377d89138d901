package dev.latchkey.connectware;

import dev.latchkey.core.http.HttpApi;

/**
 * Who uses which permission.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Permissions {
    private final HttpApi http;
    private final QueryNames names;

    Permissions(HttpApi http, QueryNames names) {
        this.http = http;
        this.names = names;
    }

    HttpApi http() {
        return http;
    }

    QueryNames names() {
        return names;
    }
}
