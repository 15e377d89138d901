package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a user. What is null is not sent. The vendor does not say what becomes of it: presumably it stays as it
 * is, and a list that is sent replaces the one that the user has.
 *
 * <pre>{@code
 * UserUpdate.builder().password(password).disableMfa(true).build()
 * }</pre>
 *
 * @param username the new name, at least three characters
 * @param password the new password, a secret; what it has to be like is the server's to say
 * @param mqttPublishPrefix what the user's MQTT topics start with
 * @param identityProvider who knows the password
 * @param grantTypes how the user may prove who it is
 * @param roles ids of all roles that the user shall have, not names
 * @param permissions all that the user shall be allowed beside what its roles allow
 * @param disableMfa true to switch off the second factor of the user
 * @param enforceMfaEnrollment whether the user has to set up a second factor
 */
public record UserUpdate(
        @Nullable String username,
        @Nullable String password,
        @Nullable String mqttPublishPrefix,
        @Nullable IdentityProvider identityProvider,
        @Nullable List<GrantType> grantTypes,
        @Nullable List<String> roles,
        @Nullable List<Permission> permissions,
        @Nullable Boolean disableMfa,
        @Nullable Boolean enforceMfaEnrollment) {
    static final RecordAdapter<UserUpdate> JSON = RecordAdapter.of("UserUpdate", r -> {
        var username = r.optional("username", Json.STRING, UserUpdate::username);
        var password = r.optional("password", Json.STRING, UserUpdate::password);
        var mqttPublishPrefix = r.optional("mqttPublishPrefix", Json.STRING, UserUpdate::mqttPublishPrefix);
        var identityProvider = r.optional("identityProvider", IdentityProvider.JSON, UserUpdate::identityProvider);
        var grantTypes = r.optional("grantTypes", Json.listOf(GrantType.JSON), UserUpdate::grantTypes);
        var roles = r.optional("roles", Json.listOf(Json.STRING), UserUpdate::roles);
        var permissions = r.optional("permissions", Json.listOf(Permission.JSON), UserUpdate::permissions);
        var disableMfa = r.optional("disableMfa", Json.BOOLEAN, UserUpdate::disableMfa);
        var enforceMfaEnrollment = r.optional("enforceMFAEnrollment", Json.BOOLEAN, UserUpdate::enforceMfaEnrollment);
        return in -> new UserUpdate(
                in.get(username),
                in.get(password),
                in.get(mqttPublishPrefix),
                in.get(identityProvider),
                in.get(grantTypes),
                in.get(roles),
                in.get(permissions),
                in.get(disableMfa),
                in.get(enforceMfaEnrollment));
    });

    /**
     * Checks the name and the password.
     *
     * @throws InvalidInputException if a name has less than three characters, or the password is blank
     */
    public UserUpdate {
        if (username != null) {
            Inputs.username(username);
        }
        if (password != null) {
            Inputs.require("password", password);
        }
        grantTypes = Listed.copy(grantTypes);
        roles = Listed.copy(roles);
        permissions = Listed.copy(permissions);
    }

    /**
     * Starts a change.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** Name and roles; never the password. */
    @Override
    public String toString() {
        return "UserUpdate[username=" + username + ", password=" + (password == null ? null : "***") + ", roles="
                + roles + "]";
    }

    /** Sets what is to be sent, and nothing else. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable String username;
        private @Nullable String password;
        private @Nullable String mqttPublishPrefix;
        private @Nullable IdentityProvider identityProvider;
        private @Nullable List<GrantType> grantTypes;
        private @Nullable List<String> roles;
        private @Nullable List<Permission> permissions;
        private @Nullable Boolean disableMfa;
        private @Nullable Boolean enforceMfaEnrollment;

        private Builder() {}

        /**
         * The new name.
         *
         * @param value at least three characters
         * @return this builder
         */
        public Builder username(String value) {
            username = value;
            return this;
        }

        /**
         * The new password.
         *
         * @param value a secret; what it has to be like is the server's to say
         * @return this builder
         */
        public Builder password(String value) {
            password = value;
            return this;
        }

        /**
         * What the user's MQTT topics start with.
         *
         * @param value a prefix
         * @return this builder
         */
        public Builder mqttPublishPrefix(String value) {
            mqttPublishPrefix = value;
            return this;
        }

        /**
         * Who knows the password.
         *
         * @param value the provider
         * @return this builder
         */
        public Builder identityProvider(IdentityProvider value) {
            identityProvider = value;
            return this;
        }

        /**
         * A way that is required for the user to prove who it is, beside those given before.
         *
         * @param method how
         * @return this builder
         */
        public Builder grant(GrantMethod method) {
            grantTypes = Listed.plus(grantTypes, new GrantType(Inputs.present("grant method", method), true));
            return this;
        }

        /**
         * A way for the user to prove who it is, beside those given before.
         *
         * @param method how
         * @param required whether there is no way around this one
         * @return this builder
         */
        public Builder grant(GrantMethod method, boolean required) {
            grantTypes = Listed.plus(grantTypes, new GrantType(Inputs.present("grant method", method), required));
            return this;
        }

        /**
         * A role, beside those given before.
         *
         * @param roleId the id of a role, not its name
         * @return this builder
         */
        public Builder role(String roleId) {
            roles = Listed.plus(roles, Inputs.require("role's id", roleId));
            return this;
        }

        /**
         * All roles that the user shall have, instead of those given before.
         *
         * @param roleIds ids of roles, not names; may be empty
         * @return this builder
         */
        public Builder roles(Collection<String> roleIds) {
            roles = Listed.of("roles", roleIds);
            return this;
        }

        /**
         * What the user may do beside what its roles allow, beside those given before.
         *
         * @param value such as {@link Permission#of}
         * @return this builder
         */
        public Builder permission(Permission value) {
            permissions = Listed.plus(permissions, Inputs.present("permission", value));
            return this;
        }

        /**
         * All that the user shall be allowed beside what its roles allow, instead of those given before.
         *
         * @param values may be empty
         * @return this builder
         */
        public Builder permissions(Collection<Permission> values) {
            permissions = Listed.of("permissions", values);
            return this;
        }

        /**
         * Switches off the second factor of the user.
         *
         * @param value true to do so
         * @return this builder
         */
        public Builder disableMfa(boolean value) {
            disableMfa = value;
            return this;
        }

        /**
         * Whether the user has to set up a second factor.
         *
         * @param value true if so
         * @return this builder
         */
        public Builder enforceMfaEnrollment(boolean value) {
            enforceMfaEnrollment = value;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws InvalidInputException if a value is one that no server accepts
         */
        public UserUpdate build() {
            return new UserUpdate(
                    username,
                    password,
                    mqttPublishPrefix,
                    identityProvider,
                    grantTypes,
                    roles,
                    permissions,
                    disableMfa,
                    enforceMfaEnrollment);
        }
    }
}
