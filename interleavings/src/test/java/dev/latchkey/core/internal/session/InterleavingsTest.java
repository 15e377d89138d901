package dev.latchkey.core.internal.session;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** No order of steps has an outcome that is not documented. A look at each scenario; the long one is a test of its own. */
@Isolated("Lincheck instruments the whole process.")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterleavingsTest {
    private static final int INTERLEAVINGS = 4;

    @Test
    void ofRenewalsAndCallsThatWereRefused() {
        explore(Scenarios.RENEWAL_AND_CALLS);
    }

    @Test
    void ofALogoutWithAnythingElse() {
        explore(Scenarios.LOGOUT);
    }

    @Test
    void ofACloseWithAnythingElse() {
        explore(Scenarios.CLOSE);
    }

    @Test
    void ofTwoClientsOnOneStore() {
        explore(Scenarios.ONE_STORE);
    }

    private static void explore(List<String> scenarios) {
        Interleavings.explore(SessionModel.class, INTERLEAVINGS, scenarios);
    }
}
