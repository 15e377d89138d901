package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
            RecordedApiCall call = new RecordedApiCall(exchange);
            Object value = null;
            ApiException failure = null;
            try (DeviceHiveClient client = client(server)) {
                value = call.on(client).timeout(limit(exchange)).execute();
            } catch (ApiException e) {
                failure = e;
            }
            if (failure == null) {
                requireDecoded(exchange, value);
            } else {
                requireSaid(exchange, failure);
            }
            requireSent(call, server.takeRequest(10, TimeUnit.SECONDS));
            assertThat(server.getRequestCount()).isEqualTo(1);
        }
    }

    private static DeviceHiveClient client(MockWebServer server) {
        return DeviceHiveClient.builder()
                .baseUrl(server.url("/auth/rest").toString())
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
        if (body.isEmpty()) {
            assertThat(value).isNull();
            return;
        }
        Object written = value instanceof Long count ? Map.of("count", count) : WrittenApi.json(value);
        Object said = JsonTree.parse(body);
        boolean within = said instanceof Map<?, ?> object && object.size() == 1 && !(value instanceof Long);
        assertThat(JsonTree.of(written))
                .isEqualTo(within ? ((Map<?, ?>) said).values().iterator().next() : said);
    }

    private static void requireSaid(RecordedExchange exchange, ApiException failure) {
        int status = exchange.response().status();
        if (status == 0) {
            assertThat(failure).isInstanceOf(CallTimeoutException.class);
            return;
        }
        String body = exchange.response().body().trim();
        String message = body.isEmpty() ? "" : (String) ((Map<?, ?>) JsonTree.parse(body)).get("message");
        boolean taken = message.startsWith("User with such login already exists");
        assertThat(failure).isExactlyInstanceOf(taken ? ConflictException.class : KnownMeanings.typeOf(status));
        assertThat(failure.status()).hasValue(status);
        assertThat(failure.serverMessage().orElse("")).startsWith(start(message));
    }

    /** The SDK puts a message into one line; and it quotes no password, which is another one here. */
    private static String start(String message) {
        return message.replaceFirst("(?s) ?\\n.*", "");
    }

    private static void requireSent(RecordedApiCall call, RecordedRequest request) throws IOException {
        RecordedExchange exchange = call.exchange();
        assertThat(request.getMethod()).isEqualTo(exchange.method());
        assertThat(request.getTarget().replaceFirst("\\?.*", ""))
                .isEqualTo(exchange.target().replaceFirst("\\?.*", ""));
        if (call.isSentAlike() && !exchange.requestBody().isEmpty()) {
            assertThat(JsonTree.parse(request.getBody().utf8())).isEqualTo(JsonTree.parse(exchange.requestBody()));
        }
    }
}
