package dev.latchkey.scenarios.faults;

import dev.latchkey.core.ApiCall;
import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.DocumentedOperations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Collects the rows of one vendor.
 *
 * @param <F> its fake
 * @param <C> its client
 */
abstract class Rows<F, C> {
    private final Map<String, DocumentedOperation> documented;
    private final String vendor;
    private final List<Row> rows = new ArrayList<>();

    Rows(String vendor) {
        this.vendor = vendor;
        this.documented = DocumentedOperations.all(vendor).stream()
                .collect(Collectors.toMap(DocumentedOperation::id, Function.identity()));
    }

    static List<Row> ofAllVendors() {
        return List.of(new ControlByWebRows(), new ConnectwareRows(), new WebitelRows(), new DeviceHiveRows()).stream()
                .flatMap(rows -> rows.rows().stream())
                .toList();
    }

    final List<Row> rows() {
        return List.copyOf(rows);
    }

    /** An operation, by its name within the vendor's. */
    @SuppressWarnings("unchecked") // a row and its scene are of one vendor
    final Row operation(String name, Function<Scene<F, C>, ApiCall<?>> call) {
        DocumentedOperation operation = documented.get(vendor + "." + name);
        if (operation == null) {
            throw new IllegalArgumentException(name + " is not documented");
        }
        return Row.of(operation, scene -> call.apply((Scene<F, C>) scene));
    }

    final void add(Row... more) {
        rows.addAll(List.of(more));
    }
}
