package dev.latchkey.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The vendors' documentation as data. */
public final class DocumentedOperations {
    private DocumentedOperations() {}

    /**
     * The operations of one vendor, in the order of its documentation.
     *
     * @param vendor for instance {@code controlbyweb}
     * @return at least one operation
     */
    public static List<DocumentedOperation> of(String vendor) {
        List<?> entries = Objects.requireNonNull((List<?>) JsonTree.parse(catalogue()));
        List<DocumentedOperation> operations = entries.stream()
                .map(entry -> (Map<?, ?>) entry)
                .filter(entry -> vendor.equals(entry.get("vendor")))
                .map(DocumentedOperation::of)
                .toList();
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("no documented operation of " + vendor);
        }
        return operations;
    }

    private static String catalogue() {
        try (InputStream in = DocumentedOperations.class.getResourceAsStream("operations.json")) {
            if (in == null) {
                throw new IllegalStateException("operations.json is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
