package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device type.
 *
 * <p>Source: recorded; its devices: seen.
 *
 * @param id its number
 * @param name its name, which no other device type has
 * @param description what it is for
 * @param devices those in it that the token reaches; null where the server does not tell: in lists, and beside a user. Immutable
 */
public record DeviceType(
        long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<Device> devices) {
    static final RecordAdapter<DeviceType> JSON = RecordAdapter.of("DeviceType", r -> {
        var devices = r.optional("devices", Json.listOf(Device.JSON), DeviceType::devices);
        var id = r.required("id", Json.LONG_LENIENT, DeviceType::id);
        var name = r.optional("name", Json.STRING, DeviceType::name);
        var description = r.optional("description", Json.STRING, DeviceType::description);
        return in -> new DeviceType(in.get(id), in.get(name), in.get(description), in.get(devices));
    });

    /** One of a user's, which comes within an object. */
    static final JsonAdapter<DeviceType> OF_A_USER = Json.mapped(Wrapped.JSON, Wrapped::deviceType, Wrapped::new);

    /** Copies the list. */
    public DeviceType {
        devices = devices == null ? null : List.copyOf(devices);
    }

    private record Wrapped(DeviceType deviceType) {
        static final RecordAdapter<Wrapped> JSON = RecordAdapter.of("DeviceType", r -> {
            var type = r.required("deviceType", DeviceType.JSON, Wrapped::deviceType);
            return in -> new Wrapped(in.get(type));
        });
    }
}
