package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The word that lets a client in, and what it may do. Immutable; what is null was not said, and is not sent.
 *
 * @param username under which the client has asked
 * @param mqttPublishPrefix what its MQTT topics shall start with, or null
 * @param grantTypes how it may prove who it is, or null
 * @param initialPermissions what it may do beside its roles, or null
 * @param roles the ids (not the names, with which a client asks) of its roles, or null
 */
public record RegistrationConfirmation(
        String username,
        @Nullable String mqttPublishPrefix,
        @Nullable List<GrantType> grantTypes,
        @Nullable List<Permission> initialPermissions,
        @Nullable List<String> roles) {
    static final RecordAdapter<RegistrationConfirmation> JSON = RecordAdapter.of("RegistrationConfirmation", r -> {
        var username = r.required("username", Lenient.TEXT, RegistrationConfirmation::username);
        var prefix = r.optional("mqttPublishPrefix", Lenient.TEXT, RegistrationConfirmation::mqttPublishPrefix);
        var grants = r.optional("grantTypes", Json.listOf(GrantType.JSON), RegistrationConfirmation::grantTypes);
        var some = Json.listOf(Permission.JSON);
        var permissions = r.optional("initialPermissions", some, RegistrationConfirmation::initialPermissions);
        var roles = r.optional("roles", Json.listOf(Lenient.TEXT), RegistrationConfirmation::roles);
        return in -> new RegistrationConfirmation(
                in.get(username), in.get(prefix), in.get(grants), in.get(permissions), in.get(roles));
    });

    /**
     * Checks and copies the values.
     *
     * @throws dev.latchkey.core.InvalidInputException if the user name is blank
     */
    public RegistrationConfirmation {
        Inputs.require("user name", username);
        grantTypes = grantTypes == null ? null : List.copyOf(grantTypes);
        initialPermissions = initialPermissions == null ? null : List.copyOf(initialPermissions);
        roles = roles == null ? null : List.copyOf(roles);
    }

    /**
     * Starts a confirmation.
     *
     * @param username under which the client has asked
     * @return a builder
     */
    public static Builder builder(String username) {
        return new Builder(username);
    }

    /** Describes a confirmation. Not safe for use by many threads. */
    public static final class Builder {
        private final String username;
        private @Nullable String mqttPublishPrefix;
        private @Nullable List<GrantType> grantTypes;
        private @Nullable List<Permission> initialPermissions;
        private @Nullable List<String> roles;

        private Builder(String username) {
            this.username = username;
        }

        /**
         * What the client's MQTT topics shall start with.
         *
         * @param prefix the start of a topic
         * @return this builder
         */
        public Builder mqttPublishPrefix(String prefix) {
            mqttPublishPrefix = prefix;
            return this;
        }

        /**
         * Adds a way for the client to prove who it is.
         *
         * @param grant the way
         * @return this builder
         */
        public Builder grant(GrantType grant) {
            grantTypes = grantTypes == null ? new ArrayList<>() : grantTypes;
            grantTypes.add(Inputs.present("grant type", grant));
            return this;
        }

        /**
         * Adds a permission.
         *
         * @param permission without an id as a rule
         * @return this builder
         */
        public Builder permission(Permission permission) {
            initialPermissions = initialPermissions == null ? new ArrayList<>() : initialPermissions;
            initialPermissions.add(Inputs.present("permission", permission));
            return this;
        }

        /**
         * Adds a role.
         *
         * @param roleId its id, which {@code roles().list()} tells by its name
         * @return this builder
         */
        public Builder roleId(String roleId) {
            roles = roles == null ? new ArrayList<>() : roles;
            roles.add(Inputs.require("id of the role", roleId));
            return this;
        }

        /**
         * Makes the confirmation.
         *
         * @return the confirmation
         * @throws dev.latchkey.core.InvalidInputException if the user name is blank
         */
        public RegistrationConfirmation build() {
            return new RegistrationConfirmation(username, mqttPublishPrefix, grantTypes, initialPermissions, roles);
        }
    }
}
