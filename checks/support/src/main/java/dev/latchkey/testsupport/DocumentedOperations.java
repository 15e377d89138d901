package dev.latchkey.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the vendors serve, as data: the operations of their auth pages in {@code operations.json}, and those beyond them in
 * {@code operations-beyond-<vendor>.json}, whose entries have the same members and a {@code source} that says how the fact is
 * known: recorded, page, client, source or inferred.
 */
public final class DocumentedOperations {
    private static final String OF_THE_AUTH_PAGES = "operations.json";

    private DocumentedOperations() {}

    /**
     * The operations of one vendor's auth pages, in their order.
     *
     * @param vendor for instance {@code controlbyweb}
     * @return at least one operation
     */
    public static List<DocumentedOperation> of(String vendor) {
        List<DocumentedOperation> operations =
                read(Objects.requireNonNull(text(OF_THE_AUTH_PAGES), OF_THE_AUTH_PAGES), vendor);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("no documented operation of " + vendor);
        }
        return operations;
    }

    /**
     * The operations of one vendor beyond its auth pages.
     *
     * @param vendor for instance {@code controlbyweb}
     * @return the operations in the order of the file; none if the vendor has no such file
     */
    public static List<DocumentedOperation> beyond(String vendor) {
        String catalogue = text("operations-beyond-" + vendor + ".json");
        return catalogue == null ? List.of() : read(catalogue, vendor);
    }

    /**
     * All operations of one vendor: those of its auth pages, then those beyond.
     *
     * @param vendor for instance {@code controlbyweb}
     * @return at least one operation
     */
    public static List<DocumentedOperation> all(String vendor) {
        return Stream.of(of(vendor), beyond(vendor)).flatMap(List::stream).toList();
    }

    private static List<DocumentedOperation> read(String catalogue, String vendor) {
        List<?> entries = Objects.requireNonNull((List<?>) JsonTree.parse(catalogue));
        return entries.stream()
                .map(entry -> (Map<?, ?>) entry)
                .filter(entry -> vendor.equals(entry.get("vendor")))
                .map(DocumentedOperation::of)
                .toList();
    }

    private static @Nullable String text(String name) {
        try (InputStream in = DocumentedOperations.class.getResourceAsStream(name)) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
