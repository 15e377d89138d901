package dev.latchkey.scenarios.faults;

import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.NameQuery;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeDeviceType;
import dev.latchkey.fake.devicehive.FakeNetwork;

/** The operations on networks and device types. */
final class DeviceHiveInventoryRows {
    private static final long OURS = 20;

    private final DeviceHiveRows rows;

    DeviceHiveInventoryRows(DeviceHiveRows rows) {
        this.rows = rows;
    }

    void add() {
        rows.add(
                rows.api(
                        "networks.list",
                        s -> s.client().networks().list(NameQuery.all()).page(1)),
                rows.api("networks.count", s -> s.client().networks().count(NameQuery.all())),
                rows.api("networks.get", s -> s.client().networks().get(1)),
                rows.api("networks.create", s -> s.client().networks().create("south", null)),
                rows.silent("networks.update", s -> s.client().networks().update(addNetwork(s), "east", null)),
                rows.silent("networks.delete", s -> s.client().networks().delete(addNetwork(s))),
                rows.api(
                        "deviceTypes.list",
                        s -> s.client().deviceTypes().list(NameQuery.all()).page(1)),
                rows.api("deviceTypes.count", s -> s.client().deviceTypes().count(NameQuery.all())),
                rows.api("deviceTypes.get", s -> s.client().deviceTypes().get(1)),
                rows.api("deviceTypes.create", s -> s.client().deviceTypes().create("pumps", null)),
                rows.silent("deviceTypes.update", s -> s.client().deviceTypes().update(addType(s), "valves", null)),
                rows.silent("deviceTypes.delete", s -> s.client().deviceTypes().delete(addType(s))));
    }

    private static long addNetwork(Scene<FakeDeviceHive, DeviceHiveClient> scene) {
        scene.fake().addNetwork(new FakeNetwork(OURS, "west", null));
        return OURS;
    }

    private static long addType(Scene<FakeDeviceHive, DeviceHiveClient> scene) {
        scene.fake().addDeviceType(new FakeDeviceType(OURS, "filters", null));
        return OURS;
    }
}
