package dev.latchkey.fake.connectware;

import org.jspecify.annotations.Nullable;

/**
 * What the MQTT broker asks about a client that connects: VerneMQ's {@code on_auth_m5}.
 *
 * @param clientId the {@code client_id}, or null
 * @param username the name that the client gave, or null
 * @param mountpoint the broker's mountpoint, or null
 * @param method the {@code p_authentication_method}, or null
 * @param data the {@code p_authentication_data} as sent, base 64 of a secret, or null
 */
public record BrokerAuthentication(
        @Nullable String clientId,
        @Nullable String username,
        @Nullable String mountpoint,
        @Nullable String method,
        @Nullable String data) {
    /** Without the data. */
    @Override
    public String toString() {
        return "BrokerAuthentication[clientId=" + clientId + ", username=" + username + ", mountpoint=" + mountpoint
                + ", method=" + method + ", data=" + (data == null ? "null" : "***") + "]";
    }
}
