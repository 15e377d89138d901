package dev.latchkey.fake.connectware;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device's request for a user, as a test sees it.
 *
 * @param username the name that it wants
 * @param credentialType {@code certificate} if it sent a certificate signing request, else {@code password}
 * @param roles the names of the roles that it wants
 * @param permissions what it wants to be allowed
 * @param context what it says about itself, or null
 * @param at when it came first, on the fake's clock
 * @param granted whether it has been confirmed and the device does not know yet
 */
public record FakeRegistration(
        String username,
        String credentialType,
        List<String> roles,
        List<FakePermission> permissions,
        @Nullable String context,
        Instant at,
        boolean granted) {
    /** Copies the lists. */
    public FakeRegistration {
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }
}
