package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EchoTest {
    @Tested
    final TestServer fake = new TestServer();

    private final Client client = new Client(fake);

    @Test
    void plainIsTheRequestAsItCame() throws Exception {
        Answer answer = echo(Echo.PLAIN);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("text/plain");
        assertThat(answer.body())
                .startsWith("POST /base/count?q=%3C HTTP/1.1\r\nAuthorization: Bearer t0ken<&>\r\n")
                .endsWith("\r\n\r\n{\"password\":\"s3cret\"}");
    }

    @Test
    void htmlIsEscaped() throws Exception {
        Answer answer = echo(Echo.HTML);

        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body())
                .contains("Authorization: Bearer t0ken&lt;&amp;&gt;", "{&quot;password&quot;:&quot;s3cret&quot;}");
    }

    @Test
    void jsonHasMembers() throws Exception {
        Answer answer = echo(Echo.JSON);

        assertThat(answer.members())
                .containsEntry("line", "POST /base/count?q=%3C HTTP/1.1")
                .containsEntry("body", "{\"password\":\"s3cret\"}");
        assertThat(answer.members().get("headers"))
                .isInstanceOf(Map.class)
                .asString()
                .contains("Bearer t0ken<&>");
    }

    @Test
    void hexIsTwoDigitsAByte() throws Exception {
        assertThat(new String(HexFormat.of().parseHex(echo(Echo.HEX).body()), StandardCharsets.UTF_8))
                .startsWith("POST /base/count")
                .endsWith("s3cret\"}");
    }

    @Test
    void percentIsThatOfAForm() throws Exception {
        assertThat(echo(Echo.PERCENT).body())
                .startsWith("POST+%2Fbase%2Fcount%3Fq%3D%253C+HTTP%2F1.1%0D%0AAuthorization%3A+Bearer+t0ken%3C%26%3E")
                .endsWith("%7B%22password%22%3A%22s3cret%22%7D");
    }

    @Test
    void base64IsOneLine() throws Exception {
        String body = echo(Echo.BASE64).body();

        assertThat(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8))
                .startsWith("POST /base/count")
                .endsWith("s3cret\"}");
    }

    @Test
    void noHttpIsTheRequestWhereAStatusLineIsDue() throws Exception {
        fake.faults().next(Fault.echo(Echo.NO_HTTP));
        try (RawClient raw = new RawClient(fake)) {
            assertThat(raw.count("hello").readToTheEnd())
                    .isEqualTo("POST /base/count HTTP/1.1\r\nHost: fake\r\nContent-Length: 5\r\n\r\nhello");
        }

        fake.faults().next(Fault.echo(Echo.NO_HTTP));
        assertThatThrownBy(() -> new OkHttpClient()
                        .newCall(new Request.Builder()
                                .url(fake.baseUrl() + "/count")
                                .post(RequestBody.EMPTY)
                                .build())
                        .execute())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Unexpected status line");
        assertThat(fake.journal().requests()).allMatch(entry -> entry.status() == null && !entry.executed());
    }

    @Test
    void theStatusMayBeAnother() throws Exception {
        fake.faults().next(Fault.echo(Echo.JSON, 500).header("X-Request-Id", "7"));
        Answer answer = client.get("/things/1");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("X-Request-Id")).isEqualTo("7");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_HTTP")
    void theJournalKeepsTheSecrets(Echo spelling) throws Exception {
        echo(spelling);

        JournalEntry entry = fake.journal().requests().get(0);
        assertThat(entry.fault()).isEqualTo("echo " + spelling);
        assertThat(entry.status()).isEqualTo(400);
        assertThat(entry.headers() + entry.body() + entry).doesNotContain("t0ken", "s3cret");
        assertThat(fake.executed).hasValue(0);
    }

    private Answer echo(Echo spelling) throws IOException {
        fake.faults().next(Fault.echo(spelling));
        return client.postJson("/count?q=%3C", "{\"password\":\"s3cret\"}", "Authorization", "Bearer t0ken<&>");
    }
}
