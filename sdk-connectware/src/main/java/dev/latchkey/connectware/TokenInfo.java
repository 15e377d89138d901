package dev.latchkey.connectware;

import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server tells of a token that it has issued. Neither an id nor the token itself is among it. Any of these may be
 * missing.
 *
 * @param fingerprint of the token
 * @param createdAt when it was issued, as the server wrote it
 * @param expiresAt when it expires, as the server wrote it
 * @param label what it was called at the login
 */
public record TokenInfo(
        @Nullable String fingerprint,
        @Nullable String createdAt,
        @Nullable String expiresAt,
        @Nullable String label) {
    static final RecordAdapter<TokenInfo> JSON = RecordAdapter.of("TokenInfo", r -> {
        var fingerprint = r.optional("fingerprint", Lenient.TEXT, TokenInfo::fingerprint);
        var created = r.optional("createdAt", Lenient.TEXT, TokenInfo::createdAt);
        var expires = r.optional("expiresAt", Lenient.TEXT, TokenInfo::expiresAt);
        var label = r.optional("label", Lenient.TEXT, TokenInfo::label);
        return in -> new TokenInfo(in.get(fingerprint), in.get(created), in.get(expires), in.get(label));
    });

    /**
     * When the token was issued, by the server's clock.
     *
     * @return empty if the server does not say, or says it in a format that is not known
     */
    public Optional<Instant> createdInstant() {
        return Lenient.instant(createdAt);
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
