package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One pipeline serves all ways of executing a call, so the outcomes are the same. */
class ParityTest extends HttpTest {

    @ParameterizedTest
    @EnumSource
    void aValue(How how) {
        answer(200, "[\"a\"]");

        assertThat(how.run(http().get("/x").returning(Json.listOf(Json.STRING))))
                .isEqualTo(List.of("a"));
    }

    @ParameterizedTest
    @EnumSource
    void noValue(How how) {
        answer(204);

        assertThat(how.run(http().delete("/x").returningNothing())).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void anOutageThatPasses(How how) {
        answer(503);
        answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
        answer(200, "up");

        assertThat(how.run(http().get("/x").returningText())).isEqualTo("up");
    }

    @ParameterizedTest
    @EnumSource
    void aTokenThatIsRefusedOnce(How how) {
        answer(401);
        answer(200, "in");

        assertThat(how.run(http().post("/x").returningText())).isEqualTo("in");
        assertThat(vendor.refreshes).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource
    void aStatus(How how) {
        answer(404, "{\"message\":\"gone\"}");

        fails(how, http().get("/x").returningText(), NotFoundException.class, "gone");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerOfAnotherShape(How how) {
        answer(200, "{}");

        fails(how, http().get("/x").returning(Json.STRING), MalformedResponseException.class, "$: expected");
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenConnection(How how) {
        answer(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()));

        fails(how, http().get("/x").returningText().withoutRetries(), TransportException.class, "connection broke");
    }

    @ParameterizedTest
    @EnumSource
    void noServer(How how) {
        HttpApi http = http();
        server.close();

        fails(how, http.get("/x").returningText().withoutRetries(), TransportException.class, "No connection");
    }

    @ParameterizedTest
    @EnumSource
    void theWholeCallsLimit(How how) {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));

        fails(
                how,
                http().get("/x").returningText().timeout(Duration.ofMillis(300)),
                CallTimeoutException.class,
                "within PT0.3S");
    }

    @ParameterizedTest
    @EnumSource
    void anAnswerThatTakesLongerThanTheReadTimeoutOfTheUsersClient(How how) {
        answer(new MockResponse.Builder()
                .headersDelay(400, TimeUnit.MILLISECONDS)
                .body("late"));
        HttpApi http = http(builder()
                .okHttpClient(new OkHttpClient.Builder()
                        .readTimeout(Duration.ofMillis(100))
                        .writeTimeout(Duration.ofMillis(100))
                        .build()));

        assertThat(how.run(http.post("/x").returningText())).isEqualTo("late");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedLogin(How how) {
        vendor.issue = n -> {
            throw new UnauthorizedException(dev.latchkey.core.Failure.local("POST", "/token", "no"), null);
        };

        fails(how, http().get("/x").returningText(), dev.latchkey.core.SessionExpiredException.class, "");
        assertThat(server.getRequestCount()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aClosedClient(How how) {
        HttpApi http = http();
        http.close();

        fails(how, http.get("/x").returningText(), ClientClosedException.class, "closed");
        fails(how, http.get("/x").anonymous().returningText(), ClientClosedException.class, "closed");
    }

    @ParameterizedTest
    @EnumSource
    void anInterceptorThatThrowsWhatItMustNot(How how) {
        HttpApi http = http(builder()
                .okHttpClient(new OkHttpClient.Builder()
                        .addInterceptor(chain -> {
                            throw new IllegalStateException("quoted");
                        })
                        .build()));

        fails(how, http.get("/x").returningText(), ApiException.class, "IllegalStateException");
    }

    private static void fails(How how, ApiCall<?> call, Class<?> type, String text) {
        assertThatThrownBy(() -> how.run(call))
                .isExactlyInstanceOf(type)
                .hasMessageContaining(text)
                .hasMessageNotContaining("quoted");
    }
}
