package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a login: a token, or the demand for a second factor. Any of these may be missing.
 *
 * @param token goes with every call, a secret; where a second factor is wanted it is null, or not good yet
 * @param expiresAt when the token expires, as the server wrote it
 * @param permissions what the user may do; immutable, empty if the server does not say
 * @param needsMfa whether a second factor is wanted
 * @param secret names this login in its second step, a secret; null where none is wanted
 * @param enforceMfaEnrollment whether the user has to set up a second factor
 */
public record LoginResult(
        @Nullable String token,
        @Nullable String expiresAt,
        List<Permission> permissions,
        @Nullable Boolean needsMfa,
        @Nullable String secret,
        @Nullable Boolean enforceMfaEnrollment) {

    /** Nothing else in the answer may cost the token. */
    static final RecordAdapter<LoginResult> JSON = RecordAdapter.of("LoginResult", r -> {
        var text = Json.lenient(Lenient.TEXT);
        var flag = Json.lenient(Lenient.FLAG);
        var token = r.optional("token", Json.lenient(Json.STRING), LoginResult::token);
        var expires = r.optional("expiresAt", text, LoginResult::expiresAt);
        var allowed = Json.lenient(Json.listOrSingle(Json.lenient(Permission.JSON)));
        var permissions = r.orElse("permissions", allowed, List.of(), LoginResult::permissions);
        var needsMfa = r.optional("needsMfa", flag, LoginResult::needsMfa);
        var secret = r.optional("secret", text, LoginResult::secret);
        var enforced = r.optional("enforceMFAEnrollment", flag, LoginResult::enforceMfaEnrollment)
                .alias("enforceMfaEnrollment");
        return in -> new LoginResult(
                in.get(token),
                in.get(expires),
                in.get(permissions),
                in.get(needsMfa),
                in.get(secret),
                in.get(enforced));
    });

    /** Copies the permissions. */
    public LoginResult {
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

    /** Expiry and demands; never the token or the secret. */
    @Override
    public String toString() {
        return "LoginResult[token=" + masked(token) + ", expiresAt=" + expiresAt + ", needsMfa=" + needsMfa
                + ", secret=" + masked(secret) + ", enforceMfaEnrollment=" + enforceMfaEnrollment + "]";
    }

    private static @Nullable String masked(@Nullable String value) {
        return value == null ? null : "***";
    }
}
