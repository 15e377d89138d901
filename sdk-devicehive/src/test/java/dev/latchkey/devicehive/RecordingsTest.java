package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiException;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import dev.latchkey.testsupport.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a server of 4.1.0 was asked and said. A file that is added to the folder is tried as well. */
class RecordingsTest {
    private static final List<RecordedExchange> EXCHANGES =
            RecordedExchange.all(Path.of("src/test/resources/dev/latchkey/devicehive/server-recordings"));

    @TestFactory
    Stream<DynamicTest> eachAnswerBecomesTheValueOrTheExceptionThatItSays() {
        return EXCHANGES.stream().map(exchange -> dynamicTest(exchange.name(), () -> replay(exchange)));
    }

    @Test
    void eachKnownRecordingMeansWhatTheContractSays() {
        Map<String, String> meanings = KnownMeanings.byName();
        assertThat(EXCHANGES).extracting(RecordedExchange::name).containsAll(meanings.keySet());
        for (RecordedExchange exchange : EXCHANGES) {
            if (meanings.containsKey(exchange.name())) {
                assertThat(meaning(Outcome.of(exchange))).as(exchange.name()).isEqualTo(meanings.get(exchange.name()));
            }
        }
    }

    @Test
    void mostRequestsCanBeMadeWithTheTypedOperations() {
        assertThat(EXCHANGES.stream()
                        .filter(exchange -> RecordedCall.of(exchange).isTyped()))
                .extracting(RecordedExchange::name)
                .contains(
                        "create_deviceIds_old_field",
                        "create_expired_access",
                        "create_ok_full",
                        "create_without_ManageToken",
                        "lifecycle_1_login",
                        "lifecycle_4_refresh",
                        "lockout_attempt_11",
                        "login_wrong_password",
                        "plugin_auth_ok",
                        "plugin_create_ok_client_own",
                        "plugin_create_without_ManagePlugin",
                        "refresh_garbage",
                        "refresh_plugin_ok",
                        "unknown_only_2_create_GetDeviceState_only")
                .hasSizeGreaterThanOrEqualTo(35);
    }

    private static void replay(RecordedExchange exchange) {
        Outcome outcome = Outcome.of(exchange);
        int status = exchange.response().status();
        ApiException failure = outcome.failure();
        if (status / 100 == 2) {
            assertThat(failure).isNull();
            assertThat(JsonTree.of(Written.json(Objects.requireNonNull(outcome.value()))))
                    .isEqualTo(JsonTree.parse(answer(exchange).body()));
            Written.requireWholePayloads(outcome.value());
        } else {
            assertThat(failure).isExactlyInstanceOf(KnownMeanings.typeOf(status));
            assertThat(failure.status()).hasValue(status);
            assertThat(failure.serverMessage().orElse("")).isEqualTo(said(exchange));
            assertThat(failure.getMessage()).hasSizeGreaterThan(40).endsWith(said(exchange));
        }
        if (RecordedCall.of(exchange).isTyped()) {
            requireSame(exchange, outcome.request());
        }
    }

    /** The message of either shape of error; the SDK puts it into one line. */
    private static String said(RecordedExchange exchange) {
        if (answer(exchange).body().isEmpty()) {
            return "";
        }
        Map<?, ?> error = (Map<?, ?>) JsonTree.parse(answer(exchange).body());
        Object message = error.containsKey("message") ? error.get("message") : error.get("error");
        return String.valueOf(message).replace('\n', ' ').trim();
    }

    /** Without the line break with which a file ends. */
    private static Recording answer(RecordedExchange exchange) {
        Recording recorded = exchange.response();
        return new Recording(
                recorded.name(),
                recorded.status(),
                recorded.headers(),
                recorded.body().trim());
    }

    private static String meaning(Outcome outcome) {
        ApiException failure = outcome.failure();
        return failure == null
                ? Written.summary(outcome.value())
                : failure.status().orElse(0) + " " + failure.serverMessage().orElse("-");
    }

    private static void requireSame(RecordedExchange exchange, RecordedRequest request) {
        assertThat(request.getMethod()).isEqualTo(exchange.method());
        assertThat(request.getTarget()).isEqualTo(exchange.target());
        String body = request.getBody() == null ? "" : request.getBody().utf8();
        assertThat(body.isEmpty() ? null : JsonTree.parse(body))
                .isEqualTo(exchange.requestBody().isEmpty() ? null : JsonTree.parse(exchange.requestBody()));
        String authorization = exchange.requestHeaders().get("Authorization");
        boolean sendable =
                exchange.target().contains("/create") && authorization != null && authorization.startsWith("Bearer ");
        if (sendable) {
            assertThat(request.getHeaders().values("Authorization")).containsExactly(authorization);
        } else if (!exchange.target().contains("/create")) {
            assertThat(request.getHeaders().values("Authorization")).isEmpty();
        }
    }

    /** What the client made of the answer, and what it had sent for it. */
    private record Outcome(Object value, ApiException failure, RecordedRequest request) {

        static Outcome of(RecordedExchange exchange) {
            try (MockWebServer server = new MockWebServer()) {
                server.setDispatcher(new Dispatcher() {
                    @Override
                    public MockResponse dispatch(RecordedRequest request) {
                        return answer(exchange).replay();
                    }
                });
                server.start();
                RecordedCall call = RecordedCall.of(exchange);
                Object value = null;
                ApiException failure = null;
                try (DeviceHiveClient client =
                        call.client(server.url("/auth/rest").toString())) {
                    value = call.on(client).execute();
                } catch (ApiException e) {
                    failure = e;
                }
                assertThat(server.getRequestCount()).isEqualTo(1);
                return new Outcome(value, failure, server.takeRequest(10, TimeUnit.SECONDS));
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
