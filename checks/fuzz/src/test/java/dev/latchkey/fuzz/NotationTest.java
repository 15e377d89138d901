package dev.latchkey.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notation of the kept inputs. */
class NotationTest {
    @ParameterizedTest
    @CsvSource({
        "a<<3|b>>c, abbbc",
        "<<2|x<<2|y>>>>, xyyxyy",
        "<<0|x>>, ''",
        "<<2|>>, ''",
        "<<2|x, <<2|x",
        "<<|x>>, <<|x>>",
        "<<x|x>>, <<x|x>>",
        "<<12345678|x>>, <<12345678|x>>",
        "a<b>>c, a<b>>c"
    })
    void aRepeatStandsForALongText(String text, String expanded) {
        assertThat(Repeats.expanded(bytes(text)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(expanded);
    }

    @Test
    void noRepeatIsLongerThanTheLimit() {
        assertThat(Repeats.expanded(bytes("<<9999|<<9999|<<9999|abc>>>>>>")).length)
                .isEqualTo(Repeats.LONGEST);
    }

    @Test
    void aBodyAloneIsASuccessInJson() {
        FuzzedAnswer answer = FuzzedAnswer.parse(bytes("webitel.auth.login\n{}"));

        assertThat(answer.operation()).isEqualTo("webitel.auth.login");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.wire())
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("HTTP/1.1 200 OK\nContent-Type: application/json\n\n{}");
    }

    @Test
    void anAnswerOfHttpTravelsAsItIs() {
        FuzzedAnswer answer = FuzzedAnswer.parse(bytes("x\nHTTP/1.1 503 Down\nRetry-After: 1\n\n<html>"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.withStatus(429).wire())
                .asString(StandardCharsets.ISO_8859_1)
                .isEqualTo("HTTP/1.1 429 \nRetry-After: 1\n\n<html>");
    }

    @Test
    void optionsSayHowABodyTravels() {
        byte[] wide = FuzzedAnswer.parse(bytes("x utf-16be bom\nü")).wire();
        byte[] zipped = FuzzedAnswer.parse(bytes("x gzip cut\nabc")).wire();

        assertThat(wide).endsWith(0xfe, 0xff, 0x00, 0xfc);
        assertThat(zipped)
                .asString(StandardCharsets.ISO_8859_1)
                .contains("\nContent-Encoding: gzip\n", "\nContent-Length: ");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "'HTTP/1.1', 0", "'HTTP/1.1 -20 OK', 0", "'HTTP/1.1 2000 OK', 0", "'HTTP/1.1 404', 404"})
    void aStatusThatIsNoneIsZero(String line, int status) {
        assertThat(FuzzedAnswer.ofHttp(line.isEmpty() ? "HTTP/\n\n" : line + "\n\n")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void aTextMayHoldHalfACharacter() {
        assertThat(Document.parse(bytes("name\na\\ud83db\\u00")).text()).isEqualTo("a\uD83Db\\u00");
        assertThat(Document.parse(bytes("name alone")).name()).isEqualTo("name alone");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
