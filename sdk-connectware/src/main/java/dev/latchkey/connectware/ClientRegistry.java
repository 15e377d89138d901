package dev.latchkey.connectware;

import dev.latchkey.core.http.HttpApi;

/**
 * Devices that register themselves, and those who let them in.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class ClientRegistry {
    private final HttpApi http;

    ClientRegistry(HttpApi http) {
        this.http = http;
    }

    HttpApi http() {
        return http;
    }
}
