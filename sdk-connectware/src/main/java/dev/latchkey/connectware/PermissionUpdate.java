package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * What is to change of a permission of a role. What is null is not sent. The documented body has no context.
 *
 * <pre>{@code
 * PermissionUpdate.builder().operation(PermissionOperation.READ_WRITE).build()
 * }</pre>
 *
 * @param resource the new topic or path
 * @param operation what may be done now
 */
public record PermissionUpdate(
        @Nullable String resource, @Nullable PermissionOperation operation) {
    static final RecordAdapter<PermissionUpdate> JSON = RecordAdapter.of("PermissionUpdate", r -> {
        var resource = r.optional("resource", Json.STRING, PermissionUpdate::resource);
        var operation = r.optional("operation", PermissionOperation.JSON, PermissionUpdate::operation);
        return in -> new PermissionUpdate(in.get(resource), in.get(operation));
    });

    /**
     * Checks the resource.
     *
     * @throws InvalidInputException if a value is one that no server accepts
     */
    public PermissionUpdate {
        if (resource != null) {
            Inputs.require("resource", resource);
        }
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
        private @Nullable String resource;
        private @Nullable PermissionOperation operation;

        private Builder() {}

        /**
         * The new topic or path.
         *
         * @param value not blank
         * @return this builder
         */
        public Builder resource(String value) {
            resource = value;
            return this;
        }

        /**
         * What may be done now.
         *
         * @param value the operation
         * @return this builder
         */
        public Builder operation(PermissionOperation value) {
            operation = value;
            return this;
        }

        /**
         * Makes the request.
         *
         * @return the request
         * @throws InvalidInputException if a value is one that no server accepts
         */
        public PermissionUpdate build() {
            return new PermissionUpdate(resource, operation);
        }
    }
}
