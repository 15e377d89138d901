package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.json.JsonCodec;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The odd shapes of the documentation and the sane ones that a server may have instead. */
class DeviceAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"succeeded", "succeded"})
    void aTaskOfTheDatabaseIsReadInBothSpellings(String name) {
        DbTask task = JsonCodec.decode(
                DbTask.JSON, "{\"" + name + "\":\"true\",\"id\":7,\"startDate\":\"2025-06-27\",\"endDate\":\"soon\"}");

        assertThat(task).isEqualTo(new DbTask("7", true, null, "2025-06-27", "soon"));
        assertThat(task.startInstant()).hasValue(Instant.parse("2025-06-27T00:00:00Z"));
        assertThat(task.endInstant()).isEmpty();
    }

    @Test
    void aDatabaseWithoutABackupHasNone() {
        assertThat(JsonCodec.decode(DbStatus.JSON, "{\"running\":false,\"backup\":null}"))
                .isEqualTo(new DbStatus(false, null, null));
        assertThat(JsonCodec.decode(DbStatus.JSON, "{}")).isEqualTo(new DbStatus(null, null, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        {"result":"ok"}                        | ok   | -           | true
        {"result":"next"}                      | next | -           | false
        {"result":{"error":"not_allowed"}}     | -    | not_allowed | false
        {"result":{"error":"x","more":{}}}     | -    | x           | false
        {"result":{}}                          | -    | -           | false
        {"result":null}                        | -    | -           | false
        {}                                     | -    | -           | false
        """)
    void theVerdictIsAWordOrAnObject(String json, String result, String error, boolean ok) {
        EnhancedAuthResult verdict = JsonCodec.decode(EnhancedAuthResult.JSON, json);

        assertThat(verdict).isEqualTo(new EnhancedAuthResult(result, error, null));
        assertThat(verdict.isOk()).isEqualTo(ok);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"max_message_size\":1024,\"max_inflight_messages\":20,\"retry_interval\":30}",
                "{\"max_message_size\":\"1024\",\"max_inflight_messages\":\" 20\",\"retry_interval\":\"30\"}"
            })
    void modifiersAreNumbersOrText(String json) {
        BrokerModifiers modifiers = JsonCodec.decode(BrokerModifiers.JSON, json);

        assertThat(modifiers.maxMessageSize()).isEqualTo("1024");
        assertThat(modifiers.maxMessageBytes()).hasValue(1024);
        assertThat(modifiers.maxInflightCount()).hasValue(20);
        assertThat(modifiers.retryIntervalNumber()).hasValue(30);
    }

    @Test
    void modifiersThatAreNoNumbersAreKeptAsText() {
        BrokerModifiers modifiers = JsonCodec.decode(BrokerModifiers.JSON, "{\"max_message_size\":\"text\"}");

        assertThat(modifiers).isEqualTo(new BrokerModifiers("text", null, null));
        assertThat(modifiers.maxMessageBytes()).isEmpty();
        assertThat(modifiers.maxInflightCount()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"roles\":\"r\",\"permissions\":{\"id\":\"1\"},\"timestamp\":1648229121379,\"granted\":\"true\"}",
                "{\"roles\":[\"r\"],\"permissions\":[{\"id\":\"1\"}],\"timestamp\":\"2022-03-25T17:25:21.379Z\","
                        + "\"granted\":true,\"new\":[]}"
            })
    void aRowOfTheRegistryHasOnePermissionOrAList(String json) {
        RegistrationRequest row = JsonCodec.decode(RegistrationRequest.JSON, json);

        assertThat(row.roles()).containsExactly("r");
        assertThat(row.permissions()).containsExactly(new Permission("1", null, null, null));
        assertThat(row.timestampInstant()).hasValue(Instant.parse("2022-03-25T17:25:21.379Z"));
        assertThat(row.granted()).isTrue();
    }

    @Test
    void aCertificateWithNothingInItIsStillOne() {
        CertificateInfo info = JsonCodec.decode(
                CertificateInfo.JSON,
                "{\"keyUsage\":\"digitalSignature\",\"basicConstraints\":{\"isCA\":true,\"pathLength\":null},"
                        + "\"expiresOn\":\"1684235520000\",\"removable\":\"false\"}");

        assertThat(info.keyUsage()).containsExactly("digitalSignature");
        assertThat(info.basicConstraints()).isEqualTo(new BasicConstraints(true, null));
        assertThat(info.expiresInstant()).hasValue(Instant.parse("2023-05-16T11:12:00Z"));
        assertThat(info.issuedInstant()).isEmpty();
        assertThat(info.removable()).isFalse();
        assertThat(JsonCodec.decode(CertificateInfo.JSON, "{}").issuedTo()).isNull();
    }
}
