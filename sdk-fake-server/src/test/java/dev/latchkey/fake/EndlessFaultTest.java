package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Some clients read without end what these send, so a raw connection reads it here. */
class EndlessFaultTest {
    private static final int MUCH = 1 << 20;

    private final TestServer fake = new TestServer();

    @AfterEach
    void closeTheFake() {
        fake.close();
    }

    static Stream<Arguments> onHttp1() {
        return Stream.of(
                        new Endless(Fault.endlessHeader(), "X-Endless: x", "x"),
                        new Endless(Fault.endlessHeaders(), "X-Endless: x\r\n", "X-Endless: x\r\n"),
                        new Endless(Fault.endlessChunkLine(), "Transfer-Encoding: chunked\r\n\r\n1;x=", "x"),
                        new Endless(Fault.endlessGzipField(), "\r\n\r\n\u001f\u008b\b\b\0\0\0\0\0\u0003", "x"))
                .flatMap(endless -> Stream.of(Arguments.of(endless, false), Arguments.of(endless, true)));
    }

    record Endless(Fault fault, String beginning, String piece) {}

    @ParameterizedTest
    @MethodSource("onHttp1")
    void itGoesOnUntilTheClientGoes(Endless endless, boolean https) throws Exception {
        serve(https, false);
        fake.faults().next(endless.fault);
        try (RawClient client = new RawClient(fake)) {
            String much = client.count("").read(MUCH);

            assertThat(much).hasSize(MUCH).startsWith("HTTP/1.1 200 OK\r\n").contains(endless.beginning);
            assertThat(much.substring(MUCH / 2)).contains(endless.piece.repeat(1000));
        }
        await().until(() -> fake.openConnections() == 0);
        assertThat(fake.executed).hasValue(1);
        assertThat(fake.journal().requests().get(0).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("onHttp1")
    void itEndsWhenTheFakeIsClosedThoughNobodyReads(Endless endless, boolean https) throws Exception {
        serve(https, false);
        fake.faults().next(endless.fault);
        try (RawClient client = new RawClient(fake)) {
            client.count("").read(100);
            long start = System.nanoTime();

            fake.close();

            assertThat(System.nanoTime() - start)
                    .isLessThan(Duration.ofSeconds(3).toNanos());
        }
    }

    @Test
    void aGzipFieldHasNoEndOnHttp2Either() throws Exception {
        serve(true, true);
        fake.faults().next(Fault.endlessGzipField());
        Request asksForGzip =
                request().newBuilder().header("Accept-Encoding", "gzip").build();

        try (Response response = Trust.in(fake).newCall(asksForGzip).execute()) {
            assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(response.body()
                            .source()
                            .readByteString(MUCH)
                            .substring(MUCH - 8)
                            .utf8())
                    .isEqualTo("xxxxxxxx");
        }
        await().until(() -> fake.closeIdleConnections() == 1);
    }

    @Test
    void aHeaderWithoutEndFailsInAnHttpClient() throws Exception {
        fake.faults().next(Fault.endlessHeader());
        assertThatThrownBy(() -> new OkHttpClient().newCall(request()).execute())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @MethodSource("impossibleOnHttp2")
    void whatHttp2DoesNotHaveIsA500WithTheReason(Fault fault) throws Exception {
        serve(true, true);
        fake.faults().next(fault);

        try (Response response = Trust.in(fake).newCall(request()).execute()) {
            assertThat(response.code()).isEqualTo(500);
            assertThat(response.body().string())
                    .isEqualTo("The fault '" + fault.name()
                            + "' is impossible here: there is no such thing in HTTP/2; withoutHttp2() turns that off");
        }
    }

    static Stream<Fault> impossibleOnHttp2() {
        return Stream.of(
                Fault.endlessHeader(), Fault.endlessHeaders(), Fault.endlessChunkLine(), Fault.echo(Echo.NO_HTTP));
    }

    private void serve(boolean https, boolean http2) {
        if (https) {
            fake.https();
        }
        if (!http2 && https) {
            fake.withoutHttp2();
        }
    }

    private Request request() {
        return new Request.Builder()
                .url(fake.baseUrl() + "/count")
                .post(RequestBody.EMPTY)
                .build();
    }
}
