package dev.latchkey.core.internal.session;

import java.util.function.UnaryOperator;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Two clients as Lincheck wants to see them. It makes one for each interleaving. */
public class SessionModel {
    private final UnaryOperator<String> clients;

    public SessionModel() {
        this(new TwoClients());
    }

    SessionModel(UnaryOperator<String> clients) {
        this.clients = clients;
    }

    @Operation
    public String act(String act) {
        return clients.apply(act);
    }

    @Validate
    public void validate() {
        String violations = clients.apply("violations");
        if (!violations.isEmpty()) {
            throw new IllegalStateException(violations);
        }
    }
}
