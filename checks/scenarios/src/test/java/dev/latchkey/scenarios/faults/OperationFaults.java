package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiCall;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Every operation under every fault of its fake, happening once and every time. */
final class OperationFaults {
    private OperationFaults() {}

    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (Row row : Rows.ofAllVendors()) {
            for (FaultCase fault : FaultCases.all()) {
                for (Hits hits : hits(row, fault)) {
                    Execution way = Combination.nextWay(all);
                    all.add(new Combination(
                            row.vendor(),
                            row.id(),
                            fault + ", " + hits + ", " + way,
                            facets(row, fault, hits, way),
                            () -> outcome(row, fault, hits, way)));
                }
            }
        }
        return all;
    }

    /** What decides how it ends, but for the operation itself. */
    private static Set<String> facets(Row row, FaultCase fault, Hits hits, Execution way) {
        String column = fault + ", " + hits;
        return Set.of(
                row.id(),
                row.vendor() + ", " + column,
                row.repeats() + ", " + column,
                row.reads() + ", " + column,
                way + ", " + fault);
    }

    /** A second hit needs a second request. */
    private static List<Hits> hits(Row row, FaultCase fault) {
        return fault.effect().on(row, Hits.ONCE).requests() > 1 ? List.of(Hits.values()) : List.of(Hits.ONCE);
    }

    private static Outcome outcome(Row row, FaultCase fault, Hits hits, Execution way) {
        DocumentedOperation operation = row.operation();
        Cell cell = fault.effect().on(row, hits);
        try (Stage stage = Stage.of(row.vendor(), fault.line(), options -> {})) {
            stage.client().session().login().execute();
            Scene<?, ?> scene = new Scene<>(stage.subject(), stage.client(), stage.client());
            ApiCall<?> call = row.call().apply(scene).timeout(cell.limit());
            stage.subject().fake().journal().clear();
            fault.at(stage.subject().fake().faults().on(operation.method(), row.path()), hits);

            Outcome outcome = stage.perform(() -> way.run(call), cell.limit(), scene.secrets());

            List<JournalEntry> sent = stage.subject().fake().journal().requests(operation.method(), row.path());
            fault.requireMetBy(sent);
            if (!row.repeats().allowed() || fault.is(Trait.NOT_PROCESSED)) {
                assertThat(sent)
                        .as("executions")
                        .filteredOn(OperationFaults::mayHaveRun)
                        .hasSizeLessThanOrEqualTo(1);
            }
            assertThat(sent).as("requests").hasSizeLessThanOrEqualTo(cell.requests());
            assertThat(outcome.type()).as("outcome after " + sent).isIn(cell.outcomes());
            stage.requireRecovery();
            return outcome;
        }
    }

    private static boolean mayHaveRun(JournalEntry entry) {
        return entry.executed() || !entry.isFinished();
    }
}
