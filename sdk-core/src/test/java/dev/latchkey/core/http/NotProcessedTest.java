package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.TransportException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import okhttp3.OkHttp;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What needs a retry fails, since it would pause for an hour. */
class NotProcessedTest {
    private final TestVendor vendor = new TestVendor();
    private Http2Server server;
    private HttpApi http;

    @BeforeEach
    void start() throws Exception {
        server = new Http2Server();
    }

    @AfterEach
    void end() throws Exception {
        http.close();
        server.close();
    }

    /** If this fails, see whether OkHttp's exceptions still have the texts that {@link NotProcessed} compares. */
    @Test
    void theTextsAreThoseOfThisOkHttp() {
        http = http(Http2Server.client());

        assertThat(OkHttp.VERSION).isEqualTo("5.5.1");
    }

    static Stream<Arguments> everyRefusalOfEveryRequest() {
        return Stream.of(
                        Http2Server.Reply.REFUSED,
                        Http2Server.Reply.REFUSED_AFTER_THE_BODY,
                        Http2Server.Reply.GONE_AWAY_BEFORE_IT)
                .flatMap(reply -> Arrays.stream(Repeat.values()).map(repeat -> Arguments.of(reply, repeat)));
    }

    @ParameterizedTest
    @MethodSource("everyRefusalOfEveryRequest")
    void whatTheServerHasNotProcessedIsSentAgainForEveryKindOfRequest(Http2Server.Reply reply, Repeat repeat) {
        http = http(Http2Server.client());
        for (int i = 1; i <= 3; i++) {
            server.next(reply);

            http.post("/x")
                    .repeat(repeat)
                    .json("{\"a\":\"b\"}")
                    .returningNothing()
                    .execute();

            assertThat(server.processed()).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsShutDownBeforeTheHeadersAreSentIsReplaced(Repeat repeat) {
        AtomicBoolean goesAway = new AtomicBoolean();
        http = http(Http2Server.client()
                .newBuilder()
                .addNetworkInterceptor(chain -> {
                    if (goesAway.compareAndSet(true, false)) {
                        goAway();
                    }
                    return chain.proceed(chain.request());
                })
                .build());
        http.get("/warm-up").returningNothing().execute();
        goesAway.set(true);

        http.post("/x").repeat(repeat).json("{}").returningNothing().execute();

        assertThat(server.processed()).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatRefusesEveryStreamIsNotAskedForEver(Repeat repeat) {
        http = http(Http2Server.client());
        Http2Server.Reply[] refusals = new Http2Server.Reply[100];
        Arrays.fill(refusals, Http2Server.Reply.REFUSED);
        server.next(refusals);

        assertThatThrownBy(http.post("/x").repeat(repeat).json("{}").returningNothing()::execute)
                .isInstanceOf(TransportException.class);
        assertThat(server.left()).isEqualTo(96);
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatEndsWithAnErrorMayHaveBeenProcessed(Repeat repeat) {
        http = http(Http2Server.client());
        http.get("/warm-up").returningNothing().execute();
        server.next(Http2Server.Reply.RESET_WITH_AN_ERROR);

        assertThatThrownBy(http.post("/x").repeat(repeat).json("{}").returningNothing()::execute)
                .isInstanceOf(TransportException.class);
        assertThat(server.processed()).isEqualTo(1);
    }

    @Test
    void aBodyThatCannotBeWrittenAgainIsNot() {
        http = http(Http2Server.client());
        server.next(Http2Server.Reply.REFUSED_AFTER_THE_BODY);

        assertThatThrownBy(http.post("/x").body(new StreamedBody()).returningNothing()::execute)
                .isInstanceOf(TransportException.class);
        assertThat(server.processed()).isZero();
    }

    private HttpApi http(OkHttpClient users) {
        return new TestClientBuilder(vendor)
                .baseUrl(server.url())
                .credentials("jane", TestVendor.LEAK + "-password")
                .okHttpClient(users)
                .retries(RetryPolicy.defaults()
                        .withInitialDelay(Duration.ofHours(1))
                        .withMaxDelay(Duration.ofHours(1)))
                .build();
    }

    private void goAway() {
        try {
            server.goAway();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
