package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.InvalidInputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RawJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":null,\"b\":[true,false,null,\"x\"],\"c\":{\"d\":{}}}",
                "[1,-0.5,12345678901234567890123456789.125,1.50,1E400]",
                "\"text \\\"quoted\\\"\"",
                "7",
                "true"
            })
    void aValueIsReadAsItsTextAndWrittenBackTheSame(String json) {
        Holder read = JsonCodec.decode(Holder.JSON, "{\"data\": " + json + "}");

        assertThat(read.data()).isEqualTo(json);
        assertThat(JsonCodec.encode(Holder.JSON, read).utf8()).isEqualTo("{\"data\":" + json + "}");
    }

    @Test
    void spaceIsLeftOut() {
        assertThat(JsonCodec.decode(Json.RAW, " { \"n\" : 7 , \"m\" : [ ] } ")).isEqualTo("{\"n\":7,\"m\":[]}");
    }

    @Test
    void nullIsNothing() {
        assertThat(JsonCodec.decode(Holder.JSON, "{\"data\":null}").data()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":}", "{\"a\":1", "[1,]", "{a:1}", "nothing", "1 2"})
    void whatIsNoJsonIsRefused(String text) {
        assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> JsonCodec.decode(Json.RAW, text));
    }

    @Test
    void aValueThatIsNestedTooDeepIsRefused() {
        String deep = "[".repeat(300) + "]".repeat(300);

        assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> JsonCodec.decode(Json.RAW, deep));
    }

    @Test
    void halfACharacterIsNotSent() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> JsonCodec.encodeToSend(Holder.JSON, new Holder("{\"a\":\"\\ud800\"}")));
    }

    private record Holder(@Nullable String data) {
        static final RecordAdapter<Holder> JSON = RecordAdapter.of("Holder", r -> {
            var data = r.optional("data", Json.RAW, Holder::data);
            return in -> new Holder(in.get(data));
        });
    }
}
