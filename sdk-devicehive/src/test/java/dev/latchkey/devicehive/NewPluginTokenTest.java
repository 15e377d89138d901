package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.JsonCodec;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewPluginTokenTest {

    @Test
    void actionsTravelByTheirIds() {
        NewPluginToken token = NewPluginToken.builder("plugin_topic_1")
                .actions(Action.GET_DEVICE_NOTIFICATION)
                .actions(Action.of("GetDeviceCommand"))
                .expiration(Instant.parse("2027-01-01T00:00:00Z"))
                .build();

        assertThat(written(token))
                .isEqualTo("{\"a\":[4,5],\"tpc\":\"plugin_topic_1\",\"e\":\"2027-01-01T00:00:00.000\"}");
        assertThat(JsonCodec.decode(NewPluginToken.JSON, written(token))).isEqualTo(token);
    }

    @Test
    void actionsMayBeLeftOut() {
        assertThat(written(NewPluginToken.builder("*").build())).isEqualTo("{\"tpc\":\"*\"}");
    }

    @Test
    void anEmptyListIsRefusedSinceItPermitsEverything() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewPluginToken.builder("topic").actions().build())
                .withMessageContaining("all that a client may do");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new NewPluginToken("topic", List.of(), null));
    }

    @Test
    void anActionWithoutAnIdIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewPluginToken.builder("topic")
                        .actions(Action.GET_DEVICE_STATE)
                        .build())
                .withMessageContaining("GetDeviceState");
    }

    @Test
    void aBlankTopicIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewPluginToken.builder(" ").build());
    }

    @Test
    void aTimeThatTheServerCannotReadIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        NewPluginToken.builder("topic").expiration(Instant.MAX).build());
    }

    private static String written(NewPluginToken token) {
        return JsonCodec.encode(NewPluginToken.JSON, token).utf8();
    }
}
