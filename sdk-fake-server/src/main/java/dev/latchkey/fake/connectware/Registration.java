package dev.latchkey.fake.connectware;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device's request for a user.
 *
 * @param roles the names of the roles that it wants
 * @param context what it says about itself, or null
 * @param at when it came first
 */
record Registration(
        String username,
        RequestedCredentials credentials,
        List<String> roles,
        List<FakePermission> permissions,
        @Nullable String context,
        Instant at) {
    /** As the list shows it. */
    String credentialType() {
        return credentials.csr() == null ? "password" : "certificate";
    }
}
