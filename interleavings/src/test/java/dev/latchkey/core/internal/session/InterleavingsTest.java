package dev.latchkey.core.internal.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** No order of steps has an outcome that is not documented. A look at every third scenario; {@link LongInterleavingsTest} has all. */
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
        List<String> sample = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i += 3) {
            sample.add(scenarios.get(i));
        }
        Interleavings.explore(SessionModel.class, INTERLEAVINGS, sample);
    }
}
