package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.Fingerprint;
import java.time.Instant;

/**
 * A token by which a device joins an account.
 *
 * @param id its key in the listing
 * @param accountId the account that devices join
 * @param token the secret
 * @param createdAt when it was made
 * @param expires when it ends
 */
public record CertificateRequestToken(int id, long accountId, String token, Instant createdAt, Instant expires) {
    /** A fingerprint in the place of the token. */
    @Override
    public String toString() {
        return "CertificateRequestToken[" + id + ", account " + accountId + ", " + Fingerprint.of(token) + ", until "
                + expires + "]";
    }
}
