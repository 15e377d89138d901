package dev.latchkey.fake.webitel;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose token a request carries.
 *
 * @param id the user's name, or that of a domain token
 * @param domain null for root
 * @param roleName name of the role
 * @param acl rights by resource
 * @param expires when the token ends, null for a domain token
 */
record Caller(
        String id,
        @Nullable String domain,
        String roleName,
        Map<String, List<String>> acl,
        @Nullable Instant expires) {

    boolean may(String resource, String right) {
        List<String> rights = acl.getOrDefault(resource, List.of());
        return rights.contains("*") || rights.contains(right);
    }

    /** Whether the caller may do that where it is his own, which the domain of whoever has one is. */
    boolean mayOwn(String resource, String right) {
        return may(resource, right) || (domain != null && may(resource, right + "o"));
    }

    /** The domain that counts: the caller's own if there is one, whatever the request names. */
    @Nullable
    String actsOn(@Nullable String named) {
        return domain == null ? named : domain;
    }

    /** A domain token is somebody else, whatever its role. */
    boolean isRootItself() {
        return domain == null;
    }
}
