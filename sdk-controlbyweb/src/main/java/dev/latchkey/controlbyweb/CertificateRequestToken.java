package dev.latchkey.controlbyweb;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token with which devices join an account. It may be used for many devices until it expires, 12 hours after it was
 * created.
 *
 * @param id under which the server lists the token; null where it is not told, as in the answer to a creation. No operation takes
 *     it: {@link CertificateRequestTokens#delete} wants the token itself
 * @param token the token itself, a secret
 * @param expiresAt when it expires, by the server's clock
 * @param createdAt when it was created, by the server's clock
 */
public record CertificateRequestToken(@Nullable String id, String token, Instant expiresAt, Instant createdAt) {
    static final RecordAdapter<CertificateRequestToken> JSON = RecordAdapter.of("CertificateRequestToken", r -> {
        var token = r.required("token", Json.STRING, CertificateRequestToken::token);
        var expires = r.required("expires", Json.INSTANT, CertificateRequestToken::expiresAt);
        var created = r.required("created_at", Json.INSTANT, CertificateRequestToken::createdAt);
        return in -> new CertificateRequestToken(null, in.get(token), in.get(expires), in.get(created));
    });

    CertificateRequestToken withId(String key) {
        return new CertificateRequestToken(key, token, expiresAt, createdAt);
    }

    /** The times; never the token. */
    @Override
    public String toString() {
        return "CertificateRequestToken[id=" + id + ", token=***, expiresAt=" + expiresAt + ", createdAt=" + createdAt
                + "]";
    }
}
