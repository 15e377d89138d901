package dev.latchkey.fake.devicehive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The networks, device types and devices. To be used with the fake's state to oneself. */
final class Inventory {
    private static final Named SAMPLE = new Named(1, "Sample Network", "A DeviceHive Sample Network");

    /** As a server brings them. */
    private static final List<Named> TYPES = List.of(
            new Named(1, "Default Device Type", "Default DeviceHive device type"),
            new Named(2, "Cameras", "Enable your smart home cameras to enable real time streaming"),
            new Named(3, "Lightning", "Devices to turn smart lights on and off, change the brightness, specify colors"),
            new Named(4, "Door Locks", "Check the state of your door locks and manipulate if needed"),
            new Named(5, "Thermostats", "Devices to control thermostat settings and to report current temperatures"),
            new Named(6, "Entertainment", "Control of your smart TVs, receivers, and other entertainment devices"),
            new Named(7, "Cars", "Devices to develop your own smart cars"),
            new Named(8, "Cooking", "Cooking devices for hands-free control in your kitchen"));

    final Shelf networks = new Shelf("Network", FakeDevice::networkId);
    final Shelf types = new Shelf("Device type", FakeDevice::deviceTypeId);
    private final Map<String, FakeDevice> devices = new TreeMap<>();

    Inventory() {
        clear();
    }

    void clear() {
        networks.clear();
        types.clear();
        devices.clear();
        networks.put(SAMPLE);
        TYPES.forEach(types::put);
    }

    void add(FakeNetwork network) {
        networks.put(new Named(network.id(), network.name(), network.description()));
    }

    void add(FakeDeviceType type) {
        types.put(new Named(type.id(), type.name(), type.description()));
    }

    void add(FakeDevice device) {
        if (networks.find(device.networkId()) == null) {
            throw new IllegalArgumentException("device " + device.id() + " is to be in network " + device.networkId()
                    + ", which does not exist; there are "
                    + networks.all().stream().map(Named::id).toList());
        }
        devices.put(device.id(), device);
    }

    /** Removes a network or a device type with all of its devices. */
    void remove(Shelf shelf, long id) {
        shelf.remove(id);
        devices.values().removeIf(device -> shelf.holds(device, id));
    }

    Collection<FakeDevice> devices() {
        return devices.values();
    }

    @Nullable
    FakeDevice device(String id) {
        return devices.get(id);
    }
}
