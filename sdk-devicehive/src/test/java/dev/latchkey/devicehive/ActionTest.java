package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionTest {

    @ParameterizedTest
    @CsvSource({
        "0, *",
        "2, GetNetwork",
        "3, GetDevice",
        "4, GetDeviceNotification",
        "5, GetDeviceCommand",
        "6, RegisterDevice",
        "7, CreateDeviceCommand",
        "8, UpdateDeviceCommand",
        "9, CreateDeviceNotification",
        "10, GetCurrentUser",
        "11, UpdateCurrentUser",
        "12, ManageUser",
        "13, ManageConfiguration",
        "14, ManageNetwork",
        "15, ManageToken",
        "16, ManagePlugin",
        "17, GetDeviceType",
        "18, ManageDeviceType"
    })
    void eachOfTheServersTableIsKnownByIdAndByName(int id, String name) {
        assertThat(Action.of(id)).isEqualTo(Action.of(name)).isSameAs(Action.of(name));
        assertThat(Action.of(id).value()).isEqualTo(name);
        assertThat(Action.of(name).id()).hasValue(id);
        assertThat(Action.of(name).isInTable()).isTrue();
        assertThat(written(Action.of(id))).isEqualTo("\"" + name + "\"");
        assertThat(read(String.valueOf(id))).isEqualTo(read("\"" + name + "\""));
    }

    @Test
    void theServerDoesNotMindTheCaseOfAName() {
        assertThat(Action.of("getdevice")).isEqualTo(Action.GET_DEVICE);
        assertThat(Action.of("GETDEVICE")).isEqualTo(Action.GET_DEVICE);
    }

    @Test
    void theOneWithoutANameTravelsByItsId() {
        assertThat(Action.of(1)).isEqualTo(Action.NONE);
        assertThat(Action.NONE.isInTable()).isTrue();
        assertThat(Action.NONE.hasName()).isFalse();
        assertThat(written(Action.NONE)).isEqualTo("1");
    }

    @Test
    void oneThatIsNotInTheTableIsKept() {
        Action name = Action.of("FlyToMars");
        Action id = Action.of(42);

        assertThat(name.value()).isEqualTo("FlyToMars");
        assertThat(name.id()).isEmpty();
        assertThat(id.id()).hasValue(42);
        assertThat(id).isEqualTo(Action.of("42")).hasToString("42");
        assertThat(name.isInTable() || id.isInTable()).isFalse();
        assertThat(written(name)).isEqualTo("\"FlyToMars\"");
        assertThat(written(id)).isEqualTo("42");
        assertThat(read("42")).isEqualTo(id);
    }

    @Test
    void theOneOfTheOldDocumentationHasNoId() {
        assertThat(Action.of("GetDeviceState")).isSameAs(Action.GET_DEVICE_STATE);
        assertThat(Action.GET_DEVICE_STATE.id()).isEmpty();
        assertThat(Action.GET_DEVICE_STATE.isInTable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aBlankNameIsRefused(String name) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Action.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "[]", "{}", "null", "\"\"", "1.5", "99999999999"})
    void whatIsNoActionIsRefused(String json) {
        assertThatExceptionOfType(JsonDecodingException.class).isThrownBy(() -> read(json));
    }

    @Test
    void aNumberBeyondAllIdsIsAName() {
        assertThat(Action.of("99999999999").id()).isEmpty();
    }

    private static Action read(String json) {
        return JsonCodec.decode(Action.JSON, json);
    }

    private static String written(Action action) {
        return JsonCodec.encode(Action.JSON, action).utf8();
    }
}
