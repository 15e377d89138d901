package dev.latchkey.webitel;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A role to be made.
 *
 * <pre>{@code
 * NewRole.builder("shift-lead").parent("user").allow("account", "r", "u").allow("cdr", "r").build()
 * }</pre>
 *
 * @param name what it is called
 * @param parent the role whose rights it has as well, or null
 * @param rights by resource; immutable
 */
public record NewRole(String name, @Nullable String parent, Map<String, List<String>> rights) {
    static final RecordAdapter<NewRole> JSON = RecordAdapter.of("NewRole", r -> {
        var name = r.required("roles", Json.STRING, NewRole::name);
        var parent = r.optional("parents", Json.STRING, NewRole::parent);
        var rights = r.required("allows", Json.mapOf(Json.listOf(Json.STRING)), NewRole::rights);
        return in -> new NewRole(in.get(name), in.get(parent), in.get(rights));
    });

    /**
     * Checks the name, and copies the rights.
     *
     * @throws InvalidInputException if the name is blank
     */
    public NewRole {
        Inputs.require("name of the role", name, "Give one such as shift-lead.");
        rights = new Acl(Inputs.present("rights", rights)).rights();
    }

    /**
     * Starts a role.
     *
     * @param name what it is called
     * @return a builder
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** Sets what is to be sent, and nothing else. Not safe for use by many threads. */
    public static final class Builder {
        private final String name;
        private @Nullable String parent;
        private final Map<String, List<String>> rights = new LinkedHashMap<>();

        private Builder(String name) {
            this.name = name;
        }

        /**
         * The role whose rights the new one has as well.
         *
         * @param role its name
         * @return this builder
         */
        public Builder parent(String role) {
            parent = role;
            return this;
        }

        /**
         * What the role may do with a resource, instead of what was given for it before.
         *
         * @param resource for instance {@code account}
         * @param allowed for instance {@code r} and {@code u}; {@code *} for all
         * @return this builder
         */
        public Builder allow(String resource, String... allowed) {
            rights.put(resource, List.of(allowed));
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws InvalidInputException if the name is blank
         */
        public NewRole build() {
            return new NewRole(name, parent, rights);
        }
    }
}
