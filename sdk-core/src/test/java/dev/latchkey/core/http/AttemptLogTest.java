package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.TransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;

/** Reads the log of the whole test run, where all levels go. */
class AttemptLogTest extends HttpTest {
    private static final Path LOG = Path.of("target", "secret-leaks", "test.log");

    @Test
    void eachTimeThatItIsSentIsOneLineWithoutAnyValue() throws Exception {
        answer(401, TestVendor.LEAK);
        answer(new MockResponse.Builder().code(503).body(TestVendor.LEAK));
        answer(new MockResponse.Builder().onResponseStart(new SocketEffect.CloseSocket()));
        answer(200, TestVendor.LEAK);

        http().get("/logged/{secret}", TestVendor.LEAK)
                .query("q", TestVendor.LEAK)
                .header("X-Secret", TestVendor.LEAK)
                .returningText()
                .execute();

        assertThat(lines("/logged/{secret}"))
                .allSatisfy(line -> assertThat(line).contains(" DEBUG HttpApi "))
                .extracting(line -> line.replaceFirst(".*\\] ", "").replaceFirst("\\d+ ms", "N ms"))
                .containsExactly(
                        "GET /logged/{secret}: 401, attempt 1, N ms",
                        "GET /logged/{secret}: 503, attempt 2, N ms",
                        "GET /logged/{secret}: IOException, attempt 3, N ms",
                        "GET /logged/{secret}: 200, attempt 3, N ms");
    }

    @Test
    void anAttemptThatWasNotSentIsALineToo() throws Exception {
        HttpApi http = http(builder().okHttpClient(new Refusing(1).client()));

        assertThatThrownBy(
                        http.get("/logged/not-sent").anonymous().returningText().withoutRetries()::execute)
                .isInstanceOf(TransportException.class);

        assertThat(lines("/logged/not-sent"))
                .singleElement()
                .satisfies(line -> assertThat(line).contains(": UnknownHostException, attempt 1, "));
    }

    @Test
    void aCallThatGotNoTokenTookAsLongAsItWaited() throws Exception {
        vendor.issue = n -> {
            throw new IllegalStateException();
        };
        HttpApi http = http(builder().waitForToken(Duration.ZERO));

        assertThatThrownBy(http.get("/logged/no-token").returningText()::execute)
                .isInstanceOf(RenewalFailedException.class);

        assertThat(lines("/logged/no-token"))
                .singleElement()
                .satisfies(line -> assertThat(line).containsPattern("Exception, attempt 0, \\d{1,4} ms"));
    }

    private static List<String> lines(String part) throws IOException {
        try (Stream<String> lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains(part)).toList();
        }
    }
}
