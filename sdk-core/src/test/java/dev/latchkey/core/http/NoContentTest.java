package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiResponse;
import mockwebserver3.MockResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoContentTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void aSuccessThatAnnouncesAndSendsABodyIsOneWithout(int status) throws Exception {
        answer(new MockResponse.Builder().code(status).body("{\"a\":\"stray\"}"));

        expectSuccess(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void aBodyThatIsAnnouncedIsNotWaitedFor(int status) throws Exception {
        answer(new MockResponse.Builder().code(status).setHeader("Content-Length", "10"));

        expectSuccess(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void norIsOneOfChunks(int status) throws Exception {
        answer(new MockResponse.Builder()
                .code(status)
                .removeHeader("Content-Length")
                .setHeader("Transfer-Encoding", "chunked"));

        expectSuccess(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void norOneOfUnknownLength(int status) throws Exception {
        answer(new MockResponse.Builder().code(status).removeHeader("Content-Length"));

        expectSuccess(status);
    }

    private void expectSuccess(int status) throws Exception {
        answer(200, "next");

        ApiResponse<Void> success =
                http().post("/x").json("{}").returningNothing().executeForResponse();

        assertThat(success.status()).isEqualTo(status);
        assertThat(success.rawBody()).isEqualTo("");
        assertThat(current().get("/y").returningText().execute()).isEqualTo("next");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }
}
