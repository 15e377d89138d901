package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Faults;
import dev.latchkey.fake.JournalEntry;
import java.util.List;
import java.util.Set;

/**
 * One way in which a call goes wrong at the fake.
 *
 * @param name what is written in reports
 * @param fault what the fake does
 * @param parts the methods of {@link Fault} that it was made with
 * @param effect what it makes of an operation
 * @param refusal the status, if it is what a token endpoint says of a password or a refresh token; else 0
 */
record FaultCase(String name, Fault fault, List<String> parts, Effect effect, int refusal) {
    private static final Set<String> WAITING = Set.of("delay", "delayed", "delayedBefore", "slowDrip");

    static FaultCase of(String name, Fault fault, Effect effect, String... parts) {
        return new FaultCase(name, fault, List.of(parts), effect, 0);
    }

    FaultCase refusing(int status) {
        return new FaultCase(name, fault, parts, effect, status);
    }

    boolean keepsWaiting() {
        return parts.stream().anyMatch(WAITING::contains);
    }

    boolean cutsOff() {
        return parts.contains("truncated");
    }

    /** Whether the first of these requests has met this fault; not known while it is held. */
    void requireMetBy(List<JournalEntry> requests) {
        if (!keepsWaiting()) {
            assertThat(requests).as("requests").isNotEmpty();
            assertThat(requests.get(0).fault())
                    .as("the fault of " + requests.get(0))
                    .isNotNull();
        }
    }

    /** Makes it happen at an endpoint. */
    void at(Faults endpoint, Hits hits) {
        if (hits == Hits.ONCE) {
            endpoint.next(fault);
        } else {
            endpoint.always(fault);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
