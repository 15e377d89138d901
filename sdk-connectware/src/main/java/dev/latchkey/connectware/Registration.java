package dev.latchkey.connectware;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the registration of a client stands. */
public sealed interface Registration {

    /** The registry is closed (423): an administrator opens it for a while with {@link ClientRegistry#open}. */
    record Locked() implements Registration {}

    /** The registry knows of the client (202), and nobody has let it in yet. */
    record Pending() implements Registration {}

    /**
     * The client is let in (201). The server says so once; a further poll of the same client is a {@link Conflict}.
     *
     * @param issued the certificate that the server has signed; null where the client registered with a password alone
     */
    record Granted(@Nullable CertificatePem issued) implements Registration {

        /**
         * The certificate that the server has signed.
         *
         * @return empty where the client registered with a password alone
         */
        public Optional<CertificatePem> certificate() {
            return Optional.ofNullable(issued);
        }
    }

    /**
     * There is a user of this name, or something else stands against the client (409). So it is also for a client that has
     * been let in already, if it did not receive the answer.
     */
    record Conflict() implements Registration {}
}
