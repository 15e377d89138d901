package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.core.ApiCall;
import dev.latchkey.devicehive.Action;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.NewPluginToken;
import dev.latchkey.devicehive.NewToken;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakePlugin;
import dev.latchkey.fake.devicehive.TokenPayload;
import java.util.function.Function;

/** DeviceHive's operations: five on tokens, and those of the frontend. */
final class DeviceHiveRows extends Rows<FakeDeviceHive, DeviceHiveClient> {
    private static final String TOPIC = "plugin_topic_1";

    DeviceHiveRows() {
        super("devicehive");
        add(
                operation("token.login", s -> s.client().token().login(s.username(), PASSWORD))
                        .repeating(Repeats.NEVER),
                operation(
                        "token.create",
                        s -> s.client()
                                .token()
                                .create(NewToken.builder(1)
                                        .actions(Action.GET_DEVICE)
                                        .networks(1)
                                        .allDeviceTypes()
                                        .build())),
                operation(
                                "token.refresh",
                                s -> s.client()
                                        .token()
                                        .refresh(s.fake().logIn(s.username()).refreshToken()))
                        .repeating(Repeats.HARMLESS),
                operation("plugin.create", s -> {
                    addPlugin(s);
                    return s.client()
                            .plugin()
                            .createToken(NewPluginToken.builder(TOPIC)
                                    .actions(Action.GET_DEVICE)
                                    .build());
                }),
                operation("plugin.authenticate", s -> {
                    addPlugin(s);
                    String token = s.fake().sign(TokenPayload.pluginAccess(TOPIC));
                    return s.client().plugin().authenticate(token);
                }));
        new DeviceHiveUserRows(this).add();
        new DeviceHiveInventoryRows(this).add();
    }

    /** An operation of the frontend. */
    Row api(String name, Function<Scene<FakeDeviceHive, DeviceHiveClient>, ApiCall<?>> call) {
        return operation(name, call).below("/api/rest");
    }

    /** The same, whose answer has no body. */
    Row silent(String name, Function<Scene<FakeDeviceHive, DeviceHiveClient>, ApiCall<?>> call) {
        return api(name, call).reading(Reads.NO_CONTENT);
    }

    private static void addPlugin(Scene<FakeDeviceHive, DeviceHiveClient> scene) {
        scene.fake().addPlugin(new FakePlugin(TOPIC, scene.username()));
    }
}
