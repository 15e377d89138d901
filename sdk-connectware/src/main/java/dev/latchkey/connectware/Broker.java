package dev.latchkey.connectware;

import dev.latchkey.core.http.HttpApi;

/**
 * What the MQTT broker asks.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Broker {
    private final HttpApi http;

    Broker(HttpApi http) {
        this.http = http;
    }

    HttpApi http() {
        return http;
    }
}
