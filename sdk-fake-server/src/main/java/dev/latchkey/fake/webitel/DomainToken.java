package dev.latchkey.fake.webitel;

import dev.latchkey.fake.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A static token of a domain, which an administrator has made. It goes without a key, and nothing renews it.
 *
 * @param id tells the tokens of a domain apart
 * @param token for the header {@code X-Access-Token}
 * @param domain as in {@code mydomain.com}
 * @param acl what it may do: rights by resource
 * @param expires when it ends, in whole milliseconds; {@link Instant#MAX} for one that never does
 */
public record DomainToken(String id, String token, String domain, Map<String, List<String>> acl, Instant expires) {
    /** A fingerprint in the place of the token. */
    @Override
    public String toString() {
        return "DomainToken[" + id + "@" + domain + ", " + Fingerprint.of(token) + "]";
    }
}
