package dev.latchkey.webitel;

import dev.latchkey.core.auth.MfaEnrollment;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The one-time password of root.
 *
 * @param enabled whether it is asked for
 * @param name what an authenticator shows, encoded as in a URL
 * @param secret the key in Base32, a secret; null if none was ever made
 * @param enrollment the same as an authenticator takes it, a secret; null if no key was ever made
 */
public record SecuritySettings(
        boolean enabled,
        @Nullable String name,
        @Nullable String secret,
        @Nullable MfaEnrollment enrollment) {
    static final RecordAdapter<SecuritySettings> JSON = RecordAdapter.of("SecuritySettings", r -> {
        var uri = r.optional("qr_data", Json.lenient(Json.STRING), SecuritySettings::uri);
        var name = r.optional("name", Json.lenient(Json.STRING), SecuritySettings::name);
        var secret = r.optional("secret", Json.STRING, SecuritySettings::secret);
        var enabled = r.required("enabled", Json.BOOLEAN_LENIENT, SecuritySettings::enabled);
        return in -> of(in.get(enabled), in.get(name), in.get(secret), in.get(uri));
    });

    /** Where there is no key the URI has the word {@code null} for it. */
    private static SecuritySettings of(
            boolean enabled, @Nullable String name, @Nullable String secret, @Nullable String uri) {
        return new SecuritySettings(
                enabled,
                name,
                secret,
                secret == null || uri == null || uri.trim().isEmpty() ? null : MfaEnrollment.of(uri));
    }

    private @Nullable String uri() {
        return enrollment == null ? null : enrollment.uri();
    }

    /** Everything but the key. */
    @Override
    public String toString() {
        return "SecuritySettings[enabled=" + enabled + ", name=" + name + ", secret="
                + (secret == null ? "null" : "***") + "]";
    }
}
