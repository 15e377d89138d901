package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What the MQTT broker knows of a client that authenticates itself by a method of MQTT 5. Immutable; what is null was not
 * said, and is not sent.
 *
 * @param clientId the client's id
 * @param authenticationMethod the method that the client names
 * @param authenticationData what the client sends with it, a secret, or null
 * @param username the client's user name, or null
 * @param mountpoint the broker's mount point, or null
 */
public record EnhancedAuthRequest(
        String clientId,
        String authenticationMethod,
        @Nullable String authenticationData,
        @Nullable String username,
        @Nullable String mountpoint) {
    static final RecordAdapter<EnhancedAuthRequest> JSON = RecordAdapter.of("EnhancedAuthRequest", r -> {
        var clientId = r.required("client_id", Lenient.TEXT, EnhancedAuthRequest::clientId);
        var username = r.optional("username", Lenient.TEXT, EnhancedAuthRequest::username);
        var mountpoint = r.optional("mountpoint", Lenient.TEXT, EnhancedAuthRequest::mountpoint);
        var properties = r.required("properties", Properties.JSON, EnhancedAuthRequest::properties);
        return in -> new EnhancedAuthRequest(
                in.get(clientId),
                in.get(properties).method(),
                in.get(properties).data(),
                in.get(username),
                in.get(mountpoint));
    });

    /**
     * Checks the values.
     *
     * @throws dev.latchkey.core.InvalidInputException if the id or the method is blank
     */
    public EnhancedAuthRequest {
        Inputs.require("client id", clientId);
        Inputs.require("authentication method", authenticationMethod);
    }

    /**
     * Starts a request.
     *
     * @param clientId the client's id
     * @param authenticationMethod the method that the client names
     * @return a builder
     */
    public static Builder builder(String clientId, String authenticationMethod) {
        return new Builder(clientId, authenticationMethod);
    }

    private Properties properties() {
        return new Properties(authenticationMethod, authenticationData);
    }

    /** Everything but the data. */
    @Override
    public String toString() {
        return "EnhancedAuthRequest[clientId=" + clientId + ", authenticationMethod=" + authenticationMethod
                + ", authenticationData=" + (authenticationData == null ? "null" : "***") + ", username=" + username
                + ", mountpoint=" + mountpoint + "]";
    }

    private record Properties(String method, @Nullable String data) {
        static final RecordAdapter<Properties> JSON = RecordAdapter.of("Properties", r -> {
            var method = r.required("p_authentication_method", Json.STRING, Properties::method);
            var data = r.optional("p_authentication_data", Json.STRING, Properties::data);
            return in -> new Properties(in.get(method), in.get(data));
        });

        @Override
        public String toString() {
            return "Properties[method=" + method + "]";
        }
    }

    /** Describes a request. Not safe for use by many threads. */
    public static final class Builder {
        private final String clientId;
        private final String authenticationMethod;
        private @Nullable String authenticationData;
        private @Nullable String username;
        private @Nullable String mountpoint;

        private Builder(String clientId, String authenticationMethod) {
            this.clientId = clientId;
            this.authenticationMethod = authenticationMethod;
        }

        /**
         * What the client sends with its method.
         *
         * @param data a secret
         * @return this builder
         */
        public Builder authenticationData(String data) {
            authenticationData = data;
            return this;
        }

        /**
         * The client's user name.
         *
         * @param name the name
         * @return this builder
         */
        public Builder username(String name) {
            username = name;
            return this;
        }

        /**
         * The broker's mount point.
         *
         * @param name the mount point, often empty
         * @return this builder
         */
        public Builder mountpoint(String name) {
            mountpoint = name;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws dev.latchkey.core.InvalidInputException if the id or the method is blank
         */
        public EnhancedAuthRequest build() {
            return new EnhancedAuthRequest(clientId, authenticationMethod, authenticationData, username, mountpoint);
        }
    }
}
