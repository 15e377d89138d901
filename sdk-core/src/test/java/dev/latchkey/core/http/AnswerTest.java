package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiResponse;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.json.Json;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest extends HttpTest {

    @ParameterizedTest
    @CsvSource({
        "'application/json', UTF-8, ''",
        "'application/json; charset=utf-8', UTF-8, ''",
        "'application/json', UTF-8, 'efbbbf'",
        "'application/json; charset=iso-8859-1', ISO-8859-1, ''",
        "'text/plain;charset=\"ISO-8859-1\"', ISO-8859-1, ''",
        "'application/json; charset=utf-16le', UTF-16LE, ''",
        "'application/json', UTF-16BE, 'feff'",
        "'application/json; charset=utf-8', UTF-16LE, 'fffe'",
        "'application/json; charset=no-such', UTF-8, ''",
        "'no type', UTF-8, ''",
    })
    void decodesWhateverCharacterSetAnAnswerDeclares(String type, String charset, String mark) {
        for (int i = 0; i < 2; i++) {
            answer(new MockResponse.Builder()
                    .setHeader("Content-Type", type)
                    .body(new Buffer()
                            .write(okio.ByteString.decodeHex(mark))
                            .writeString(
                                    "[\"grün €\"]".replace(charset.equals("ISO-8859-1") ? "€" : "", ""),
                                    Charset.forName(charset))));
        }
        String expected = charset.equals("ISO-8859-1") ? "grün " : "grün €";
        HttpApi http = http();

        assertThat(http.get("/x").returning(Json.listOf(Json.STRING)).execute()).containsExactly(expected);
        assertThat(http.get("/x").returningText().execute()).isEqualTo("[\"" + expected + "\"]");
    }

    @ParameterizedTest
    @EnumSource
    void aReaderMayTakeAStatusThatIsUsuallyAFailure(How how) {
        ResponseReader<String> reader = new ResponseReader<>() {
            @Override
            public String read(Answer answer) {
                return answer.status() + " " + answer.text();
            }

            @Override
            public boolean reads(int status) {
                return status == 423;
            }
        };
        answer(423, "wait");
        answer(409, "no");
        HttpApi http = http();

        assertThat(how.run(http.get("/x").returning(reader))).isEqualTo("423 wait");
        assertThat(catchThrowableOfType(
                        ConflictException.class, () -> how.run(http.get("/x").returning(reader))))
                .hasMessageContaining("409");
    }

    @Test
    void html_insteadOfJsonIsToldByTypeLengthAndStart() {
        answer(new MockResponse.Builder()
                .setHeader("Content-Type", "text/html; charset=utf-8")
                .body("<!doctype html>\n<title>Log in</title>" + " ".repeat(100)));

        MalformedResponseException thrown = malformed(http().get("/x").returning(Json.STRING));

        assertThat(thrown)
                .hasMessageContaining(
                        "no JSON but text/html of 137 bytes, starting: <!doctype html> <title>Log in</title>");
        assertThat(thrown.status()).hasValue(200);
        assertThat(thrown.retryable()).isFalse();
    }

    @Test
    void htmlWhereSecretsAreExpectedIsNotShown() {
        answer(new MockResponse.Builder()
                .setHeader("Content-Type", "text/html")
                .body("<p>" + TestVendor.LEAK + "</p>"));

        MalformedResponseException thrown = malformed(http().get("/x").secret().returning(Json.STRING));

        assertThat(thrown).hasMessageContaining("text/html of 15 bytes.").hasMessageNotContaining(TestVendor.LEAK);
        assertThat(thrown.rawBody()).isEmpty();
    }

    @Test
    void anEmptyAnswerIsToldFromABrokenOne() {
        answer(200);

        assertThat(malformed(http().get("/x").returning(Json.STRING))).hasMessageContaining("no JSON but empty.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"LEAK7Q4Z\"", "[1] LEAK7Q4Z", "{\"LEAK7Q4Z\":1}", "[{}]", "\"LEAK7Q4Z\""})
    void jsonOfAnotherShapeIsToldByItsPlaceAlone(String body) {
        answer(200, body);

        MalformedResponseException thrown = malformed(http().get("/x").returning(Json.listOf(Json.STRING)));

        assertThat(thrown)
                .hasMessageContaining("not what this operation documents: $")
                .hasMessageNotContaining("LEAK7Q4Z");
        assertThat(thrown.rawBody()).hasValue(body);
    }

    @Test
    void theStartThatIsShownHoldsNoTokenThatWasSent() {
        answer(200, "<p>" + TestVendor.token(1));

        assertThat(malformed(http().get("/x").returning(Json.STRING)))
                .hasMessageContaining("starting: <p>***")
                .hasMessageNotContaining(TestVendor.LEAK);
    }

    @Test
    void theWholeResponseHasStatusHeadersAndBodyBesideTheValue() {
        answer(new MockResponse.Builder()
                .code(201)
                .addHeader("X-A", "1")
                .addHeader("x-a", "2")
                .body("[\"v\"]"));

        ApiResponse<List<String>> response =
                http().get("/x").returning(Json.listOf(Json.STRING)).executeForResponse();

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers().get("x-a")).containsExactly("1", "2");
        assertThat(response.header("X-a")).hasValue("1");
        assertThat(response.rawBody()).isEqualTo("[\"v\"]");
        assertThat(response.value()).containsExactly("v");
        assertThat(response.toString()).isEqualTo("ApiResponse[status=201]");
    }

    @Test
    void theWholeResponseOfASecretHasNoBody() {
        answer(200, "{}");

        assertThat(http().get("/x")
                        .secret()
                        .returningNothing()
                        .executeForResponse()
                        .rawBody())
                .isNull();
    }

    @Test
    void aReaderMaySeeTheAnswerSeveralTimesAndFindAFailureInIt() {
        answer(new MockResponse.Builder()
                .addHeader("Date", "Tue, 01 Sep 2026 10:00:00 GMT")
                .body("[\"used " + TestVendor.token(1) + "\"]"));
        ResponseReader<String> reader = answer -> {
            assertThat(answer.json(Json.listOf(Json.STRING))).hasSize(1);
            assertThat(answer.json(Json.listOf(Json.STRING))).hasSize(1);
            assertThat(answer.isEmpty()).isFalse();
            assertThat(answer.header("content-LENGTH")).isNotNull();
            assertThat(answer.serverTime()).isEqualTo(Instant.parse("2026-09-01T10:00:00Z"));
            throw new ConflictException(answer.failure("It is taken.", "taken", answer.text()), null);
        };

        ApiException thrown =
                catchThrowableOfType(ApiException.class, http().get("/x").returning(reader)::execute);

        assertThat(thrown).isInstanceOf(ConflictException.class);
        assertThat(thrown).hasMessage("GET /x: 200 It is taken [taken]: [\"used ***\"]");
    }

    @Test
    void theTimeOfAKeptAnswerCountsAsUnknown() {
        answer(new MockResponse.Builder()
                .addHeader("Date", "Tue, 01 Sep 2026 10:00:00 GMT")
                .addHeader("Age", "5"));

        ResponseReader<Boolean> reader = answer -> answer.serverTime() == null && answer.isEmpty();

        assertThat(http().get("/x").returning(reader).execute()).isTrue();
    }

    @Test
    void whatAReaderThrowsIsAMalformedAnswerWithoutItsText() {
        answer(200, "{}");
        answer(200, "{}");
        ResponseReader<String> unchecked = answer -> {
            throw new IllegalStateException(answer.status() + "quoted");
        };
        ResponseReader<String> checked = answer -> {
            throw new IOException("quoted");
        };
        HttpApi http = http();

        MalformedResponseException first = malformed(http.get("/x").returning(unchecked));
        MalformedResponseException second = malformed(http.get("/x").returning(checked));

        assertThat(first).hasMessageContaining("IllegalStateException").hasMessageNotContaining("quoted");
        assertThat(first.getCause()).hasMessageNotContaining("quoted");
        assertThat(first.getCause().getStackTrace()[0].getClassName()).contains("AnswerTest");
        assertThat(second).hasMessageContaining("IOException").hasMessageNotContaining("quoted");
    }

    @Test
    void aBodyOfManySegmentsIsDecodedWhole() {
        String text = "ä€\uD83D\uDD11".repeat(20_000);
        answer(200, "[\"" + text + "\"]");

        assertThat(http().get("/x").returning(Json.listOf(Json.STRING)).execute())
                .containsExactly(text);
        assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(100_000);
    }

    private static MalformedResponseException malformed(ApiCall<?> call) {
        return catchThrowableOfType(MalformedResponseException.class, call::execute);
    }
}
