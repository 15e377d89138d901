package dev.latchkey.devicehive;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import org.jspecify.annotations.Nullable;

/**
 * A device, as a network or a device type lists its own.
 *
 * <p>Source: seen.
 *
 * @param id its id
 * @param name its name
 * @param data what its owner keeps with it, as JSON text
 * @param isBlocked whether it is blocked
 */
public record Device(
        String id, @Nullable String name, @Nullable String data, boolean isBlocked) {
    static final RecordAdapter<Device> JSON = RecordAdapter.of("Device", r -> {
        var id = r.required("id", Json.STRING_LENIENT, Device::id);
        var name = r.optional("name", Json.STRING, Device::name);
        var data = r.optional("data", Json.RAW, Device::data);
        var isBlocked = r.orElse("isBlocked", Json.BOOLEAN, false, Device::isBlocked);
        return in -> new Device(in.get(id), in.get(name), in.get(data), in.get(isBlocked));
    });
}
