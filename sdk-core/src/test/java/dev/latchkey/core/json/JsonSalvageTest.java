package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSalvageTest {
    record Tokens(
            String access,
            @Nullable String refresh,
            @Nullable Long expires) {
        static final RecordAdapter<Tokens> JSON = RecordAdapter.of("Tokens", r -> {
            var access = r.required("access", Json.STRING, Tokens::access);
            var refresh = r.optional("refresh", Json.STRING, Tokens::refresh);
            var expires = r.optional("expires", Json.lenient(Json.LONG_LENIENT), Tokens::expires);
            return in -> new Tokens(in.get(access), in.get(refresh), in.get(expires));
        });
    }

    private static final String ALL = "{\"access\":\"a\",\"refresh\":\"r\",\"expires\":864";
    private static final Tokens WHOLE = new Tokens("a", "r", 864L);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}",
                "} trailing",
                ",\"user\":{\"name\":\"x\"}}",
                ",\"us",
                ",\"user\":{\"na",
                ",\"user\":",
                ",\"user\":{\"name\":tru}}",
                ",\"user\":{\"name\":\"\\x\"}}",
                ",\"user\":1,user",
            })
    void whatCameBeforeTheBreakIsKept(String rest) throws IOException {
        assertThat(salvage(ALL + rest)).isEqualTo(WHOLE);
    }

    @Test
    void aProfileThatIsNestedTooDeepIsDropped() throws IOException {
        assertThat(salvage(ALL + ",\"user\":" + "[".repeat(100_000))).isEqualTo(WHOLE);
    }

    @Test
    void aConnectionThatBreaksAfterTheTokensLeavesThem() throws IOException {
        IOException reset = new IOException("reset");

        assertThat(JsonCodec.salvage(Tokens.JSON, JsonCodecTest.failing(ALL + ",\"user\":{\"na", reset)))
                .isEqualTo(WHOLE);
        assertThat(JsonCodec.salvage(Tokens.JSON, JsonCodecTest.failing(ALL + ",\"", reset)))
                .isEqualTo(WHOLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'expires':7,'access':'a'             | 7",
                "{'expires':7,'access':'a','refresh':' | 7",
                "{'access':'a','expires':'86'          | 86",
                "{'access':'a','expires':86,'x         | 86",
                "{'access':'a','expires':86}           | 86",
                "{'access':'a','expires':86            |",
                "{'access':'a','expires':86,           |",
                "{'access':'a','expires':86 x          |",
            })
    void aNumberRightBeforeTheBreakIsDroppedSinceItMayBeCut(String document, @Nullable Long expires)
            throws IOException {
        assertThat(salvage(document.replace('\'', '"'))).isEqualTo(new Tokens("a", null, expires));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                          | $: the document is empty",
                "<html>                      | $: malformed JSON",
                "[]                          | $: expected an object, found an array",
                "{}                          | $.access: required, but missing or null",
                "{'refresh':'r'}             | $.access: required, but missing or null",
                "{'refresh':'r'              | $: the document ends too early",
                "{'refresh':'r','access':'a  | $.access: malformed JSON",
                "{'user':{'x':tru},'access':'a'} | $.*: malformed JSON",
                "{'access':'a','refresh':5}  | $.refresh: expected a string, found a number",
            })
    void withoutTheRequiredMembersTheErrorIsTheBreak(String document, String message) {
        assertThatThrownBy(() -> salvage(document.replace('\'', '"')))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage(message);
    }

    @Test
    void aConnectionThatBreaksBeforeTheTokensIsAnIoException() {
        IOException reset = new IOException("reset");

        for (String start : new String[] {"", "{", "{\"access\":\"a", "{\"refresh\":\"r\","}) {
            assertThatThrownBy(() -> JsonCodec.salvage(Tokens.JSON, JsonCodecTest.failing(start, reset)))
                    .as(start)
                    .isSameAs(reset);
        }
    }

    private static Tokens salvage(String document) throws IOException {
        return JsonCodec.salvage(Tokens.JSON, new Buffer().writeUtf8(document));
    }
}
