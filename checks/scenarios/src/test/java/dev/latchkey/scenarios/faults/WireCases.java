package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.faults.Effect.broken;
import static dev.latchkey.scenarios.faults.Effect.emptied;
import static dev.latchkey.scenarios.faults.Effect.harmless;
import static dev.latchkey.scenarios.faults.Effect.notProcessed;
import static dev.latchkey.scenarios.faults.Effect.tooLarge;
import static dev.latchkey.scenarios.faults.Effect.tooLargeBody;

import dev.latchkey.fake.Fault;
import java.util.List;

/** The columns of what is peculiar to HTTP: answers without end, bodies where there is none, streams that are refused. */
final class WireCases {
    private static final int EARLY_HINTS = 103;

    private WireCases() {}

    static List<FaultCase> all() {
        return List.of(
                FaultCase.of("endless header", Fault.endlessHeader(), broken(true), "endlessHeader"),
                FaultCase.of("endless headers", Fault.endlessHeaders(), broken(true), "endlessHeaders"),
                FaultCase.of("endless chunk line", Fault.endlessChunkLine(), tooLarge(), "endlessChunkLine"),
                FaultCase.of("endless gzip field", Fault.endlessGzipField(), tooLargeBody(), "endlessGzipField"),
                FaultCase.of("204 with bytes", Fault.noContent(), emptied(), "noContent"),
                FaultCase.of("205 with bytes", Fault.resetContent(), emptied(), "resetContent"),
                FaultCase.of("100 first", Fault.interim(100), harmless(), "interim")
                        .being(Trait.HARMLESS),
                FaultCase.of("103 first", Fault.interim(EARLY_HINTS), harmless(), "interim")
                        .being(Trait.HARMLESS),
                FaultCase.of("refused stream", Fault.refusedStream(), notProcessed(), "refusedStream")
                        .over(Line.HTTP2)
                        .being(Trait.NOT_PROCESSED),
                FaultCase.of("go away", Fault.goAway(), notProcessed(), "goAway")
                        .over(Line.HTTP2)
                        .being(Trait.NOT_PROCESSED));
    }
}
