package dev.latchkey.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenEnumTest {
    static final class Colour extends OpenEnum {
        static final Colour RED = new Colour("red");

        private Colour(String value) {
            super(value);
        }

        static Colour of(String value) {
            return new Colour(value);
        }
    }

    static final class Wine extends OpenEnum {
        static final Wine RED = new Wine("red");

        private Wine(String value) {
            super(value);
        }
    }

    @Test
    void aValueFromTheWireEqualsTheConstantOfTheSameValue() {
        assertThat(Colour.of("red")).isEqualTo(Colour.RED).hasSameHashCodeAs(Colour.RED);
        assertThat(Set.of(Colour.RED)).contains(Colour.of("red"));
    }

    @Test
    void anUnknownValueIsKeptAsItCame() {
        Colour unknown = Colour.of(" Infra-Red ");

        assertThat(unknown.value()).isEqualTo(" Infra-Red ");
        assertThat(unknown).hasToString(" Infra-Red ").isEqualTo(Colour.of(" Infra-Red "));
    }

    @Test
    void valuesDifferByCaseAndByClass() {
        assertThat(Colour.of("Red")).isNotEqualTo(Colour.RED);
        assertThat((Object) Colour.RED)
                .isNotEqualTo(Wine.RED)
                .isNotEqualTo("red")
                .isNotEqualTo(null);
    }

    @Test
    void thereIsNoValueNull() {
        assertThatNullPointerException().isThrownBy(() -> Colour.of(null)).withMessage("value");
    }
}
