package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A network.
 *
 * <p>Source: recorded; its devices: seen.
 *
 * @param id its number
 * @param name its name, which no other network has
 * @param description what it is for
 * @param devices those in it that the token reaches; null where the server does not tell: in lists, and beside a user. Immutable
 */
public record Network(
        long id,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<Device> devices) {
    static final RecordAdapter<Network> JSON = RecordAdapter.of("Network", r -> {
        var devices = r.optional("devices", Json.listOf(Device.JSON), Network::devices);
        var id = r.required("id", Json.LONG_LENIENT, Network::id);
        var name = r.optional("name", Json.STRING, Network::name);
        var description = r.optional("description", Json.STRING, Network::description);
        return in -> new Network(in.get(id), in.get(name), in.get(description), in.get(devices));
    });

    /** One of a user's: alone it comes within an object, and so it does in servers' lists of 3.x. */
    static final JsonAdapter<Network> OF_A_USER = Json.mapped(Wrapped.JSON, Wrapped::unwrapped, Wrapped::new);

    /** Copies the list. */
    public Network {
        devices = devices == null ? null : List.copyOf(devices);
    }

    private record Wrapped(
            @Nullable Network network,
            @Nullable Long id,
            @Nullable String name,
            @Nullable String description) {
        static final RecordAdapter<Wrapped> JSON = RecordAdapter.of("Network", r -> {
            var network = r.optional("network", Network.JSON, Wrapped::network);
            var id = r.optional("id", Json.LONG_LENIENT, Wrapped::id);
            var name = r.optional("name", Json.STRING, Wrapped::name);
            var description = r.optional("description", Json.STRING, Wrapped::description);
            return in -> new Wrapped(in.get(network), in.get(id), in.get(name), in.get(description));
        });

        Wrapped(Network network) {
            this(network, null, null, null);
        }

        Network unwrapped() {
            return network == null
                    ? new Network(Objects.requireNonNull(id, "no id"), name, description, null)
                    : network;
        }
    }
}
