package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server knows of the session of a token. Any of these may be missing.
 *
 * @param username whose session it is
 * @param expiresAt when the token expires, as the server wrote it
 * @param permissions what the user may do; immutable, empty if the server does not say
 * @param mfa the user's second factor
 */
public record SessionInfo(
        @Nullable String username,
        @Nullable String expiresAt,
        List<Permission> permissions,
        @Nullable MfaState mfa) {
    static final RecordAdapter<SessionInfo> JSON = RecordAdapter.of("Session", r -> {
        var username = r.optional("username", Lenient.TEXT, SessionInfo::username);
        var expires = r.optional("expiresAt", Lenient.TEXT, SessionInfo::expiresAt);
        var permissions =
                r.orElse("permissions", Json.listOrSingle(Permission.JSON), List.of(), SessionInfo::permissions);
        var mfa = r.optional("mfa", MfaState.JSON, SessionInfo::mfa);
        return in -> new SessionInfo(in.get(username), in.get(expires), in.get(permissions), in.get(mfa));
    });

    /** Copies the permissions. */
    public SessionInfo {
        permissions = List.copyOf(permissions);
    }

    /**
     * When the token expires, by the server's clock.
     *
     * @return empty if the server does not say, or says it in a format that is not known
     */
    public Optional<Instant> expiresInstant() {
        return Lenient.instant(expiresAt);
    }
}
