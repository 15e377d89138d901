package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.vendor.ErrorBody;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes of errors; what a client makes of the recorded ones is in {@link RecordingsTest}. */
class DeviceHiveErrorsTest {

    @Test
    void theServersOwnShapeHasANumberAndAMessage() {
        assertThat(parse("{\"error\":401,\"message\":\"Invalid credentials\"}"))
                .isEqualTo(new ErrorBody("401", "Invalid credentials", Map.of()));
    }

    @Test
    void theFrameworksShapeHasAWord() {
        assertThat(parse("{\"timestamp\":\"2026-11-22T03:36:08.560\",\"status\":401,\"error\":\"Unauthorized\","
                        + "\"path\":\"/auth/rest/token/refresh\"}"))
                .isEqualTo(new ErrorBody("401", "Unauthorized", Map.of()));
    }

    @Test
    void theFrameworksMessageSaysMoreThanTheWord() {
        assertThat(parse("{\"status\":500,\"error\":\"Internal Server Error\",\"message\":\"No cache\"}"))
                .isEqualTo(new ErrorBody("500", "No cache", Map.of()));
    }

    @Test
    void errorsOfFieldsAreTakenFromTheMessage() {
        ErrorBody body = parse(
                "{\"error\":400,\"message\":\"Validation failed: \\nOn property userId (value: null): must not"
                        + " be null ; \\nOn property a.b (value: (x)): too long ; \\nOn property userId (value: 0): too small ; \"}");

        assertThat(body.fieldErrors())
                .isEqualTo(Map.of("userId", List.of("must not be null", "too small"), "a.b", List.of("too long")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\nOn property ",
                "\\nOn property x (value: 1): never ended",
                "\\nOn property x (value: 1 ;",
                "\\nOn property x value: 1): bad ;",
                "\\nOn property  (value: 1): of no name ;",
                "On property x (value: 1): on no line of its own ;"
            })
    void whatIsNoErrorOfAFieldIsPassedOver(String before) {
        assertThat(parse("{\"error\":400,\"message\":\"" + before + "\"}").fieldErrors())
                .isEmpty();
        assertThat(parse("{\"error\":400,\"message\":\"" + before + "\\nOn property y (value: 2): bad ; \"}")
                        .fieldErrors())
                .containsOnlyKeys("y");
    }

    @Test
    void nothingOfAValueIsTakenForWhatIsWrongWithIt() {
        assertThat(parse(
                                "{\"error\":400,\"message\":\"\\nOn property password (value: a): b ; On property c (value: d): e ;):"
                                        + " too long ; \"}")
                        .fieldErrors())
                .isEqualTo(Map.of("password", List.of("too long")));
    }

    @Test
    void aVeryLongMessageIsNotSearched() {
        String message = "\\nOn property x (value: 1): bad ; " + "\\nOn property ".repeat(1000);

        assertThat(parse("{\"error\":400,\"message\":\"" + message + "\"}").fieldErrors())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "[]", "17", "{\"error\":", "{}", "{\"error\":{}}"})
    void whatIsNoErrorSaysNothing(String body) {
        assertThat(parse(body)).isEqualTo(ErrorBody.EMPTY);
    }

    private static ErrorBody parse(String body) {
        return new DeviceHiveErrors().parse(body);
    }
}
