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
 * @param line what it happens on
 * @param traits what else is to be known of it
 */
record FaultCase(
        String name, Fault fault, List<String> parts, Effect effect, int refusal, Line line, Set<Trait> traits) {
    private static final Set<String> NOT_PROCESSED = Set.of("refused stream", "go away");

    static FaultCase of(String name, Fault fault, Effect effect, String... parts) {
        return new FaultCase(name, fault, List.of(parts), effect, 0, Line.HTTP, Set.of());
    }

    FaultCase refusing(int status) {
        return new FaultCase(name, fault, parts, effect, status, line, traits);
    }

    FaultCase over(Line other) {
        return new FaultCase(name, fault, parts, effect, refusal, other, traits);
    }

    FaultCase being(Trait... all) {
        return new FaultCase(name, fault, parts, effect, refusal, line, Set.of(all));
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean keepsWaiting() {
        return is(Trait.WAITS);
    }

    /** Whether the server may have looked at a request. */
    static boolean mayBeProcessed(JournalEntry request) {
        return request.fault() == null || !NOT_PROCESSED.contains(request.fault());
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
