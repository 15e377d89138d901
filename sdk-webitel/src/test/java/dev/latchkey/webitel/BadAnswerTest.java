package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.RedirectException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.TransportException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that are none: each operation fails by name, and shows no secret. */
class BadAnswerTest {
    private static final String MARKER = SecretLeaks.MARKER;
    private static final int MEBIBYTE = 1 << 20;

    @Fake
    static final FakeWebitel FAKE = Marked.fake();

    private static final Fault EMPTY = Fault.status(200).body("application/json", "");

    private static final List<Bad> BAD_ANSWERS = List.of(
            new Bad(Fault.html(200), MalformedResponseException.class),
            new Bad(EMPTY, MalformedResponseException.class),
            new Bad(Fault.status(200).body("application/json", "\u0001garbage"), MalformedResponseException.class),
            new Bad(Fault.status(200).json("{\"info\": \"" + MARKER), MalformedResponseException.class),
            new Bad(Fault.status(200).json("[\"" + MARKER + "\"]"), MalformedResponseException.class),
            // What the fake refuses ends with its status, however large the page is.
            new Bad(Fault.oversize(20L * MEBIBYTE), ApiException.class),
            new Bad(
                    Fault.status(301).header("Location", "https://elsewhere.example/" + MARKER),
                    RedirectException.class),
            new Bad(Fault.reset(), TransportException.class));

    private static final List<Operation> OPERATIONS = List.of(
            new Operation("login", client -> client.auth().login(Marked.USER, Marked.PASSWORD)),
            new Operation("login with code", client -> client.auth().login(Marked.USER, Marked.PASSWORD, Marked.CODE)),
            new Operation("logout", client -> client.auth().logout("token-" + MARKER, "key-" + MARKER)),
            new Operation("whoami", WebitelClient::whoami),
            new Operation("domain token", client -> client.domainTokens("d").create("user", Instant.EPOCH)),
            new Operation("domain tokens", client -> client.domainTokens("d").list()),
            new Operation("token's state", client -> client.domainTokens("d").setEnabled("id", true)),
            new Operation("roles", client -> client.roles().list()),
            new Operation("role", client -> client.roles().get("user")),
            new Operation("security", client -> client.security().get(Marked.CODE)),
            new Operation("security change", client -> client.security().newSecret(Marked.CODE)),
            new Operation("accounts", client -> client.accounts("d").list()),
            new Operation(
                    "account",
                    client -> client.accounts("d")
                            .update(
                                    "100",
                                    AccountUpdate.builder()
                                            .password(Marked.PASSWORD)
                                            .build())));

    @TestFactory
    Stream<DynamicTest> eachOperationNamesWhatIsWrong() {
        return OPERATIONS.stream()
                .flatMap(operation -> BAD_ANSWERS.stream()
                        .filter(bad ->
                                !(bad.fault() == EMPTY && operation.name().equals("logout")))
                        .map(bad -> dynamicTest(
                                operation.name() + ": " + bad.fault(), () -> requireFailure(operation, bad))));
    }

    @TestFactory
    Stream<DynamicTest> aLogoutThatIsAnsweredByNothingIsConfirmed() {
        return Stream.of(EMPTY, Fault.status(204))
                .map(success -> dynamicTest(success.toString(), () -> {
                    FAKE.clearTraces();
                    FAKE.faults().next(success);
                    try (WebitelClient client = Marked.client(FAKE).build()) {
                        assertThat(client.auth()
                                        .logout("token-" + MARKER, "key-" + MARKER)
                                        .execute())
                                .isEqualTo(new Confirmation("", null));
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\":\"t\"}",
                "{\"key\":\"k\"}",
                "{\"token\":7,\"key\":\"k\"}",
                "{\"token\":\"\",\"key\":\"k\"}",
                "{\"token\":\"" + MARKER + "\\nX-Other: 1\",\"key\":\"k\"}",
                "{\"token\":\"t\",\"key\":\"" + MARKER + "ü\"}"
            })
    void aLoginWithoutAPairThatCanBeSentIsNone(String answer) {
        FAKE.clearTraces();
        FAKE.faults().always(Fault.status(200).json(answer));
        try (WebitelClient client = Marked.client(FAKE).build()) {
            ApiException pure = assertThrows(
                    MalformedResponseException.class,
                    () -> client.auth().login(Marked.USER, Marked.PASSWORD).execute());
            ApiException own = assertThrows(
                    RenewalFailedException.class, () -> client.session().login().execute());

            assertThat(pure + " " + own + own.getCause()).doesNotContain(MARKER);
        }
    }

    @Test
    void aLoginThatBreaksBehindThePairIsStillGood() {
        FAKE.clearTraces();
        FAKE.faults().next(Fault.status(200).json("{\"key\":\"k\",\"username\":\"jane\",\"token\":\"t\",\"ro"));
        try (WebitelClient client = Marked.client(FAKE).build()) {
            LoginAnswer answer =
                    client.auth().login(Marked.USER, Marked.PASSWORD).execute();

            assertThat(answer.token()).isEqualTo("t");
            assertThat(answer.key()).isEqualTo("k");
            assertThat(answer.expires()).isNull();
            assertThat(answer.profile().username()).isEqualTo("jane");
            assertThat(answer.profile().acl().allows("cdr", "r")).isFalse();
        }
    }

    private static void requireFailure(Operation operation, Bad bad) {
        FAKE.clearTraces();
        try (WebitelClient client = Marked.client(FAKE).build()) {
            client.session().login().execute();
            FAKE.faults().always(bad.fault());

            ApiException e = assertThrows(
                    bad.expected(),
                    () -> operation.call().apply(client).withoutRetries().execute());

            assertThat(e.toString()).doesNotContain(MARKER);
            assertThat(e.getMessage()).startsWith(e.method() + " " + e.path() + ": ");
        }
    }

    private record Bad(Fault fault, Class<? extends ApiException> expected) {}

    private record Operation(String name, Function<WebitelClient, ApiCall<?>> call) {}
}
