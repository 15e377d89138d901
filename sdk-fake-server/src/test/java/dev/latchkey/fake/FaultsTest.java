package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultsTest {
    @Tested
    final TestServer fake = new TestServer();

    private final Client client = new Client(fake);

    @Test
    void theNextFaultsHappenInTheOrderAskedFor() throws Exception {
        fake.faults().next(2, Fault.status(503)).next(Fault.status(429));
        assertThat(fake.faults().pending()).isEqualTo(3);

        assertThat(statuses(4)).containsExactly(503, 503, 429, 200);
        assertThat(fake.faults().pending()).isZero();
    }

    @Test
    void aFaultOfOneEndpointLeavesTheOthersAlone() throws Exception {
        fake.faults().on("POST", "/count").next(Fault.status(503));

        assertThat(client.get("/things/1").status()).isEqualTo(200);
        assertThat(client.get("/nowhere").status()).isEqualTo(404);
        assertThat(statuses(2)).containsExactly(503, 200);
    }

    @Test
    void aPathThatNobodyServesMayMeetAFaultToo() throws Exception {
        fake.faults().next(Fault.status(503));

        assertThat(client.get("/nowhere").status()).isEqualTo(503);
    }

    @Test
    void aStandingFaultEndsWithClear() throws Exception {
        fake.faults().on("POST", "/count").always(Fault.status(500));
        assertThat(statuses(3)).containsExactly(500, 500, 500);

        fake.faults().clear();
        assertThat(statuses(1)).containsExactly(200);
    }

    @Test
    void randomFaultsAreTheSameForTheSameSeed() throws Exception {
        List<Integer> first = randomStatuses(42);

        assertThat(randomStatuses(42)).isEqualTo(first);
        assertThat(randomStatuses(43)).isNotEqualTo(first);
        assertThat(first).contains(200, 500, 503);
    }

    @Test
    void anUnknownEndpointIsRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> fake.faults().on("POST", "/cuont"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("POST /cuont")
                .hasMessageContaining("POST /count");
    }

    @Test
    void wrongNumbersAreRefused() {
        assertThatThrownBy(() -> fake.faults().next(0, Fault.reset())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.faults().randomly(1.5, 1, Fault.reset()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.faults().randomly(0.5, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Integer> randomStatuses(long seed) throws Exception {
        fake.faults().clear();
        fake.faults().randomly(0.5, seed, Fault.status(500), Fault.status(503));
        return statuses(40);
    }

    private List<Integer> statuses(int requests) throws Exception {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            statuses.add(client.send("POST", "/count", null).status());
        }
        return statuses;
    }
}
