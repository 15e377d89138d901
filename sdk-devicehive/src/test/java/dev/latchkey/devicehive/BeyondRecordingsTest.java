package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a server of 4.1.0 has said of users, networks and device types. A file that is added to the folder is tried as well. */
class BeyondRecordingsTest {

    @TestFactory
    Stream<DynamicTest> eachAnswerBecomesTheValueOrTheExceptionThatItSays() {
        List<RecordedExchange> run = RecordedExchange.beyond("devicehive");
        assertThat(run).hasSizeGreaterThanOrEqualTo(53);
        return run.stream().map(exchange -> dynamicTest(exchange.name(), () -> replay(exchange)));
    }

    private static void replay(RecordedExchange exchange) throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.enqueue(answer(exchange));
            server.start();
            RecordedApiCall recorded = new RecordedApiCall(exchange);
            try (DeviceHiveClient client = client(server, "/auth/rest");
                    DeviceHiveClient below = client(server, exchange.target().substring(0, "/auth/rest".length()))) {
                ApiCall<?> call = recorded.typed(client).orElseGet(() -> recorded.raw(below));
                require(exchange, call.timeout(limit(exchange)));
            }
            requireSent(exchange, server.takeRequest(10, TimeUnit.SECONDS));
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    private static void require(RecordedExchange exchange, ApiCall<?> call) {
        Object value;
        try {
            value = call.execute();
        } catch (ApiException e) {
            requireSaid(exchange, e);
            return;
        }
        requireDecoded(exchange, value);
    }

    private static DeviceHiveClient client(MockWebServer server, String path) {
        return DeviceHiveClient.builder()
                .baseUrl(server.url(path).toString())
                .accessToken("some-access-token")
                .retries(RetryPolicy.none())
                .build();
    }

    private static MockResponse answer(RecordedExchange exchange) {
        return exchange.response().isAnswered()
                ? exchange.response().replay()
                : new MockResponse.Builder()
                        .onResponseStart(SocketEffect.Stall.INSTANCE)
                        .build();
    }

    /** Nothing but the call's limit ends what is never answered. */
    private static Duration limit(RecordedExchange exchange) {
        return exchange.response().isAnswered() ? Duration.ofSeconds(30) : Duration.ofMillis(200);
    }

    private static void requireDecoded(RecordedExchange exchange, Object value) {
        assertThat(exchange.response().status() / 100).isEqualTo(2);
        String body = exchange.response().body().trim();
        if (body.isEmpty() || value instanceof String) {
            assertThat(Objects.toString(value, "")).isEqualTo(body);
            return;
        }
        Object written = value instanceof Long ? value : WrittenApi.json(value);
        Object said = JsonTree.parse(body);
        boolean within = said instanceof Map<?, ?> object && object.size() == 1;
        assertThat(JsonTree.of(written))
                .isEqualTo(within ? ((Map<?, ?>) said).values().iterator().next() : said);
    }

    private static void requireSaid(RecordedExchange exchange, ApiException failure) {
        int status = exchange.response().status();
        if (status == 0) {
            assertThat(failure).isInstanceOf(CallTimeoutException.class);
            return;
        }
        String message = said(exchange.response().body().trim());
        boolean taken = message.matches("(?s).*with such (login|name) already exists.*");
        assertThat(failure).isExactlyInstanceOf(taken ? ConflictException.class : KnownMeanings.typeOf(status));
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.serverMessage().orElse("")).startsWith(start(message));
    }

    /** In either shape, or nothing. */
    private static String said(String body) {
        if (body.isEmpty()) {
            return "";
        }
        Map<?, ?> error = (Map<?, ?>) JsonTree.parse(body);
        return String.valueOf(error.containsKey("message") ? error.get("message") : error.get("error"));
    }

    /** The SDK puts a message into one line. */
    private static String start(String message) {
        return message.replaceFirst("(?s) ?\\n.*", "");
    }

    private static void requireSent(RecordedExchange exchange, RecordedRequest request) {
        assertThat(request.getMethod()).isEqualTo(exchange.method());
        assertThat(request.getTarget().replaceFirst("\\?.*", ""))
                .isEqualTo(exchange.target().replaceFirst("\\?.*", ""));
        String sent = request.getBody() == null ? "" : request.getBody().utf8();
        assertThat(comparable(sent)).isEqualTo(comparable(exchange.requestBody()));
    }

    private static Object comparable(String body) {
        return body.startsWith("{") && body.endsWith("}") ? JsonTree.parse(body) : body;
    }
}
