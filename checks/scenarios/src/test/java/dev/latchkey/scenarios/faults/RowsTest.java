package dev.latchkey.scenarios.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiCall;
import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.DocumentedOperations;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RowsTest {
    private static final List<String> VENDORS = List.of("controlbyweb", "connectware", "webitel", "devicehive");

    @Test
    void theVendorsAuthPagesHave55Operations() {
        assertThat(VENDORS.stream()
                        .mapToInt(vendor -> DocumentedOperations.of(vendor).size())
                        .sum())
                .isEqualTo(55);
    }

    @Test
    void everyOperationIsARow() {
        List<String> documented = VENDORS.stream()
                .flatMap(vendor -> DocumentedOperations.all(vendor).stream())
                .map(DocumentedOperation::id)
                .toList();
        assertThat(Rows.ofAllVendors()).extracting(Row::id).containsExactlyInAnyOrderElementsOf(documented);
    }

    @TestFactory
    Stream<DynamicTest> eachSucceedsWhereNothingGoesWrong() {
        return Rows.ofAllVendors().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.id(),
                        () -> Trial.run(
                                new Combination(row.vendor(), row.id(), "nothing", Set.of(), () -> outcome(row)))));
    }

    private static Outcome outcome(Row row) {
        try (Stage stage = Stage.of(row.vendor())) {
            stage.client().session().login().execute();
            Scene<?, ?> scene = new Scene<>(stage.subject(), stage.client(), stage.client());
            ApiCall<?> call = row.call().apply(scene);
            stage.subject().fake().journal().clear();
            Outcome outcome = stage.perform(call::execute, Cell.AMPLE, scene.secrets());
            assertThat(outcome.failure()).isNull();
            assertThat(stage.subject().fake().journal().requests())
                    .extracting(entry -> entry.method() + " " + entry.path())
                    .containsExactly(row.operation().method() + " " + row.path());
            return outcome;
        }
    }
}
