package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A client that wants to be let in. Immutable; what is null was not said, and is not sent.
 *
 * @param username how it shall be called; best with a prefix, since it must be nobody else's
 * @param password with which it will log in, a secret, or null
 * @param signingRequest what it wants a certificate for, with which it will log in, or null
 * @param roles the names (not the ids) of the roles that it asks for, or null
 * @param permissions what it asks for beside them, or null
 * @param context tells whoever decides where the request comes from, or null
 */
public record NewRegistration(
        String username,
        @Nullable String password,
        @Nullable SigningRequest signingRequest,
        @Nullable List<String> roles,
        @Nullable List<Permission> permissions,
        @Nullable String context) {
    static final RecordAdapter<NewRegistration> JSON = RecordAdapter.of("NewRegistration", r -> {
        var pem = Json.mapped(Json.STRING, wire -> SigningRequest.pem(WirePem.decode(wire)), NewRegistration::wire);
        var username = r.required("username", Lenient.TEXT, NewRegistration::username);
        var password = r.optional("password", Lenient.TEXT, NewRegistration::password);
        var csr = r.optional("csr", pem, NewRegistration::signingRequest);
        var roles = r.optional("roles", Json.listOf(Lenient.TEXT), NewRegistration::roles);
        var permissions = r.optional("permissions", Json.listOf(Permission.JSON), NewRegistration::permissions);
        var context = r.optional("context", Lenient.TEXT, NewRegistration::context);
        return in -> new NewRegistration(
                in.get(username), in.get(password), in.get(csr), in.get(roles), in.get(permissions), in.get(context));
    });

    /**
     * Checks and copies the values.
     *
     * @throws InvalidInputException if the user name is blank, or there is neither a password nor a signing request
     */
    public NewRegistration {
        Inputs.require("user name", username);
        if (password == null && signingRequest == null) {
            throw new InvalidInputException("The registration of \"" + username
                    + "\" has neither a password nor a certificate signing request. Give one of them.");
        }
        if (password != null) {
            Inputs.require("password", password);
        }
        roles = roles == null ? null : List.copyOf(roles);
        permissions = permissions == null ? null : List.copyOf(permissions);
    }

    /**
     * Starts a registration.
     *
     * @param username how the client shall be called
     * @return a builder
     */
    public static Builder builder(String username) {
        return new Builder(username);
    }

    static String wire(SigningRequest request) {
        return WirePem.encode(request.pem());
    }

    /** Everything but the password. */
    @Override
    public String toString() {
        return "NewRegistration[username=" + username + ", password=" + (password == null ? "null" : "***")
                + ", signingRequest=" + signingRequest + ", roles=" + roles + ", permissions=" + permissions
                + ", context=" + context + "]";
    }

    /** Describes a registration. Not safe for use by many threads. */
    public static final class Builder {
        private final String username;
        private @Nullable String password;
        private @Nullable SigningRequest signingRequest;
        private @Nullable List<String> roles;
        private @Nullable List<Permission> permissions;
        private @Nullable String context;

        private Builder(String username) {
            this.username = username;
        }

        /**
         * The password with which the client will log in.
         *
         * @param value a secret
         * @return this builder
         */
        public Builder password(String value) {
            password = Inputs.require("password", value);
            return this;
        }

        /**
         * What the client wants a certificate for, to log in with.
         *
         * @param request made with the client's own key, which is not sent
         * @return this builder
         */
        public Builder signingRequest(SigningRequest request) {
            signingRequest = Inputs.present("certificate signing request", request);
            return this;
        }

        /**
         * Adds a role that the client asks for.
         *
         * @param name the name of the role, not its id
         * @return this builder
         */
        public Builder role(String name) {
            roles = roles == null ? new ArrayList<>() : roles;
            roles.add(Inputs.require("name of the role", name));
            return this;
        }

        /**
         * Adds a permission that the client asks for.
         *
         * @param permission without an id as a rule
         * @return this builder
         */
        public Builder permission(Permission permission) {
            permissions = permissions == null ? new ArrayList<>() : permissions;
            permissions.add(Inputs.present("permission", permission));
            return this;
        }

        /**
         * Tells whoever decides where the request comes from.
         *
         * @param text for instance a serial number
         * @return this builder
         */
        public Builder context(String text) {
            context = text;
            return this;
        }

        /**
         * Makes the registration.
         *
         * @return the registration
         * @throws InvalidInputException if a value is missing or cannot be sent; the message says which
         */
        public NewRegistration build() {
            return new NewRegistration(username, password, signingRequest, roles, permissions, context);
        }
    }
}
