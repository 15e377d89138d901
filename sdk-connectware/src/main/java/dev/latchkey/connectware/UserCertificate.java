package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A client certificate that a user may log in with. Any of these may be missing.
 *
 * @param fingerprint of the certificate
 * @param createdAt from when it is valid, as the server wrote it
 * @param expiresAt until when it is valid, as the server wrote it
 */
public record UserCertificate(
        @Nullable String fingerprint,
        @Nullable String createdAt,
        @Nullable String expiresAt) {
    static final RecordAdapter<UserCertificate> JSON = RecordAdapter.of("UserCertificate", r -> {
        var fingerprint = r.optional("fingerprint", Lenient.TEXT, UserCertificate::fingerprint);
        var created = r.optional("createdAt", Lenient.TEXT, UserCertificate::createdAt);
        var expires = r.optional("expiresAt", Lenient.TEXT, UserCertificate::expiresAt);
        return in -> new UserCertificate(in.get(fingerprint), in.get(created), in.get(expires));
    });

    /**
     * From when the certificate is valid.
     *
     * @return empty if the server does not say, or says it in a format that is not known
     */
    public Optional<Instant> createdInstant() {
        return Lenient.instant(createdAt);
    }

    /**
     * Until when the certificate is valid.
     *
     * @return empty if the server does not say, or says it in a format that is not known
     */
    public Optional<Instant> expiresInstant() {
        return Lenient.instant(expiresAt);
    }
}
