package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.TransportException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ProtocolException;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WireAnswerTest extends HttpTest {

    static Stream<MockResponse> nonsense() {
        return Stream.of(
                new MockResponse.Builder().status("HTTP/1.1 -20 OK").build(),
                new MockResponse.Builder().setHeader("Content-Length", "-2").build(),
                new MockResponse.Builder()
                        .status("HTTP/1.1 503 Unavailable")
                        .setHeader("Content-Length", "-9223372036854775808")
                        .build());
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void anAnswerThatIsNoneOfHttpIsABrokenConnection(MockResponse response) {
        server.enqueue(response);
        ApiCall<String> call = http().get("/things").anonymous().returningText().withoutRetries();

        TransportException thrown = Assertions.catchThrowableOfType(TransportException.class, call::execute);

        assertThat(thrown).hasMessageContaining("The connection broke").hasCauseInstanceOf(ProtocolException.class);
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void itIsRepeatedLikeAnyBrokenConnection(MockResponse response) {
        server.enqueue(response);
        answer(200, "again");

        assertThat(http().get("/things").anonymous().returningText().execute()).isEqualTo("again");
        assertThat(current().connections()).isLessThanOrEqualTo(1);
    }

    /** Without the marker of the leak check, which sees OkHttp's own exception before it is ours. */
    @Test
    void wordsOfTheServerThatHoldASecretAreLeftOut() {
        server.enqueue(
                new MockResponse.Builder().status("HTTP/1.1 echoed-secret").build());
        ApiCall<String> call = http().get("/things")
                .anonymous()
                .mask("echoed-secret")
                .returningText()
                .withoutRetries();

        TransportException thrown = Assertions.catchThrowableOfType(TransportException.class, call::execute);

        assertThat(text(thrown)).contains("ProtocolException").doesNotContain("echoed-secret");
    }

    /** Without the marker for the same reason. */
    @Test
    void nothingIsQuotedOfAnAnswerThatDealsInSecrets() {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Transfer-Encoding", "chunked")
                .body("{\"token\":\"granted-secret\"}\r\n")
                .removeHeader("Content-Length")
                .build());
        ApiCall<String> call =
                http().post("/token").anonymous().secretAnswer().returningText().withoutRetries();

        TransportException thrown = Assertions.catchThrowableOfType(TransportException.class, call::execute);

        assertThat(text(thrown)).contains("ProtocolException").doesNotContain("granted-secret");
    }

    @Test
    void otherWordsOfTheServerHelpToFindOutWhatItIs() {
        server.enqueue(new MockResponse.Builder().status("SSH-2.0-OpenSSH").build());
        ApiCall<String> call = http().get("/things").anonymous().returningText().withoutRetries();

        TransportException thrown = Assertions.catchThrowableOfType(TransportException.class, call::execute);

        assertThat(thrown.getCause()).hasMessageContaining("SSH-2.0-OpenSSH");
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
