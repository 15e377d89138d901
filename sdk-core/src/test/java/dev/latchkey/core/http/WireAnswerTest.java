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

        assertThat(thrown).hasMessageContaining("The connection broke");
        assertThat(thrown.getCause()).hasMessage(ProtocolException.class.getName());
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
    void wordsOfTheServerAreLeftOut() {
        server.enqueue(
                new MockResponse.Builder().status("HTTP/1.1 echoed-words").build());
        ApiCall<String> call = http().get("/things").anonymous().returningText().withoutRetries();

        TransportException thrown = Assertions.catchThrowableOfType(TransportException.class, call::execute);

        assertThat(text(thrown)).contains("ProtocolException").doesNotContain("echoed-words");
    }

    private static String text(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
