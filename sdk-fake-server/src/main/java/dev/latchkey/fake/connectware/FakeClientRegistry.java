package dev.latchkey.fake.connectware;

import java.time.Duration;
import java.util.List;

/**
 * The client registry of the fake, at which devices ask for users: for a test to play the administrator.
 *
 * <pre>{@code
 * fake.clientRegistry().open(Duration.ofMinutes(5));
 * ... the device sends POST /api/client-registry/register and is told 202 ...
 * fake.clientRegistry().confirm("iot.device.0123456");
 * ... it sends the same again and is told 201 ...
 * }</pre>
 *
 * <p>A request is known by its name, password and certificate signing request. Whoever sends it again is told how it
 * stands, also after the registry was locked; a 201 is told once. Safe for concurrent use.
 */
public final class FakeClientRegistry {
    private final ClientRegistry registry;
    private final Confirmations confirmations;
    private final Exclusively exclusively;

    FakeClientRegistry(ClientRegistry registry, Confirmations confirmations, Exclusively exclusively) {
        this.registry = registry;
        this.confirmations = confirmations;
        this.exclusively = exclusively;
    }

    /** Lets new requests in for this long, on the fake's clock; zero locks the registry. */
    public FakeClientRegistry open(Duration duration) {
        return change(() -> registry.open(duration));
    }

    /** Whether new requests are let in now. */
    public boolean isOpen() {
        return exclusively.run(registry::isOpen);
    }

    /** The requests that are pending, or granted without the device knowing; oldest first. */
    public List<FakeRegistration> registrations() {
        return exclusively.run(() -> registry.rows().stream()
                .map(row -> new FakeRegistration(
                        row.request().username(),
                        row.request().credentialType(),
                        row.request().roles(),
                        row.request().permissions(),
                        row.request().context(),
                        row.request().at(),
                        row.granted()))
                .toList());
    }

    /**
     * Confirms a pending request: a user with its credentials and permissions, and with these roles, is there now.
     *
     * @throws IllegalArgumentException if no such request is pending, a role does not exist, or the name is taken
     */
    public FakeClientRegistry confirm(String username, String... roleIds) {
        return change(() -> confirmations.confirm(Confirmation.of(username, List.of(roleIds))));
    }

    /** Forgets a request, if there is one of this name. */
    public FakeClientRegistry discard(String username) {
        return change(() -> registry.discard(username));
    }

    private FakeClientRegistry change(Runnable change) {
        return exclusively.run(() -> {
            change.run();
            return this;
        });
    }
}
