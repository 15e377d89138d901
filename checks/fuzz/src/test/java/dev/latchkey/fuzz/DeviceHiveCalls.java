package dev.latchkey.fuzz;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.devicehive.Action;
import dev.latchkey.devicehive.CurrentUserUpdate;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.NameQuery;
import dev.latchkey.devicehive.NewPluginToken;
import dev.latchkey.devicehive.NewToken;
import dev.latchkey.devicehive.NewUser;
import dev.latchkey.devicehive.User;
import dev.latchkey.devicehive.UserQuery;
import dev.latchkey.devicehive.UserRole;
import dev.latchkey.devicehive.UserStatus;
import dev.latchkey.devicehive.UserUpdate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All operations of DeviceHive. */
final class DeviceHiveCalls {
    static final Subject<DeviceHiveClient> SUBJECT = new Subject<>(
            "devicehive",
            network -> DeviceHiveClient.builder()
                    .baseUrl(ScriptedNetwork.BASE_URL)
                    .okHttpClient(network)
                    .accessToken(Secrets.TOKEN)
                    .maxBodyBytes(FuzzedAnswer.MAX_BODY)
                    .retries(RetryPolicy.none())
                    .build(),
            calls());

    private DeviceHiveCalls() {}

    private static Map<String, Function<DeviceHiveClient, ApiCall<?>>> calls() {
        Map<String, Function<DeviceHiveClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put("devicehive.token.login", client -> client.token().login("jane", Secrets.PASSWORD));
        calls.put(
                "devicehive.token.create",
                client -> client.token()
                        .create(NewToken.builder(1)
                                .actions(Action.GET_DEVICE)
                                .allNetworks()
                                .allDeviceTypes()
                                .build()));
        calls.put("devicehive.token.refresh", client -> client.token().refresh(Secrets.REFRESH_TOKEN));
        calls.put(
                "devicehive.plugin.create",
                client -> client.plugin()
                        .createToken(NewPluginToken.builder("topic").build()));
        calls.put("devicehive.plugin.authenticate", client -> client.plugin().authenticate(Secrets.CODE));
        users(calls);
        inventory(calls);
        return calls;
    }

    private static void users(Map<String, Function<DeviceHiveClient, ApiCall<?>>> calls) {
        UserUpdate update = UserUpdate.builder()
                .dropData()
                .login("jane")
                .role(UserRole.CLIENT)
                .status(UserStatus.ACTIVE)
                .password(Secrets.PASSWORD)
                .build();
        NewUser jane = NewUser.builder("jane", Secrets.PASSWORD, UserRole.CLIENT)
                .data("{}")
                .build();
        calls.put("devicehive.server.info", DeviceHiveClient::info);
        calls.put("devicehive.users.current", client -> client.users().current());
        calls.put("devicehive.users.updateCurrent", client -> client.users().updateCurrent(ofOneself()));
        calls.put(
                "devicehive.users.list",
                client -> client.users().list(UserQuery.all()).page(1));
        calls.put("devicehive.users.count", client -> client.users().count(UserQuery.all()));
        calls.put("devicehive.users.get", client -> client.users().get(1));
        calls.put("devicehive.users.create", client -> client.users().create(jane));
        calls.put("devicehive.users.update", client -> client.users().update(1, update));
        calls.put("devicehive.users.delete", client -> client.users().delete(1));
        calls.put("devicehive.users.network", client -> client.users().network(1, 2));
        calls.put("devicehive.users.assignNetwork", client -> client.users().assignNetwork(1, 2));
        calls.put("devicehive.users.unassignNetwork", client -> client.users().unassignNetwork(1, 2));
        calls.put("devicehive.users.deviceTypes", client -> client.users().deviceTypes(1));
        calls.put("devicehive.users.deviceType", client -> client.users().deviceType(1, 2));
        calls.put("devicehive.users.assignDeviceType", client -> client.users().assignDeviceType(1, 2));
        calls.put(
                "devicehive.users.unassignDeviceType", client -> client.users().unassignDeviceType(1, 2));
        calls.put(
                "devicehive.users.allowAllDeviceTypes", client -> client.users().allowAllDeviceTypes(1));
        calls.put(
                "devicehive.users.disallowAllDeviceTypes",
                client -> client.users().disallowAllDeviceTypes(1));
    }

    private static CurrentUserUpdate ofOneself() {
        User jane = new User(1, "jane", UserRole.CLIENT, UserStatus.ACTIVE, null, "{}", false, true, null);
        return CurrentUserUpdate.of(jane).password(Secrets.PASSWORD).build();
    }

    private static void inventory(Map<String, Function<DeviceHiveClient, ApiCall<?>>> calls) {
        calls.put(
                "devicehive.networks.list",
                client -> client.networks().list(NameQuery.all()).page(1));
        calls.put("devicehive.networks.count", client -> client.networks().count(NameQuery.all()));
        calls.put("devicehive.networks.get", client -> client.networks().get(1));
        calls.put("devicehive.networks.create", client -> client.networks().create("north", null));
        calls.put("devicehive.networks.update", client -> client.networks().update(1, "north", null));
        calls.put("devicehive.networks.delete", client -> client.networks().delete(1));
        calls.put(
                "devicehive.deviceTypes.list",
                client -> client.deviceTypes().list(NameQuery.all()).page(1));
        calls.put("devicehive.deviceTypes.count", client -> client.deviceTypes().count(NameQuery.all()));
        calls.put("devicehive.deviceTypes.get", client -> client.deviceTypes().get(1));
        calls.put(
                "devicehive.deviceTypes.create", client -> client.deviceTypes().create("pumps", null));
        calls.put(
                "devicehive.deviceTypes.update", client -> client.deviceTypes().update(1, "pumps", null));
        calls.put(
                "devicehive.deviceTypes.delete", client -> client.deviceTypes().delete(1));
    }
}
