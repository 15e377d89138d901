package dev.latchkey.devicehive;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The operations as the vendor documents them, which is how servers before 3.4.3 are; newer ones are in the recordings. */
class DocumentedOperationsTest {
    private static final String LOGIN = "devicehive.token.login";
    private static final String TOKENS = "{\"accessToken\":\"issued-access\",\"refreshToken\":\"issued-refresh\"}";

    @TestFactory
    Stream<DynamicTest> eachIsSentAsDocumentedAndDecodedWhole() {
        return new OperationWalk<>(
                        "devicehive",
                        "/api/rest",
                        url -> DeviceHiveClient.builder()
                                .baseUrl(url)
                                .credentials("jane", "secret")
                                .legacy()
                                .build(),
                        AuthScheme.bearer(),
                        LOGIN,
                        new Tokens("issued-access", "issued-refresh", null),
                        List.of(login(), create(), refresh(), createPluginToken(), authenticate()))
                .tests();
    }

    private static OperationCase<DeviceHiveClient> login() {
        return OperationCase.of(
                        LOGIN,
                        (DeviceHiveClient client) -> client.token().login("jane doe", "p&s =%ü\""),
                        Written::json)
                .with("login", "jane doe")
                .with("password", "p&s =%ü\"")
                .answered(TOKENS);
    }

    private static OperationCase<DeviceHiveClient> create() {
        return OperationCase.of(
                        "devicehive.token.create",
                        (DeviceHiveClient client) -> client.token()
                                .create(NewToken.builder(10)
                                        .actions(Action.GET_NETWORK, Action.GET_DEVICE)
                                        .networks(1)
                                        .deviceIds("abc")
                                        .expiration(Instant.parse("2027-01-01T00:00:00Z"))
                                        .build()),
                        Written::json)
                .sending("{\"userId\":10,\"expiration\":\"2027-01-01T00:00:00.000\","
                        + "\"actions\":[\"GetNetwork\",\"GetDevice\"],\"networkIds\":[\"1\"],\"deviceIds\":[\"abc\"]}")
                .answered(TOKENS);
    }

    private static OperationCase<DeviceHiveClient> refresh() {
        return OperationCase.of(
                        "devicehive.token.refresh",
                        (DeviceHiveClient client) -> client.token().refresh("some-refresh-token"),
                        Written::json)
                .with("refreshToken", "some-refresh-token")
                .answered("{\"accessToken\":\"next-access\"}");
    }

    private static OperationCase<DeviceHiveClient> createPluginToken() {
        return OperationCase.of(
                        "devicehive.plugin.create",
                        (DeviceHiveClient client) -> client.plugin()
                                .createToken(NewPluginToken.builder("plugin_topic_1")
                                        .actions(Action.GET_DEVICE_NOTIFICATION)
                                        .build()),
                        Written::json)
                .sending("{\"tpc\":\"plugin_topic_1\",\"a\":[4]}")
                .answered(TOKENS);
    }

    private static OperationCase<DeviceHiveClient> authenticate() {
        return OperationCase.of(
                        "devicehive.plugin.authenticate",
                        (DeviceHiveClient client) -> client.plugin().authenticate("a+b/c=&d"),
                        Written::json)
                .with("token", "a+b/c=&d")
                .answered("{\"tpc\":\"plugin_topic_1\",\"a\":[4,5],\"e\":\"2027-01-01T00:00:00.000\",\"t\":1}");
    }
}
