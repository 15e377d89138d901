package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.TransportException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers that are none: each operation fails by name, and shows no secret. */
class BadAnswerTest {
    private static final String MARKER = SecretLeaks.MARKER;
    private static final int MEBIBYTE = 1 << 20;

    @Fake
    static final FakeDeviceHive FAKE = Marked.fake("jane");

    private static final List<Bad> BAD_ANSWERS = List.of(
            new Bad(Fault.html(200), MalformedResponseException.class),
            new Bad(Fault.status(201).body("application/json", ""), MalformedResponseException.class),
            new Bad(Fault.status(201).body("application/json", "\u0001garbage"), MalformedResponseException.class),
            new Bad(Fault.status(201).json("{}"), MalformedResponseException.class),
            new Bad(Fault.status(201).json("{\"accessToken\": \"" + MARKER), MalformedResponseException.class),
            new Bad(Fault.status(201).json("{\"accessToken\": \"\"}"), MalformedResponseException.class),
            new Bad(
                    Fault.status(201).json("{\"accessToken\": \"ü " + MARKER + "\"}"),
                    MalformedResponseException.class),
            new Bad(
                    Fault.status(201).json("{\"accessToken\": [\"" + MARKER + "\"]}"),
                    MalformedResponseException.class),
            new Bad(Fault.status(201).json("[\"" + MARKER + "\"]"), MalformedResponseException.class),
            new Bad(Fault.oversize(20L * MEBIBYTE), MalformedResponseException.class),
            new Bad(Fault.gzipBomb(200L * MEBIBYTE), MalformedResponseException.class),
            new Bad(
                    Fault.status(307).header("Location", "https://elsewhere.example/" + MARKER),
                    RedirectException.class),
            new Bad(Fault.truncated(), TransportException.class));

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("login", client -> client.token().login("jane", Marked.PASSWORD)),
            new Operation(
                    "create",
                    client -> client.token()
                            .create(NewToken.builder(1)
                                    .actions(Action.GET_DEVICE)
                                    .allNetworks()
                                    .allDeviceTypes()
                                    .build())),
            new Operation(
                    "refresh",
                    client -> client.token().refresh(FAKE.logIn("jane").refreshToken())),
            new Operation(
                    "createToken",
                    client -> client.plugin()
                            .createToken(NewPluginToken.builder(Marked.TOPIC).build())),
            new Operation("authenticate", client -> client.plugin().authenticate(Marked.pluginToken(FAKE))));

    @TestFactory
    Stream<DynamicTest> eachOperationNamesWhatIsWrong() {
        return OPERATIONS.stream()
                .flatMap(operation -> BAD_ANSWERS.stream()
                        .map(bad -> dynamicTest(
                                operation.name() + ": " + bad.fault(), () -> requireFailure(operation, bad))));
    }

    @TestFactory
    Stream<DynamicTest> theSessionTellsTheSameOfItsLogin() {
        return BAD_ANSWERS.stream()
                .map(bad -> dynamicTest(bad.fault().toString(), () -> {
                    FAKE.clearTraces();
                    FAKE.faults().on("POST", "/token").always(bad.fault());
                    try (DeviceHiveClient client = open()) {
                        ApiException e = assertThrows(
                                ApiException.class,
                                () -> client.session().login().execute());

                        assertThat(e)
                                .satisfiesAnyOf(
                                        failure -> assertThat(failure).isInstanceOf(bad.expected()),
                                        failure -> assertThat(failure).hasCauseInstanceOf(bad.expected()));
                        assertThat(e.toString()).doesNotContain(MARKER);
                    }
                }));
    }

    private static void requireFailure(Operation operation, Bad bad) {
        FAKE.clearTraces();
        try (DeviceHiveClient client = open()) {
            client.session().login().execute();
            FAKE.faults().always(bad.fault());

            ApiException e = assertThrows(
                    bad.expected(),
                    () -> operation.call().apply(client).withoutRetries().execute());

            assertThat(e.toString()).doesNotContain(MARKER);
            assertThat(e.getMessage()).startsWith(e.method() + " " + e.path() + ": ");
            assertThat(e.rawBody()).isEmpty();
        }
    }

    private static DeviceHiveClient open() {
        return DeviceHiveClient.builder()
                .baseUrl(FAKE.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build();
    }

    private record Bad(Fault fault, Class<? extends ApiException> expected) {}

    private record Operation(String name, Function<DeviceHiveClient, ApiCall<?>> call) {}
}
