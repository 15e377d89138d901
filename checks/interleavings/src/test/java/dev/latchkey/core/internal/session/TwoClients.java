package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionState;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Two clients of one store at one vendor, and what happens to them. Each act has a name. */
final class TwoClients implements UnaryOperator<String> {
    /** Makes new ones; for whoever has loaded this class in a way of his own. */
    static final Supplier<UnaryOperator<String>> NEW = TwoClients::new;

    private final ModelTime time = new ModelTime();
    private final Violations violations = new Violations();
    private final ModelVendor vendor = new ModelVendor(time);
    private final ModelStore store = new ModelStore(violations);
    private final ModelClient first = new ModelClient(vendor, store, time, violations);
    private final ModelClient second = new ModelClient(vendor, store, time, violations);
    private int invalidations;

    @Override
    public String apply(String act) {
        switch (act) {
            case "start" -> first.start();
            case "startLoggedOut" -> first.startLoggedOut();
            case "expire" -> invalidate(() -> time.advance(ModelVendor.LIFETIME));
            case "age" -> invalidate(() -> time.advance(ModelVendor.LIFETIME.minus(Duration.ofSeconds(1))));
            case "revoke" -> invalidate(vendor.book()::revokeAccess);
            case "failStore" -> store.fail();
            case "call" -> first.call();
            case "renew" -> first.renew();
            case "login" -> first.login();
            case "loginAsJoan" -> first.loginAsJoan();
            case "logout" -> first.logout();
            case "close" -> first.close();
            case "otherCall" -> second.call();
            case "otherLogin" -> second.login();
            case "otherLogout" -> second.logout();
            case "outcomes" -> {
                return describe(first) + " /" + describe(second);
            }
            case "violations" -> {
                return new Documented(vendor.book(), store, first, second, invalidations).violations(violations);
            }
            default -> throw new IllegalArgumentException(act);
        }
        return "";
    }

    private void invalidate(Runnable how) {
        invalidations++;
        how.run();
    }

    private static String describe(ModelClient client) {
        SessionState state = client.snapshot().state();
        return state == SessionState.NEW ? "" : " " + state + client.asked();
    }
}
