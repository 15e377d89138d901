package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiResponse;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.ServerErrorException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GunzipTest extends HttpTest {
    /** With a file name, which a zero ends. */
    private static final ByteString HEADER_WITH_NAME = ByteString.decodeHex("1f8b08080000000000ff");

    private static final int MIB = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "x-gzip"})
    void anAnswerIsUnpackedAndDoesNotSayThatItWasPacked(String encoding) throws Exception {
        answer(packed(encoding, gzip("unpacked")));

        ApiResponse<String> response =
                http().get("/x").anonymous().returningText().executeForResponse();

        assertThat(response.value()).isEqualTo("unpacked");
        assertThat(response.headers()).doesNotContainKeys("content-encoding", "content-length");
        RecordedRequest request = taken();
        assertThat(request.getHeaders().values("Accept-Encoding")).containsExactly("gzip");
    }

    @Test
    void interceptorsOfTheUserSeeItUnpacked() throws Exception {
        answer(packed("gzip", gzip("unpacked")));
        AtomicReference<String> seen = new AtomicReference<>();
        Interceptor peek = chain -> {
            var response = chain.proceed(chain.request());
            seen.set(response.peekBody(100).string());
            return response;
        };

        http(builder()
                        .okHttpClient(
                                new OkHttpClient.Builder().addInterceptor(peek).build()))
                .get("/x")
                .anonymous()
                .returningText()
                .execute();

        assertThat(seen).hasValue("unpacked");
    }

    @Test
    void anInterceptorThatSaysWhatItAcceptsGetsThat() throws Exception {
        Buffer body = gzip("packed");
        answer(packed("gzip", body));
        AtomicReference<ByteString> seen = new AtomicReference<>();
        Interceptor own = chain -> {
            var response = chain.proceed(chain.request()
                    .newBuilder()
                    .header("Accept-Encoding", "gzip, zstd")
                    .build());
            assertThat(response.header("Content-Encoding")).isEqualTo("gzip");
            seen.set(response.peekBody(100).byteString());
            return response;
        };

        http(builder()
                        .okHttpClient(
                                new OkHttpClient.Builder().addInterceptor(own).build()))
                .get("/x")
                .anonymous()
                .returningText()
                .execute();

        assertThat(seen).hasValue(body.snapshot());
    }

    @Test
    void anAnswerWithoutABodyIsNoGzip() {
        answer(new MockResponse.Builder().code(204).addHeader("Content-Encoding", "gzip"));
        answer(new MockResponse.Builder().addHeader("Content-Encoding", "gzip"));
        answer(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body("0\r\n\r\n")
                .removeHeader("Content-Length")
                .addHeader("Transfer-Encoding", "chunked"));
        HttpApi http = http();

        for (int i = 0; i < 3; i++) {
            assertThat(http.get("/x").anonymous().returningText().execute()).isEmpty();
        }
    }

    @Test
    void anAnswerToHeadKeepsWhatItSaysOfThatToGet() throws Exception {
        answer(packed("gzip", gzip("to GET")));

        assertThat(http().request("HEAD", "/x")
                        .anonymous()
                        .returningText()
                        .withoutRetries()
                        .executeForResponse()
                        .headers())
                .containsKeys("content-encoding", "content-length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip"})
    void anotherEncodingIsLeftAlone(String encoding) throws Exception {
        answer(packed(encoding, new Buffer().writeUtf8("as it is")));

        assertThat(http().get("/x").anonymous().returningText().execute()).isEqualTo("as it is");
    }

    @Test
    void aHeaderOfGzipWithoutEndIsTooLarge() {
        answer(packed("gzip", endlessName()));

        assertThatThrownBy(
                        http(builder().maxBodyBytes(MIB)).get("/x").anonymous().returningText()::execute)
                .isInstanceOfSatisfying(
                        MalformedResponseException.class,
                        e -> assertThat(e.status()).hasValue(200))
                .hasMessageContaining("far more bytes than a body of 1048576");
    }

    @Test
    void theStatusIsToldAlsoWhereTheHeaderOfGzipHasNoEnd() {
        answer(packed("gzip", endlessName()).code(500));

        assertThatThrownBy(
                        http(builder().maxBodyBytes(MIB)).get("/x").anonymous().returningText()::execute)
                .isInstanceOf(ServerErrorException.class);
    }

    @Test
    void whatIsNoGzipIsABrokenConnection() {
        answer(packed("gzip", new Buffer().writeUtf8("plain text and no gzip")));

        assertThatThrownBy(http().get("/x").anonymous().returningText().withoutRetries()::execute)
                .hasMessageContaining("The connection broke");
    }

    private static MockResponse.Builder packed(String encoding, Buffer body) {
        return new MockResponse.Builder()
                .addHeader("Content-Encoding", encoding)
                .body(body);
    }

    private static Buffer endlessName() {
        return new Buffer().write(HEADER_WITH_NAME).writeUtf8("x".repeat(4 * MIB));
    }

    private static Buffer gzip(String content) throws IOException {
        Buffer zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeUtf8(content);
        }
        return zipped;
    }
}
