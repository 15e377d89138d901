package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The operations on users, networks and device types as a server of 4.1.0 has them. */
class BeyondOperationsTest {
    private static final String DATA = "{\"team\":\"north\"}";
    private static final User BOB =
            new User(16, "bob", UserRole.CLIENT, UserStatus.ACTIVE, null, DATA, false, true, null);

    @TestFactory
    Stream<DynamicTest> eachIsSentAndDecodedWhole() {
        return new OperationWalk<>(
                        "devicehive",
                        "/auth/rest",
                        url -> DeviceHiveClient.builder()
                                .baseUrl(url)
                                .credentials("jane", "secret")
                                .build(),
                        AuthScheme.bearer(),
                        "devicehive.token.login",
                        new Tokens("issued-access", "issued-refresh", null),
                        Stream.of(users(), networks(), deviceTypes(), List.of(info()))
                                .flatMap(List::stream)
                                .toList())
                .beyond("/api/rest")
                .loggingInWith(sample -> "{\"accessToken\":\"issued-access\",\"refreshToken\":\"issued-refresh\"}")
                .tests();
    }

    private static OperationCase<DeviceHiveClient> info() {
        return read("server.info", DeviceHiveClient::info);
    }

    private static List<OperationCase<DeviceHiveClient>> users() {
        return List.of(
                read("users.current", client -> client.users().current()),
                silent(
                        "users.updateCurrent",
                        client -> client.users()
                                .updateCurrent(CurrentUserUpdate.of(BOB)
                                        .data("{\"theme\": \"dark\", \"n\": 7}")
                                        .introReviewed(true)
                                        .build())),
                sorted(read(
                                "users.list",
                                client -> client.users()
                                        .list(UserQuery.builder()
                                                .loginPattern("client%")
                                                .role(UserRole.CLIENT)
                                                .status(UserStatus.ACTIVE)
                                                .build())
                                        .page(1)))
                        .with("loginPattern", "client%")
                        .with("role", "1")
                        .with("status", "0"),
                counted(
                                "users.count",
                                client -> client.users()
                                        .count(UserQuery.builder().login("jane").build()))
                        .with("login", "jane"),
                read("users.get", client -> client.users().get(10)).with("id", "10"),
                read(
                        "users.create",
                        client -> client.users()
                                .create(NewUser.builder("ann", "s3cret-pw", UserRole.CLIENT)
                                        .status(UserStatus.ACTIVE)
                                        .data(DATA)
                                        .introReviewed(true)
                                        .build())),
                silent(
                                "users.update",
                                client -> client.users()
                                        .update(
                                                16,
                                                UserUpdate.of(BOB)
                                                        .login("bob.stone")
                                                        .role(UserRole.CLIENT)
                                                        .status(UserStatus.ACTIVE)
                                                        .password("s3cret-pw")
                                                        .introReviewed(true)
                                                        .build()))
                        .with("id", "16"),
                silent("users.delete", client -> client.users().delete(19)).with("id", "19"),
                network(read("users.network", client -> client.users().network(15, 2), "network")),
                network(silent("users.assignNetwork", client -> client.users().assignNetwork(15, 2))),
                network(silent("users.unassignNetwork", client -> client.users().unassignNetwork(15, 2))),
                read("users.deviceTypes", client -> client.users().deviceTypes(15))
                        .with("id", "15"),
                type(read("users.deviceType", client -> client.users().deviceType(15, 5), "deviceType")),
                type(silent("users.assignDeviceType", client -> client.users().assignDeviceType(15, 5))),
                type(silent("users.unassignDeviceType", client -> client.users().unassignDeviceType(15, 5))),
                silent("users.allowAllDeviceTypes", client -> client.users().allowAllDeviceTypes(15))
                        .with("id", "15"),
                silent("users.disallowAllDeviceTypes", client -> client.users().disallowAllDeviceTypes(15))
                        .with("id", "15"));
    }

    private static List<OperationCase<DeviceHiveClient>> networks() {
        return List.of(
                sorted(read(
                                "networks.list",
                                client -> client.networks()
                                        .list(NameQuery.builder().name("north").build())
                                        .page(1)))
                        .with("name", "north"),
                counted("networks.count", client -> client.networks().count(NameQuery.all())),
                read("networks.get", client -> client.networks().get(2)).with("id", "2"),
                created("networks.create", client -> client.networks().create("south", "south hall")),
                silent("networks.update", client -> client.networks().update(9, "south", "south hall"))
                        .with("id", "9"),
                silent("networks.delete", client -> client.networks().deleteWithDevices(9))
                        .with("id", "9")
                        .with("force", "true"));
    }

    private static List<OperationCase<DeviceHiveClient>> deviceTypes() {
        return List.of(
                sorted(read(
                                "deviceTypes.list",
                                client -> client.deviceTypes()
                                        .list(NameQuery.builder()
                                                .namePattern("C%")
                                                .build())
                                        .page(1)))
                        .with("namePattern", "C%"),
                counted("deviceTypes.count", client -> client.deviceTypes().count(NameQuery.all())),
                read("deviceTypes.get", client -> client.deviceTypes().get(5)).with("id", "5"),
                created("deviceTypes.create", client -> client.deviceTypes().create("south", "south hall")),
                silent("deviceTypes.update", client -> client.deviceTypes().update(9, "south", "south hall"))
                        .with("id", "9"),
                silent("deviceTypes.delete", client -> client.deviceTypes().delete(9))
                        .with("id", "9"));
    }

    private static <T> OperationCase<DeviceHiveClient> read(String name, Function<DeviceHiveClient, ApiCall<T>> call) {
        return OperationCase.of("devicehive." + name, call, WrittenApi::json);
    }

    private static <T> OperationCase<DeviceHiveClient> read(
            String name, Function<DeviceHiveClient, ApiCall<T>> call, String within) {
        return OperationCase.of("devicehive." + name, call, value -> Map.of(within, WrittenApi.json(value)));
    }

    private static OperationCase<DeviceHiveClient> counted(
            String name, Function<DeviceHiveClient, ApiCall<Long>> call) {
        return OperationCase.of("devicehive." + name, call, count -> Map.of("count", count));
    }

    private static OperationCase<DeviceHiveClient> created(
            String name, Function<DeviceHiveClient, ApiCall<Long>> call) {
        return OperationCase.of("devicehive." + name, call, id -> Map.of("id", id));
    }

    private static OperationCase<DeviceHiveClient> silent(String name, Function<DeviceHiveClient, ApiCall<Void>> call) {
        return OperationCase.silent("devicehive." + name, call);
    }

    private static OperationCase<DeviceHiveClient> sorted(OperationCase<DeviceHiveClient> list) {
        return list.with("sortField", "ID")
                .with("sortOrder", "ASC")
                .with("take", "100")
                .with("skip", "0");
    }

    private static OperationCase<DeviceHiveClient> network(OperationCase<DeviceHiveClient> ofAUser) {
        return ofAUser.with("id", "15").with("networkId", "2");
    }

    private static OperationCase<DeviceHiveClient> type(OperationCase<DeviceHiveClient> ofAUser) {
        return ofAUser.with("id", "15").with("typeId", "5");
    }
}
