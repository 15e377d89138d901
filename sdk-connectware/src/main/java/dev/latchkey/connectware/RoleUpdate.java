package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a role. What is null is not sent, and probably stays as it is; permissions that are sent replace those
 * that the role has.
 *
 * <pre>{@code
 * RoleUpdate.builder().name("operators").build()
 * }</pre>
 *
 * @param name the new name
 * @param isShared whether several users may have it
 * @param permissions all that it shall allow
 */
public record RoleUpdate(
        @Nullable String name,
        @Nullable Boolean isShared,
        @Nullable List<Permission> permissions) {
    static final RecordAdapter<RoleUpdate> JSON = RecordAdapter.of("RoleUpdate", r -> {
        var name = r.optional("name", Json.STRING, RoleUpdate::name);
        var isShared = r.optional("isShared", Json.BOOLEAN, RoleUpdate::isShared);
        var permissions = r.optional("permissions", Json.listOf(Permission.JSON), RoleUpdate::permissions);
        return in -> new RoleUpdate(in.get(name), in.get(isShared), in.get(permissions));
    });

    /**
     * Checks the name.
     *
     * @throws InvalidInputException if a value is one that no server accepts
     */
    public RoleUpdate {
        if (name != null) {
            Inputs.require("name of the role", name);
        }
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

    /** Sets what is to be sent, and nothing else. Not safe for use by many threads. */
    public static final class Builder {
        private @Nullable String name;
        private @Nullable Boolean isShared;
        private @Nullable List<Permission> permissions;

        private Builder() {}

        /**
         * The new name.
         *
         * @param value not blank
         * @return this builder
         */
        public Builder name(String value) {
            name = value;
            return this;
        }

        /**
         * Whether several users may have the role.
         *
         * @param value true if so
         * @return this builder
         */
        public Builder shared(boolean value) {
            isShared = value;
            return this;
        }

        /**
         * What the role allows, beside what was given before.
         *
         * @param value such as {@link Permission#of}
         * @return this builder
         */
        public Builder permission(Permission value) {
            permissions = Listed.plus(permissions, Inputs.present("permission", value));
            return this;
        }

        /**
         * All that the role shall allow, instead of what was given before.
         *
         * @param values may be empty
         * @return this builder
         */
        public Builder permissions(Collection<Permission> values) {
            permissions = Listed.of("permissions", values);
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws InvalidInputException if a value is one that no server accepts
         */
        public RoleUpdate build() {
            return new RoleUpdate(name, isShared, permissions);
        }
    }
}
