package dev.latchkey.fake.devicehive;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The networks and devices. To be used with the fake's state to oneself. */
final class Inventory {
    private static final FakeNetwork SAMPLE = new FakeNetwork(1, "Sample Network", "A DeviceHive Sample Network");

    private final Map<Long, FakeNetwork> networks = new TreeMap<>();
    private final Map<String, FakeDevice> devices = new TreeMap<>();

    Inventory() {
        clear();
    }

    void clear() {
        networks.clear();
        devices.clear();
        add(SAMPLE);
    }

    void add(FakeNetwork network) {
        networks.put(network.id(), network);
    }

    void add(FakeDevice device) {
        if (!networks.containsKey(device.networkId())) {
            throw new IllegalArgumentException("device " + device.id() + " is to be in network " + device.networkId()
                    + ", which does not exist; there are " + networks.keySet());
        }
        devices.put(device.id(), device);
    }

    Collection<FakeNetwork> networks() {
        return networks.values();
    }

    @Nullable
    FakeNetwork network(long id) {
        return networks.get(id);
    }

    Collection<FakeDevice> devices() {
        return devices.values();
    }

    @Nullable
    FakeDevice device(String id) {
        return devices.get(id);
    }
}
