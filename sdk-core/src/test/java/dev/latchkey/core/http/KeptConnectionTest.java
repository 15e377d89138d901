package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.TransportException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A pause of an hour is longer than any call's limit, so what needs a retry fails. */
class KeptConnectionTest {
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final SteppedTime time = new SteppedTime();
    private final TestVendor vendor = new TestVendor();
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    static Stream<Arguments> everyRequestOnEveryLink() {
        return Arrays.stream(ClosingServer.Link.values())
                .flatMap(link -> Arrays.stream(Repeat.values()).map(repeat -> Arguments.of(link, repeat)));
    }

    @ParameterizedTest
    @MethodSource("everyRequestOnEveryLink")
    void aConnectionThatWasClosedWhileIdleIsReplacedForEveryKindOfRequest(ClosingServer.Link link, Repeat repeat)
            throws Exception {
        ClosingServer server = server(link);
        HttpApi http = http(server, server.trusting().build());

        for (int i = 1; i <= 3; i++) {
            warmUp(http);
            time.advance(IDLE);
            server.closeConnections();

            http.post("/x").repeat(repeat).json("{}").returningText().execute();
            assertThat(server.count("POST /x")).isEqualTo(i);
        }
        assertThat(http.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void loginsRenewalsAndLogoutsTakeAnotherConnectionToo(ClosingServer.Link link) throws Exception {
        ClosingServer server = server(link);
        vendor.service = RemoteTokens::new;
        HttpApi http = http(server, server.trusting().build());
        warmUp(http);

        time.advance(IDLE);
        server.closeConnections();
        http.session().renew().execute();
        assertThat(server.count("POST /token")).isEqualTo(2);

        time.advance(IDLE);
        server.closeConnections();
        http.session().login().execute();
        assertThat(server.count("POST /token")).isEqualTo(3);

        time.advance(IDLE);
        server.closeConnections();
        http.session().logout().execute();
        assertThat(server.count("POST /logout")).isEqualTo(1);
    }

    @Test
    void aPoolFullOfClosedConnectionsIsPassedThrough() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        HttpApi http = http(server, null);
        together(server, http, 20);
        assertThat(http.connections()).isEqualTo(20);
        time.advance(IDLE);
        server.closeConnections();

        http.post("/x").repeat(Repeat.NEVER).returningText().execute();

        assertThat(server.connections()).isEqualTo(21);
        assertThat(http.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void oneCallAtMostWaitsInVainWhereConnectionsWereDropped(ClosingServer.Link link) throws Exception {
        ClosingServer server = server(link);
        HttpApi http = http(server, server.trusting().build());
        together(server, http, 5);
        time.advance(IDLE);
        server.dropConnections();
        var call = http.post("/x").repeat(Repeat.NEVER).returningText();

        assertThatThrownBy(call.timeout(Duration.ofMillis(300))::execute).isInstanceOf(CallTimeoutException.class);
        assertThat(call.execute()).startsWith("answer");

        assertThat(server.count("POST /x")).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(6);
    }

    @Test
    void aConnectionThatAnsweredMeanwhileIsKept() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        HttpApi http = http(server, null);
        together(server, http, 2);
        time.advance(IDLE);
        server.together(2);
        var slow = http.get("/together")
                .returningText()
                .timeout(Duration.ofSeconds(1))
                .executeAsync();
        await().until(() -> server.waiting() == 1);
        time.advance(IDLE);
        warmUp(http);

        assertThatThrownBy(slow::join).hasCauseInstanceOf(CallTimeoutException.class);
        http.get("/together").returningText().execute();

        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void connectionsAreKeptForAsManyCallsAsRan() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        HttpApi http = http(server, null);

        for (int i = 0; i < 3; i++) {
            together(server, http, 64);
        }

        assertThat(server.connections()).isEqualTo(64);
    }

    @Test
    void whatAServerSaysUnaskedIsNotTakenForTheAnswer() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        HttpApi http = http(server, null);
        warmUp(http);
        time.advance(IDLE);
        server.sayUnasked("HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n");

        http.post("/x").json("{}").returningText().execute();

        assertThat(server.count("POST /x")).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void aBusyConnectionIsNotProbed() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        CountingSockets sockets = new CountingSockets();
        HttpApi http = http(server, server.trusting().socketFactory(sockets).build());
        warmUp(http);
        int before = sockets.probes.get();

        for (int i = 0; i < 100; i++) {
            time.advance(Duration.ofMillis(499));
            http.get("/x").returningText().execute();
        }

        assertThat(sockets.probes.get() - before).isZero();
        assertThat(sockets.limits.get() - before).isZero();
        assertThat(sockets.opened).hasValue(1);
    }

    @Test
    void anIdleConnectionIsProbedOnceAndUsedIfItIsOpen() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        CountingSockets sockets = new CountingSockets();
        HttpApi http = http(server, server.trusting().socketFactory(sockets).build());
        warmUp(http);
        int before = sockets.probes.get();
        time.advance(Duration.ofMillis(500));

        http.get("/x").returningText().execute();
        http.get("/x").returningText().execute();

        assertThat(sockets.probes.get() - before).isEqualTo(1);
        assertThat(sockets.opened).hasValue(1);
    }

    @Test
    void aConnectionThatOthersHaveUsedIsProbedBeforeItsFirstUse() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        OkHttpClient users = server.trusting().build();
        warmUp(http(server, users));
        HttpApi second = http(server, users);
        server.closeConnections();

        second.post("/x").json("{}").returningText().execute();

        assertThat(server.count("POST /x")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SAFE", "IDEMPOTENT"})
    void aRequestThatMeetsTheEndOfAKeptConnectionIsSentAgainIfThatIsSafe(Repeat repeat) throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        HttpApi http = http(server, null);
        together(server, http, 5);

        for (int i = 1; i <= 3; i++) {
            server.closeConnections();
            http.put("/x").repeat(repeat).json("{}").returningText().execute();
            assertThat(server.count("PUT /x")).isEqualTo(i);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ONCE", "NEVER"})
    void aRequestThatIsNotSafeFailsThen(Repeat repeat) throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        HttpApi http = http(server, null);
        warmUp(http);
        server.closeConnections();
        var call = http.post("/x").repeat(repeat).json("{}").returningText();

        assertThatThrownBy(call::execute).isInstanceOf(TransportException.class);
        assertThat(server.count("POST /x")).isZero();
    }

    @Test
    void itIsNotSentAgainWhereRetriesAreSwitchedOff() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        HttpApi http = http(server, null);
        warmUp(http);
        server.closeConnections();

        assertThatThrownBy(http.get("/x").returningText().withoutRetries()::execute)
                .isInstanceOf(TransportException.class);
    }

    @Test
    void closedConnectionsAreForgotten() throws Exception {
        ClosingServer server = server(ClosingServer.Link.PLAIN);
        KeptConnections connections = new KeptConnections(time, true);
        OkHttpClient client = new OkHttpClient.Builder()
                .addNetworkInterceptor(chain -> {
                    connections.answeredOn(connections.of(chain.connection()));
                    return chain.proceed(chain.request());
                })
                .build();
        for (int i = 0; i < 10; i++) {
            client.newCall(new okhttp3.Request.Builder().url(server.url()).build())
                    .execute()
                    .close();
            client.connectionPool().evictAll();
        }

        assertThat(connections.count()).isEqualTo(1);
    }

    private ClosingServer server(ClosingServer.Link link) throws IOException {
        ClosingServer server = new ClosingServer(link);
        open.add(server);
        return server;
    }

    private HttpApi http(ClosingServer server, OkHttpClient users) {
        TestClientBuilder builder = new TestClientBuilder(vendor)
                .baseUrl(server.url())
                .credentials("jane", TestVendor.LEAK + "-password")
                .timeSource(time)
                .retries(RetryPolicy.defaults()
                        .withInitialDelay(Duration.ofHours(1))
                        .withMaxDelay(Duration.ofHours(1)));
        HttpApi http =
                users == null ? builder.build() : builder.okHttpClient(users).build();
        open.add(http);
        return http;
    }

    private static void warmUp(HttpApi http) {
        http.get("/warm-up").returningText().execute();
    }

    private static void together(ClosingServer server, HttpApi http, int calls) {
        server.together(calls);
        CompletableFuture.allOf(IntStream.range(0, calls)
                        .mapToObj(i -> http.get("/together").returningText().executeAsync())
                        .toArray(CompletableFuture<?>[]::new))
                .join();
    }
}
