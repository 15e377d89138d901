package dev.latchkey.connectware;

import dev.latchkey.core.http.HttpApi;

/**
 * Roles and their permissions.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Roles {
    private final HttpApi http;
    private final QueryNames names;

    Roles(HttpApi http, QueryNames names) {
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
