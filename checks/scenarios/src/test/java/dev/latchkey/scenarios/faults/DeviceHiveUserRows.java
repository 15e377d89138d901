package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.devicehive.CurrentUserUpdate;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.NewUser;
import dev.latchkey.devicehive.User;
import dev.latchkey.devicehive.UserQuery;
import dev.latchkey.devicehive.UserRole;
import dev.latchkey.devicehive.UserUpdate;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeUser;

/** The operations on users and on what they may reach. */
final class DeviceHiveUserRows {
    private static final long KIM = 7;

    private final DeviceHiveRows rows;

    DeviceHiveUserRows(DeviceHiveRows rows) {
        this.rows = rows;
    }

    void add() {
        rows.add(
                rows.api("server.info", s -> s.client().info()),
                rows.api("users.current", s -> s.client().users().current()),
                rows.silent(
                        "users.updateCurrent",
                        s -> s.client()
                                .users()
                                .updateCurrent(CurrentUserUpdate.of(me(s))
                                        .password(PASSWORD)
                                        .build())),
                rows.api(
                        "users.list",
                        s -> s.client().users().list(UserQuery.all()).page(1)),
                rows.api("users.count", s -> s.client().users().count(UserQuery.all())),
                rows.api("users.get", s -> s.client().users().get(addKim(s))),
                rows.api(
                        "users.create",
                        s -> s.client()
                                .users()
                                .create(NewUser.builder("robin", PASSWORD, UserRole.CLIENT)
                                        .build())),
                rows.silent(
                        "users.update",
                        s -> s.client()
                                .users()
                                .update(
                                        addKim(s),
                                        UserUpdate.builder()
                                                .dropData()
                                                .password(PASSWORD)
                                                .build())),
                rows.silent("users.delete", s -> s.client().users().delete(addKim(s))),
                rows.api("users.network", s -> s.client().users().network(addKim(s), 1)),
                rows.silent("users.assignNetwork", s -> s.client().users().assignNetwork(addKim(s), 1)),
                rows.silent("users.unassignNetwork", s -> s.client().users().unassignNetwork(addKim(s), 1))
                        .repeating(Repeats.HARMLESS),
                rows.api("users.deviceTypes", s -> s.client().users().deviceTypes(addKim(s))),
                rows.api("users.deviceType", s -> s.client().users().deviceType(addKim(s), 3)),
                rows.silent("users.assignDeviceType", s -> s.client().users().assignDeviceType(addKim(s), 5)),
                rows.silent("users.unassignDeviceType", s -> s.client().users().unassignDeviceType(addKim(s), 3))
                        .repeating(Repeats.HARMLESS),
                rows.silent("users.allowAllDeviceTypes", s -> s.client().users().allowAllDeviceTypes(addKim(s))),
                rows.silent(
                                "users.disallowAllDeviceTypes",
                                s -> s.client().users().disallowAllDeviceTypes(addKim(s)))
                        .repeating(Repeats.HARMLESS));
    }

    private static User me(Scene<FakeDeviceHive, DeviceHiveClient> scene) {
        return scene.helper().users().current().execute();
    }

    private static long addKim(Scene<FakeDeviceHive, DeviceHiveClient> scene) {
        scene.fake()
                .addUser(FakeUser.client("kim", PASSWORD)
                        .id(KIM)
                        .networks(1)
                        .deviceTypes(1, 3)
                        .build());
        return KIM;
    }
}
