package dev.latchkey.fuzz;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.devicehive.Action;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.NewPluginToken;
import dev.latchkey.devicehive.NewToken;
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
        return calls;
    }
}
