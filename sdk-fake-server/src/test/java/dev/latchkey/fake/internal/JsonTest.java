package dev.latchkey.fake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"b\":1,\"a\":[true,null,\"é\\n\"],\"c\":{}}",
                "[]",
                "\"text\"",
                "9223372036854775807",
                "92233720368547758070",
                "1.50",
                "null"
            })
    void whatIsReadIsWrittenAsItWas(String text) {
        assertThat(Json.text(Json.parse(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1", "{a:1}", "1 2", "[1,]", "{\"secret\":tru"})
    void whatIsNoJsonIsRefusedWithoutQuotingIt(String text) {
        assertThatThrownBy(() -> Json.parse(text))
                .isInstanceOf(Json.BadJson.class)
                .hasMessageNotContaining("tru");
    }

    @Test
    void deepNestingIsRefusedRatherThanAStackOverflow() {
        assertThatThrownBy(() -> Json.parse("[".repeat(100_000))).isInstanceOf(Json.BadJson.class);
    }

    @Test
    void anIndentMakesItReadable() {
        assertThat(Json.text(Json.object("message", ""), "    ")).isEqualTo("{\n    \"message\": \"\"\n}");
    }
}
