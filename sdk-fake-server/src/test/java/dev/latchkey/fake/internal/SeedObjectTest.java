package dev.latchkey.fake.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeedObjectTest {
    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("{\"a\": ", "seed: the text ends too early, at $.a", seed -> {}),
                mistake("[1]", "seed has to be a JSON object", seed -> {}),
                mistake("{\"o\": 1}", "seed.o has to be a JSON object", seed -> seed.object("o")),
                mistake("{\"l\": {}}", "seed.l has to be a list", seed -> seed.objects("l")),
                mistake("{\"l\": [1]}", "seed.l[0] has to be a JSON object", seed -> seed.objects("l")),
                mistake("{\"l\": [1]}", "seed.l has to be a list of texts", seed -> seed.texts("l")),
                mistake("{}", "seed.t is missing; it has to be a text that is not blank", seed -> seed.text("t")),
                mistake("{\"t\": \" \"}", "seed.t has to be a text that is not blank", seed -> seed.text("t")),
                mistake("{\"t\": 7}", "seed.t has to be a text", seed -> seed.optionalText("t")),
                mistake("{}", "seed.i is missing; it has to be a whole number", seed -> seed.integer("i")),
                mistake("{\"i\": 1.5}", "seed.i has to be a whole number", seed -> seed.integer("i")),
                mistake("{\"i\": 3000000000}", "seed.i has to be a whole number", seed -> seed.integer("i", 1)),
                mistake("{\"b\": \"yes\"}", "seed.b has to be true or false", seed -> seed.bool("b", true)),
                mistake(
                        "{\"s\": -1}",
                        "seed.s has to be a number of seconds, 0 or more",
                        seed -> seed.seconds("s", null)),
                mistake("{\"x\": 1}", "seed has no member 'x'; known are [a]", seed -> {
                    seed.optionalText("a");
                    seed.refuseOthers();
                }));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlace(String json, String message, Consumer<SeedObject> reading) {
        assertThatThrownBy(() -> reading.accept(SeedObject.parse("seed", json)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void whatIsRightIsRead() {
        SeedObject seed = SeedObject.parse("seed", "{\"i\":7,\"s\":0.3,\"b\":true,\"t\":\"x\",\"l\":[\"y\"]}");

        assertThat(seed.integer("i")).isEqualTo(7);
        assertThat(seed.seconds("s", null)).isEqualTo(Duration.ofMillis(300));
        assertThat(seed.bool("b", false)).isTrue();
        assertThat(seed.text("t")).isEqualTo("x");
        assertThat(seed.texts("l")).containsExactly("y");
        assertThat(seed.integer("missing", 3)).isEqualTo(3);
        seed.refuseOthers();
    }

    private static Arguments mistake(String json, String message, Consumer<SeedObject> reading) {
        return Arguments.of(json, message, reading);
    }
}
