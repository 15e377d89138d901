package dev.latchkey.scenarios.faults;

import dev.latchkey.core.ApiException;
import org.jspecify.annotations.Nullable;

/**
 * How a call ended.
 *
 * @param failure what it threw, null for a value
 */
record Outcome(@Nullable ApiException failure) {
    Class<?> type() {
        return failure == null ? Value.class : failure.getClass();
    }
}
