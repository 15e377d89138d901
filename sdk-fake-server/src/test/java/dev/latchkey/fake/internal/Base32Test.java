package dev.latchkey.fake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base32Test {
    @ParameterizedTest
    @CsvSource({"MY, f", "MZXQ, fo", "MZXW6, foo", "MZXW6YQ, foob", "MZXW6YTB, fooba", "MZXW6YTBOI, foobar"})
    void decodesTheVectorsOfTheStandard(String encoded, String decoded) {
        assertThat(Base32.decode(encoded)).isEqualTo(decoded.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void keepsEveryBitOfALongKey() {
        assertThat(Base32.decode("7".repeat(32))).hasSize(20).containsOnly(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "LEAK7Q4Z=", "LEAK7Q4Z1", "leak7q4z"})
    void refusesOtherTextsWithoutQuotingThem(String text) {
        assertThatThrownBy(() -> Base32.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    @Test
    void randomTextsAreDifferentAndCanBeDecoded() {
        String text = Base32.random(32);

        assertThat(Base32.decode(text)).hasSize(20);
        assertThat(Base32.random(32)).isNotEqualTo(text);
    }
}
