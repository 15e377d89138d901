package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.NotFoundException;
import java.io.IOException;
import mockwebserver3.MockResponse;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BodyLimitTest extends HttpTest {
    private static final int MIB = 1024 * 1024;

    @Test
    void aBodyOfTwentyMebibytesIsTooLarge() {
        answer(new MockResponse.Builder().body(zeros(20 * MIB)));

        tooLarge(http(), "16777216");
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aBodyThatDoesNotTellItsLengthIsReadUpToTheLimit() {
        answer(new MockResponse.Builder().chunkedBody(zeros(20 * MIB), 64 * 1024));

        tooLarge(http(), "16777216");
    }

    @Test
    void theLimitCountsWhatComesOutOfTheDecompression() throws Exception {
        Buffer bomb = gzip(zeros(64 * MIB));
        assertThat(bomb.size()).isLessThan(100 * 1024);
        answer(new MockResponse.Builder().addHeader("Content-Encoding", "gzip").body(bomb));

        tooLarge(http(), "16777216");
    }

    @Test
    void aBodyOfTheLimitIsNotTooLarge() throws Exception {
        answer(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(gzip(new Buffer().writeUtf8("0123456789"))));
        answer(200, "0123456789a");
        HttpApi http = http(builder().maxBodyBytes(10));

        assertThat(http.get("/x").returningText().execute()).isEqualTo("0123456789");
        tooLarge(http, "10 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "400, dev.latchkey.core.BadRequestException",
        "401, dev.latchkey.core.UnauthorizedException",
        "404, dev.latchkey.core.NotFoundException",
        "500, dev.latchkey.core.ServerErrorException",
    })
    void aStatusIsToldEvenWhereItsBodyIsTooLarge(int status, Class<? extends ApiException> expected) {
        for (int i = 0; i < 3; i++) {
            answer(new MockResponse.Builder().code(status).body(zeros(20 * MIB)));
        }

        ApiException thrown = Assertions.catchThrowableOfType(
                ApiException.class, http().get("/x").returningText()::execute);

        assertThat(thrown).isExactlyInstanceOf(expected);
        assertThat(thrown.status()).hasValue(status);
    }

    @Test
    void anOutageWithALargePageIsRepeatedLikeAnyOther() {
        answer(new MockResponse.Builder().code(503).body(zeros(20 * MIB)));
        answer(new MockResponse.Builder().code(503).chunkedBody(zeros(20 * MIB), 64 * 1024));
        answer(200, "fine");

        assertThat(http().get("/x").returningText().execute()).isEqualTo("fine");
    }

    @Test
    void ofAnErrorTheStartIsRead() {
        answer(404, "{\"code\":\"c1\"}");
        answer(404, "{\"code\":\"c1\"}" + " ".repeat(300 * 1024));
        HttpApi http = http();

        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isInstanceOfSatisfying(
                        NotFoundException.class, e -> assertThat(e.rawBody()).hasValue("{\"code\":\"c1\"}"));
        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isInstanceOfSatisfying(
                        NotFoundException.class,
                        e -> assertThat(e.rawBody().orElseThrow())
                                .startsWith("{\"code\":\"c1\"}")
                                .hasSize(8192));
    }

    @ParameterizedTest
    @EnumSource
    void everyWayToExecuteHasTheLimit(How how) {
        answer(200, "0123456789a");
        var call = http(builder().maxBodyBytes(10)).get("/x").returningText();

        assertThatThrownBy(() -> how.run(call)).isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void theClientGoesOnAfterwards() {
        answer(new MockResponse.Builder().body(zeros(20 * MIB)));
        answer(200, "fine");
        HttpApi http = http();

        tooLarge(http, "maxBodyBytes");
        assertThat(http.get("/x").returningText().execute()).isEqualTo("fine");
    }

    @Test
    void noLimitAtAllIsRefused() {
        TestClientBuilder builder = builder().maxBodyBytes(0);

        assertThatThrownBy(builder::build).isInstanceOf(InvalidInputException.class);
    }

    private static void tooLarge(HttpApi http, String text) {
        assertThatThrownBy(http.get("/x").returningText()::execute)
                .isExactlyInstanceOf(MalformedResponseException.class)
                .hasMessageContaining(text);
    }

    private static Buffer zeros(int count) {
        return new Buffer().write(new byte[count]);
    }

    private static Buffer gzip(Buffer content) throws IOException {
        Buffer zipped = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeAll(content);
        }
        return zipped;
    }
}
