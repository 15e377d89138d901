package dev.latchkey.fuzz;

import dev.latchkey.core.ApiCall;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okhttp3.OkHttpClient;

/**
 * One vendor's client and the operations whose answers it decodes.
 *
 * @param vendor for instance {@code webitel}
 * @param client makes a client with tokens on a network
 * @param calls by the id of the documented operation
 */
record Subject<C extends AutoCloseable>(
        String vendor, Function<OkHttpClient, C> client, Map<String, Function<C, ApiCall<?>>> calls) {

    /** The operation of an id; any other text stands for some operation, so that no input is in vain. */
    String operation(String name) {
        if (calls.containsKey(name)) {
            return name;
        }
        List<String> ids = List.copyOf(calls.keySet());
        return ids.get(Math.floorMod(name.hashCode(), ids.size()));
    }

    ApiCall<?> call(String operation, C opened) {
        return calls.get(operation).apply(opened);
    }

    /** The vendor, which names the test. */
    @Override
    public String toString() {
        return vendor;
    }
}
