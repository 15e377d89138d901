package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What has no body of its own to look at, seen by a plain client over each wire. */
class RealServerFaultTest {
    private final TestServer fake = new TestServer();

    @AfterEach
    void closeTheFake() {
        fake.close();
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized, WWW-Authenticate", "403, Forbidden, Server", "502, Bad Gateway, Server"})
    void aGatewayAnswersInHtmlOrInText(int status, String reason, String header) throws Exception {
        OkHttpClient client = Wires.HTTP.clientOf(fake);

        fake.faults().next(Fault.gateway(status)).next(Fault.gatewayText(status));

        try (Response html = send(client)) {
            assertThat(html.code()).isEqualTo(status);
            assertThat(html.header("Content-Type")).startsWith("text/html");
            assertThat(html.header(header)).contains("gateway");
            assertThat(html.body().string()).contains("<h1>" + status + " " + reason + "</h1>");
        }
        try (Response text = send(client)) {
            assertThat(text.code()).isEqualTo(status);
            assertThat(text.header("Content-Type")).startsWith("text/plain");
            assertThat(text.header(header)).contains("gateway");
            assertThat(text.body().string()).isEqualTo(reason + "\n");
        }
        assertThat(fake.executed).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void aProxyAsksForAuthenticationWhereThereIsNone(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake);
        fake.faults().next(Fault.gateway(407));
        assertThatThrownBy(() -> send(client))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("407");
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void aLoginPageComesDirectlyOrByARedirect(Wires wires) throws Exception {
        OkHttpClient client =
                wires.clientOf(fake).newBuilder().followRedirects(false).build();
        fake.faults().next(Fault.loginPage()).next(Fault.redirectToLogin());

        try (Response page = send(client)) {
            assertThat(page.code()).isEqualTo(200);
            assertThat(page.body().string()).contains("<form method=\"post\" action=\"/login\">");
        }
        try (Response redirect = send(client)) {
            assertThat(redirect.code()).isEqualTo(302);
            assertThat(redirect.header("Location")).isEqualTo("/login");
        }
        assertThat(fake.executed).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void noContentHasContent(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake);
        fake.faults().next(Fault.noContent()).next(Fault.resetContent());

        assertThatThrownBy(() -> send(client)).hasMessage("HTTP 204 had non-zero Content-Length: 11");
        assertThatThrownBy(() -> send(client)).hasMessage("HTTP 205 had non-zero Content-Length: 11");
        assertThat(fake.executed).hasValue(2);
        assertThat(fake.journal().requests()).extracting(JournalEntry::status).containsExactly(204, 205);
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void anInterimAnswerComesBeforeTheRealOne(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake);
        fake.faults().next(Fault.interim(103)).next(Fault.interim(100));
        for (int i = 1; i <= 3; i++) {
            try (Response response = send(client)) {
                assertThat(response.code()).isEqualTo(200);
                assertThat(response.body().string()).isEqualTo("{\"count\":" + i + "}");
            }
        }
        assertThat(fake.acceptedConnections()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP", "HTTPS_WITH_HTTP_1"})
    void anInterimAnswerIsAStatusLineOfItsOwn(Wires wires) throws Exception {
        wires.clientOf(fake);
        fake.faults().next(Fault.interim(103));
        try (RawClient client = new RawClient(fake)) {
            assertThat(client.count("").read(45)).isEqualTo("HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 101, 200})
    void whatIsNoInterimStatusIsRefused(int status) {
        assertThatThrownBy(() -> Fault.interim(status)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void silenceLastsUntilTheClientGoes(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake)
                .newBuilder()
                .callTimeout(Duration.ofMillis(300))
                .build();
        fake.faults().next(Fault.silent());

        assertThatThrownBy(() -> send(client)).isInstanceOf(InterruptedIOException.class);

        if (wires == Wires.HTTPS_WITH_HTTP_2) {
            await().until(() -> fake.closeIdleConnections() == 1);
        }
        await().until(() -> fake.openConnections() == 0);
        JournalEntry entry = fake.journal().requests().get(0);
        assertThat(entry.fault()).isEqualTo("silent");
        assertThat(entry.status()).isNull();
        assertThat(fake.executed).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void silenceEndsWhenTheFakeIsClosed(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake);
        fake.faults().next(Fault.silent());
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> failure.complete(catchThrowable(() -> send(client))));
        caller.start();
        await().until(() -> fake.journal().requests().stream().anyMatch(JournalEntry::isFinished));

        fake.close();

        assertThat(failure.join()).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void theFaultsThatEndAConnectionEndItOnEachWire(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake)
                .newBuilder()
                .retryOnConnectionFailure(false)
                .build();
        for (Fault fault : new Fault[] {Fault.reset(), Fault.dropped(), Fault.answerLost(), Fault.truncated()}) {
            fake.faults().next(fault);
            assertThatThrownBy(() -> {
                        try (Response response = send(client)) {
                            response.body().string();
                        }
                    })
                    .as(fault.toString())
                    .isInstanceOf(IOException.class);
        }
        assertThat(fake.executed).hasValue(2);
        try (Response response = send(client)) {
            assertThat(response.body().string()).isEqualTo("{\"count\":3}");
        }
    }

    @ParameterizedTest
    @EnumSource(Wires.class)
    void theFaultsOfTheBodyAreTheSameOnEachWire(Wires wires) throws Exception {
        OkHttpClient client = wires.clientOf(fake);
        fake.faults()
                .next(Fault.oversize(300_000))
                .next(Fault.gzipBomb(300_000))
                .next(Fault.slowDrip(4, Duration.ofMillis(5)))
                .next(Fault.emptyBody());
        for (int size : new int[] {300_000, 300_000, 11, 0}) {
            try (Response response = send(client)) {
                assertThat(response.body().string()).hasSize(size);
            }
        }
    }

    private Response send(OkHttpClient client) throws IOException {
        return client.newCall(new Request.Builder()
                        .url(fake.baseUrl() + "/count")
                        .post(RequestBody.create(new byte[] {'x'}))
                        .build())
                .execute();
    }
}
