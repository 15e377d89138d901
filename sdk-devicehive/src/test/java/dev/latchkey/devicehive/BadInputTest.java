package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.junit.Fake;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a byte is sent. */
class BadInputTest {
    private static final String SECRET = Marked.PASSWORD;
    private static final String ACCESS = Marked.jwt("{'payload':{'t':1}}");
    private static final String REFRESH = Marked.jwt("{'payload':{'t':0}}");

    @Fake
    static final FakeDeviceHive FAKE = Marked.fake("jane");

    @TestFactory
    Stream<DynamicTest> callsAreRefusedBeforeAnythingIsSent() {
        Map<String, Consumer<DeviceHiveClient>> calls = Map.ofEntries(
                Map.entry("login without a name", client -> client.token().login(" ", SECRET)),
                Map.entry("login without a password", client -> client.token().login("jane", "")),
                Map.entry("refresh without a token", client -> client.token().refresh("")),
                Map.entry("refresh of null", client -> client.token().refresh(null)),
                Map.entry(
                        "create with devices",
                        client ->
                                client.token().create(builder().deviceIds("abc").build())),
                Map.entry(
                        "create without actions",
                        client -> client.token()
                                .create(NewToken.builder(1)
                                        .allNetworks()
                                        .allDeviceTypes()
                                        .build())),
                Map.entry(
                        "plugin's token without a topic",
                        client -> client.plugin()
                                .createToken(NewPluginToken.builder("").build())),
                Map.entry(
                        "authenticate without a token",
                        client -> client.plugin().authenticate(" ")),
                Map.entry("path without a slash", client -> client.request("GET", "info")),
                Map.entry("path with ..", client -> client.request("GET", "/../admin")),
                Map.entry(
                        "own Authorization header",
                        client -> client.request("GET", "/info").header("Authorization", "Bearer " + SECRET)));
        return calls.entrySet().stream()
                .map(call -> dynamicTest(call.getKey(), () -> requireRefused(client(), call.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> aLegacyServerIgnoresWhatIsNewer() {
        Map<String, NewToken> tokens = Map.of(
                "device types", builder().deviceTypes(1).build(),
                "refresh expiration", old().refreshExpiration(Instant.EPOCH).build(),
                "an action without a name", old().actions(Action.NONE).build(),
                "an action known by its id only", old().actions(Action.of(42)).build());
        return tokens.entrySet().stream()
                .map(token -> dynamicTest(token.getKey(), () -> {
                    DeviceHiveClient client = DeviceHiveClient.builder()
                            .baseUrl(FAKE.baseUrl())
                            .credentials("jane", SECRET)
                            .legacy()
                            .build();
                    requireRefused(client, legacy -> legacy.token().create(token.getValue()));
                }));
    }

    @Test
    void theReasonForRefusingDevicesIsTold() {
        try (DeviceHiveClient client = client()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() ->
                            client.token().create(builder().deviceIds("abc").build()))
                    .withMessageContaining("ignores deviceIds")
                    .withMessageContaining("legacy()");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "devicehive.example.com",
                "ftp://devicehive.example.com",
                "https://devicehive.example.com/auth/rest?x=1",
                "https://jane:" + Marked.PASSWORD + "@devicehive.example.com",
                "http://devicehive.example.com/auth/rest"
            })
    void aBaseUrlThatIsNoneIsRefused(String url) {
        requireUnbuildable(DeviceHiveClient.builder().baseUrl(url).credentials("jane", SECRET));
    }

    @Test
    void thereIsNoBaseUrlByDefault() {
        requireUnbuildable(DeviceHiveClient.builder().credentials("jane", SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ümlaut-" + Marked.PASSWORD, "x\n"})
    void aTokenThatCannotBeSentIsRefused(String token) {
        requireRefused(() -> DeviceHiveClient.builder().accessToken(token));
        requireRefused(() -> DeviceHiveClient.builder().refreshToken(token));
    }

    @Test
    void aTokenOfTheOtherTypeIsRefusedWithAdvice() {
        assertThat(requireRefused(() -> DeviceHiveClient.builder().accessToken(REFRESH)))
                .contains("REFRESH", "refreshToken(");
        assertThat(requireRefused(() -> DeviceHiveClient.builder().refreshToken(ACCESS)))
                .contains("ACCESS", "accessToken(");
    }

    @Test
    void anAccessTokenOfOnesOwnGoesWithNothingElse() {
        requireUnbuildable(DeviceHiveClient.builder()
                .baseUrl(FAKE.baseUrl())
                .accessToken(ACCESS)
                .credentials("jane", SECRET));
        requireUnbuildable(DeviceHiveClient.builder()
                .baseUrl(FAKE.baseUrl())
                .accessToken(ACCESS)
                .refreshToken(REFRESH));
        requireUnbuildable(DeviceHiveClient.builder()
                .baseUrl(FAKE.baseUrl())
                .refreshToken(REFRESH)
                .accessToken(ACCESS));
    }

    private static NewToken.Builder old() {
        return NewToken.builder(1).actions(Action.GET_DEVICE).allNetworks().allDevices();
    }

    private static NewToken.Builder builder() {
        return NewToken.builder(1).actions(Action.GET_DEVICE).allNetworks().allDeviceTypes();
    }

    private static DeviceHiveClient client() {
        return DeviceHiveClient.builder()
                .baseUrl(FAKE.baseUrl())
                .credentials("jane", SECRET)
                .build();
    }

    private static void requireRefused(DeviceHiveClient opened, Consumer<DeviceHiveClient> call) {
        try (opened) {
            requireRefused(() -> call.accept(opened));
        }
        assertThat(FAKE.journal().requests()).isEmpty();
    }

    private static void requireUnbuildable(DeviceHiveClient.Builder builder) {
        requireRefused(() -> builder.build().close());
    }

    private static String requireRefused(Runnable code) {
        String[] message = new String[1];
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(code::run)
                .satisfies(e -> assertThat(e.toString()).doesNotContain("LEAK"))
                .satisfies(e -> message[0] = e.getMessage());
        return message[0];
    }
}
