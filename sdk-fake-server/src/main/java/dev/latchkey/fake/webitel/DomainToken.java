package dev.latchkey.fake.webitel;

import dev.latchkey.fake.Fingerprint;
import java.time.Instant;

/**
 * A static token of a domain, which an administrator has made. It goes without a key, and nothing renews it.
 *
 * @param id tells the tokens of a domain apart
 * @param token for the header {@code X-Access-Token}
 * @param domain as in {@code mydomain.com}
 * @param roleName whose rights it has, unless they were given with it; the server takes any text
 * @param expires when it ends, in whole milliseconds; {@link Instant#MAX} for one that never does
 * @param enabled whether it is let in
 */
public record DomainToken(String id, String token, String domain, String roleName, Instant expires, boolean enabled) {
    /** A fingerprint in the place of the token. */
    @Override
    public String toString() {
        return "DomainToken[" + id + "@" + domain + ", " + Fingerprint.of(token) + "]";
    }
}
