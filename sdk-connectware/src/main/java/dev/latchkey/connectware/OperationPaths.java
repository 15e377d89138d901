package dev.latchkey.connectware;

import dev.latchkey.core.InvalidInputException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Where one client looks for the operations whose paths are not certain.
 *
 * @param changed those that are not where they are likely to be
 */
record OperationPaths(Map<OperationPath, String> changed) {
    static final OperationPaths LIKELY = new OperationPaths(Map.of());

    String of(OperationPath operation) {
        String path = changed.get(operation);
        return path == null ? operation.likely() : path;
    }

    OperationPaths with(OperationPath operation, String path) {
        if (!path.startsWith("/") || OperationPath.parameters(path) != operation.parameters()) {
            throw new InvalidInputException("The path must start with a slash and have as many parameters as "
                    + operation.likely() + ", in the same order.");
        }
        Map<OperationPath, String> more = new EnumMap<>(OperationPath.class);
        more.putAll(changed);
        more.put(operation, path);
        return new OperationPaths(Map.copyOf(more));
    }
}
