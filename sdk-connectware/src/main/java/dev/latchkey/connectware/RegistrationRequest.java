package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client in the registry, as whoever decides sees it. Any of these may be missing; lists are immutable, and empty then.
 *
 * @param timestamp when it asked, as the server wrote it
 * @param username how it wants to be called
 * @param credentialType with what it will log in
 * @param roles the names of the roles that it asks for
 * @param context where it says that it comes from
 * @param permissions what it asks for beside the roles
 * @param granted whether it was let in already and has not been told yet
 */
public record RegistrationRequest(
        @Nullable String timestamp,
        @Nullable String username,
        @Nullable CredentialType credentialType,
        List<String> roles,
        @Nullable String context,
        List<Permission> permissions,
        @Nullable Boolean granted) {
    static final RecordAdapter<RegistrationRequest> JSON = RecordAdapter.of("RegistrationRequest", r -> {
        var timestamp = r.optional("timestamp", Lenient.TEXT, RegistrationRequest::timestamp);
        var username = r.optional("username", Lenient.TEXT, RegistrationRequest::username);
        var type = r.optional("credentialType", CredentialType.JSON, RegistrationRequest::credentialType);
        var roles = r.orElse("roles", Json.listOrSingle(Lenient.TEXT), List.of(), RegistrationRequest::roles);
        var context = r.optional("context", Lenient.TEXT, RegistrationRequest::context);
        var some = Json.listOrSingle(Permission.JSON);
        var permissions = r.orElse("permissions", some, List.of(), RegistrationRequest::permissions);
        var granted = r.optional("granted", Lenient.FLAG, RegistrationRequest::granted);
        return in -> new RegistrationRequest(
                in.get(timestamp),
                in.get(username),
                in.get(type),
                in.get(roles),
                in.get(context),
                in.get(permissions),
                in.get(granted));
    });

    /** Copies the lists. */
    public RegistrationRequest {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /**
     * When it asked, by the server's clock.
     *
     * @return empty if the server does not say, or says it in a format that is not known
     */
    public Optional<Instant> timestampInstant() {
        return Lenient.instant(timestamp);
    }
}
