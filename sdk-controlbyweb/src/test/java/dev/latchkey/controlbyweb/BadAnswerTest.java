package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.TransportException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Answers that are none: each operation fails by name, and shows no secret. */
class BadAnswerTest {
    private static final String MARKER = SecretLeaks.MARKER;
    private static final int MEBIBYTE = 1 << 20;

    @Fake
    static final FakeControlByWeb FAKE = Marked.fake("jane");

    private static final Fault EMPTY = Fault.status(200).body("application/json", "");
    private static final Set<String> CONFIRMED = Set.of("logout", "requestPasswordReset", "resetPassword", "delete");

    private static final List<Bad> BAD_ANSWERS = List.of(
            new Bad(Fault.html(200), MalformedResponseException.class),
            new Bad(EMPTY, MalformedResponseException.class),
            new Bad(Fault.status(200).body("application/json", "\u0001garbage"), MalformedResponseException.class),
            new Bad(Fault.status(200).json("{\"message\": \"" + MARKER), MalformedResponseException.class),
            new Bad(Fault.status(200).json("[\"" + MARKER + "\"]"), MalformedResponseException.class),
            // What the fake refuses ends with its status, however large the page is.
            new Bad(Fault.oversize(20L * MEBIBYTE), ApiException.class),
            new Bad(Fault.gzipBomb(200L * MEBIBYTE), ApiException.class),
            new Bad(
                    Fault.status(307).header("Location", "https://elsewhere.example/" + MARKER),
                    RedirectException.class),
            new Bad(Fault.truncated(), TransportException.class));

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("login", client -> client.auth().login("jane", Marked.PASSWORD)),
            new Operation("refresh", client -> client.auth().refresh("def50200" + MARKER)),
            new Operation("logout", client -> client.auth().logout("access-" + MARKER)),
            new Operation("requestPasswordReset", client -> client.auth().requestPasswordReset("jane@example.com")),
            new Operation(
                    "resetPassword",
                    client -> client.auth()
                            .resetPassword(new PasswordReset("jane@example.com", "mail-" + MARKER, Marked.PASSWORD))),
            new Operation(
                    "list", client -> client.certificateRequestTokens(1234).list()),
            new Operation(
                    "create", client -> client.certificateRequestTokens(1234).create()),
            new Operation(
                    "delete", client -> client.certificateRequestTokens(1234).delete("token-" + MARKER)));

    @TestFactory
    Stream<DynamicTest> eachOperationNamesWhatIsWrong() {
        return OPERATIONS.stream()
                .flatMap(operation -> BAD_ANSWERS.stream()
                        .filter(bad ->
                                !(operation.name().equals("login") && bad.expected() == TransportException.class))
                        .filter(bad -> !(bad.fault() == EMPTY && CONFIRMED.contains(operation.name())))
                        .map(bad -> dynamicTest(
                                operation.name() + ": " + bad.fault(), () -> requireFailure(operation, bad))));
    }

    @TestFactory
    Stream<DynamicTest> aSuccessThatSaysNothingConfirms() {
        return OPERATIONS.stream()
                .filter(operation -> CONFIRMED.contains(operation.name()))
                .flatMap(operation -> Stream.of(EMPTY, Fault.status(204))
                        .map(success -> dynamicTest(operation.name() + ": " + success, () -> {
                            FAKE.clearTraces();
                            try (ControlByWebClient client = open()) {
                                client.session().login().execute();
                                FAKE.faults().next(success);
                                assertThat(operation.call().apply(client).execute())
                                        .isEqualTo(new Confirmation("", null));
                            }
                        })));
    }

    @Test
    void aTokenAnswerThatIsCutOffBehindTheTokensIsStillGood() {
        FAKE.clearTraces();
        FAKE.faults().next(Fault.truncated());
        try (ControlByWebClient client = open()) {
            TokenAnswer answer = client.auth().login("jane", Marked.PASSWORD).execute();

            assertThat(answer.accessToken()).isNotEmpty();
            assertThat(answer.refreshToken()).isNotEmpty();
        }
    }

    @Test
    void aTokenAnswerThatBreaksBehindTheTokensIsStillGood() {
        FAKE.clearTraces();
        FAKE.faults()
                .next(Fault.status(200)
                        .json("{\"access_token\":\"a\",\"refresh_token\":\"r\",\"username\":\"jane\",\"perm"));
        try (ControlByWebClient client = open()) {
            TokenAnswer answer = client.auth().login("jane", Marked.PASSWORD).execute();

            assertThat(answer.accessToken()).isEqualTo("a");
            assertThat(answer.refreshToken()).isEqualTo("r");
            assertThat(answer.profile().username()).isEqualTo("jane");
        }
    }

    private static void requireFailure(Operation operation, Bad bad) {
        FAKE.clearTraces();
        try (ControlByWebClient client = open()) {
            client.session().login().execute();
            FAKE.faults().always(bad.fault());

            ApiException e = assertThrows(
                    bad.expected(),
                    () -> operation.call().apply(client).withoutRetries().execute());

            assertThat(e.toString()).doesNotContain(MARKER);
            assertThat(e.getMessage()).startsWith(e.method() + " " + e.path() + ": ");
        }
    }

    private static ControlByWebClient open() {
        return ControlByWebClient.builder()
                .baseUrl(FAKE.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build();
    }

    private record Bad(Fault fault, Class<? extends ApiException> expected) {}

    private record Operation(String name, Function<ControlByWebClient, ApiCall<?>> call) {}
}
