package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonScalarsTest {
    private static final Map<String, JsonAdapter<?>> ADAPTERS = Map.ofEntries(
            Map.entry("STRING", Json.STRING),
            Map.entry("STRING_LENIENT", Json.STRING_LENIENT),
            Map.entry("BOOLEAN", Json.BOOLEAN),
            Map.entry("BOOLEAN_LENIENT", Json.BOOLEAN_LENIENT),
            Map.entry("INT", Json.INT),
            Map.entry("INT_LENIENT", Json.INT_LENIENT),
            Map.entry("LONG", Json.LONG),
            Map.entry("LONG_LENIENT", Json.LONG_LENIENT),
            Map.entry("DOUBLE", Json.DOUBLE),
            Map.entry("INSTANT", Json.INSTANT),
            Map.entry("INSTANT_LENIENT", Json.INSTANT_LENIENT),
            Map.entry("EPOCH_MILLIS", Json.EPOCH_MILLIS));

    /** What is read, and how that value is written. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STRING | 'a'                | a      | 'a'",
                "STRING | ''                 | ``     | ''",
                "STRING | '\\u00fc\\n\\/'    | `ü\n/` | 'ü\\n/'",
                "STRING | 'null'             | null   | 'null'",
                "STRING_LENIENT | 'a'        | a      | 'a'",
                "STRING_LENIENT | 17         | 17     | '17'",
                "STRING_LENIENT | -1.50e3    | -1.50e3 | '-1.50e3'",
                "STRING_LENIENT | 123456789012345678901234567890 | 123456789012345678901234567890 | '123456789012345678901234567890'",
                "STRING_LENIENT | true       | true   | 'true'",
                "STRING_LENIENT | false      | false  | 'false'",
                "BOOLEAN | true              | true   | true",
                "BOOLEAN | false             | false  | false",
                "BOOLEAN_LENIENT | true      | true   | true",
                "BOOLEAN_LENIENT | false     | false  | false",
                "BOOLEAN_LENIENT | 1         | true   | true",
                "BOOLEAN_LENIENT | 0         | false  | false",
                "BOOLEAN_LENIENT | -0        | false  | false",
                "BOOLEAN_LENIENT | 2         | true   | true",
                "BOOLEAN_LENIENT | -1        | true   | true",
                "BOOLEAN_LENIENT | 1.0       | true   | true",
                "BOOLEAN_LENIENT | 0.0       | false  | false",
                "BOOLEAN_LENIENT | 4294967296 | true  | true",
                "BOOLEAN_LENIENT | 'true'    | true   | true",
                "BOOLEAN_LENIENT | 'True'    | true   | true",
                "BOOLEAN_LENIENT | 'FALSE'   | false  | false",
                "BOOLEAN_LENIENT | '1'       | true   | true",
                "BOOLEAN_LENIENT | '0'       | false  | false",
                "INT | 0                     | 0      | 0",
                "INT | -0                    | 0      | 0",
                "INT | 2147483647            | 2147483647  | 2147483647",
                "INT | -2147483648           | -2147483648 | -2147483648",
                "INT | 7.0                   | 7      | 7",
                "INT | 1e3                   | 1000   | 1000",
                "INT_LENIENT | 7             | 7      | 7",
                "INT_LENIENT | '7'           | 7      | 7",
                "INT_LENIENT | '7.0'         | 7      | 7",
                "INT_LENIENT | '-2147483648' | -2147483648 | -2147483648",
                "LONG | 0                    | 0      | 0",
                "LONG | -0                   | 0      | 0",
                "LONG | 9223372036854775807  | 9223372036854775807  | 9223372036854775807",
                "LONG | -9223372036854775808 | -9223372036854775808 | -9223372036854775808",
                "LONG | 7.000                | 7      | 7",
                "LONG | 9.223372036854775807e18 | 9223372036854775807 | 9223372036854775807",
                "LONG | 0e99999              | 0      | 0",
                "LONG | 0.0e-999999999       | 0      | 0",
                "LONG_LENIENT | 7            | 7      | 7",
                "LONG_LENIENT | '7'          | 7      | 7",
                "LONG_LENIENT | '-7'         | -7     | -7",
                "LONG_LENIENT | '7.0'        | 7      | 7",
                "LONG_LENIENT | '1e3'        | 1000   | 1000",
                "LONG_LENIENT | '9223372036854775807' | 9223372036854775807 | 9223372036854775807",
                "DOUBLE | 0                  | 0.0    | 0.0",
                "DOUBLE | -0.0               | -0.0   | -0.0",
                "DOUBLE | 17                 | 17.0   | 17.0",
                "DOUBLE | 1.7976931348623157e308 | 1.7976931348623157E308 | 1.7976931348623157E308",
                "DOUBLE | 4.9e-324           | 4.9E-324 | 4.9E-324",
                "DOUBLE | 1e-999             | 0.0    | 0.0",
                "DOUBLE | 0.1                | 0.1    | 0.1",
                "INSTANT | '2020-09-15T04:18:32.000000Z'      | 2020-09-15T04:18:32Z           | '2020-09-15T04:18:32Z'",
                "INSTANT | '2020-09-15T04:18:32Z'             | 2020-09-15T04:18:32Z           | '2020-09-15T04:18:32Z'",
                "INSTANT | '2020-09-15T04:18:32.1Z'           | 2020-09-15T04:18:32.100Z       | '2020-09-15T04:18:32.100Z'",
                "INSTANT | '2020-09-15T04:18:32.123456Z'      | 2020-09-15T04:18:32.123456Z    | '2020-09-15T04:18:32.123456Z'",
                "INSTANT | '2020-09-15T04:18:32.123456789Z'   | 2020-09-15T04:18:32.123456789Z | '2020-09-15T04:18:32.123456789Z'",
                "INSTANT | '2025-06-27T06:20:08.189Z'         | 2025-06-27T06:20:08.189Z       | '2025-06-27T06:20:08.189Z'",
                "INSTANT | '2020-09-15T06:18:32+02:00'        | 2020-09-15T04:18:32Z           | '2020-09-15T04:18:32Z'",
                "INSTANT | '2020-09-14T22:48:32.5-05:30'      | 2020-09-15T04:18:32.500Z       | '2020-09-15T04:18:32.500Z'",
                "INSTANT | '2020-02-29T23:59:59Z'             | 2020-02-29T23:59:59Z           | '2020-02-29T23:59:59Z'",
                "INSTANT_LENIENT | '2020-09-15T04:18:32.000000Z' | 2020-09-15T04:18:32Z        | '2020-09-15T04:18:32Z'",
                "INSTANT_LENIENT | '2020-09-15T06:18:32+02:00' | 2020-09-15T04:18:32Z          | '2020-09-15T04:18:32Z'",
                "INSTANT_LENIENT | '2020-09-15T06:18:32+0200' | 2020-09-15T04:18:32Z           | '2020-09-15T04:18:32Z'",
                "INSTANT_LENIENT | '2020-09-15T06:18:32+02'   | 2020-09-15T04:18:32Z           | '2020-09-15T04:18:32Z'",
                "INSTANT_LENIENT | '2027-01-01T00:00:00.000'  | 2027-01-01T00:00:00Z           | '2027-01-01T00:00:00Z'",
                "INSTANT_LENIENT | '2027-01-01T00:00'         | 2027-01-01T00:00:00Z           | '2027-01-01T00:00:00Z'",
                "INSTANT_LENIENT | '2027-01-01 10:20:30'      | 2027-01-01T10:20:30Z           | '2027-01-01T10:20:30Z'",
                "INSTANT_LENIENT | '2027-01-01 10:20:30Z'     | 2027-01-01T10:20:30Z           | '2027-01-01T10:20:30Z'",
                "INSTANT_LENIENT | '2027-01-01'               | 2027-01-01T00:00:00Z           | '2027-01-01T00:00:00Z'",
                "INSTANT_LENIENT | 1464587176910              | 2016-05-30T05:46:16.910Z       | '2016-05-30T05:46:16.910Z'",
                "INSTANT_LENIENT | '1464587176910'            | 2016-05-30T05:46:16.910Z       | '2016-05-30T05:46:16.910Z'",
                "INSTANT_LENIENT | -1                         | 1969-12-31T23:59:59.999Z       | '1969-12-31T23:59:59.999Z'",
                "EPOCH_MILLIS | 1464587176910                 | 2016-05-30T05:46:16.910Z       | 1464587176910",
                "EPOCH_MILLIS | '1464587176910'               | 2016-05-30T05:46:16.910Z       | 1464587176910",
                "EPOCH_MILLIS | 9223372036854775807           | +292278994-08-17T07:12:55.807Z | 9223372036854775807",
                "EPOCH_MILLIS | -9223372036854775808          | -292275055-05-16T16:47:04.192Z | -9223372036854775808",
            })
    void aValueIsReadAndWritten(String adapter, String document, String value, String written) {
        Object read = JsonCodec.decode(ADAPTERS.get(adapter), document.replace('\'', '"'));

        assertThat(read).hasToString(value);
        assertThat(write(ADAPTERS.get(adapter), read)).isEqualTo(written.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STRING | 17    | a string | a number",
                "STRING | true  | a string | a boolean",
                "STRING | null  | a string | null",
                "STRING | {}    | a string | an object",
                "STRING | []    | a string | an array",
                "STRING_LENIENT | null | a string, number or boolean | null",
                "STRING_LENIENT | []   | a string, number or boolean | an array",
                "STRING_LENIENT | {}   | a string, number or boolean | an object",
                "BOOLEAN | 1      | a boolean | a number",
                "BOOLEAN | 'true' | a boolean | a string",
                "BOOLEAN | null   | a boolean | null",
                "BOOLEAN_LENIENT | null  | a boolean, or an integer or string that stands for one | null",
                "BOOLEAN_LENIENT | 'yes' | a boolean, or an integer or string that stands for one | a string",
                "BOOLEAN_LENIENT | ''    | a boolean, or an integer or string that stands for one | a string",
                "BOOLEAN_LENIENT | '2'   | a boolean, or an integer or string that stands for one | a string",
                "BOOLEAN_LENIENT | 0.5   | a boolean, or an integer or string that stands for one | a number",
                "BOOLEAN_LENIENT | 1e99  | a boolean, or an integer or string that stands for one | a number",
                "BOOLEAN_LENIENT | []    | a boolean, or an integer or string that stands for one | an array",
                "INT | '7'         | an integer of 32 bits | a string",
                "INT | 2147483648  | an integer of 32 bits | a number",
                "INT | -2147483649 | an integer of 32 bits | a number",
                "INT | 7.5         | an integer of 32 bits | a number",
                "INT | 1e10        | an integer of 32 bits | a number",
                "INT | 1e999       | an integer of 32 bits | a number",
                "INT | true        | an integer of 32 bits | a boolean",
                "INT | null        | an integer of 32 bits | null",
                "INT_LENIENT | '2147483648'  | an integer of 32 bits, or a string that holds one | a string",
                "INT_LENIENT | 4294967296    | an integer of 32 bits, or a string that holds one | a number",
                "INT_LENIENT | true          | an integer of 32 bits, or a string that holds one | a boolean",
                "LONG | '7'                  | an integer of 64 bits | a string",
                "LONG | 9223372036854775808  | an integer of 64 bits | a number",
                "LONG | -9223372036854775809 | an integer of 64 bits | a number",
                "LONG | 9.3e18               | an integer of 64 bits | a number",
                "LONG | 7.5                  | an integer of 64 bits | a number",
                "LONG | 1e-1                 | an integer of 64 bits | a number",
                "LONG | 12e-1                | an integer of 64 bits | a number",
                "LONG | 1e999999999          | an integer of 64 bits | a number",
                "LONG | 1e2147483647         | an integer of 64 bits | a number",
                "LONG | 1e99999999999999     | an integer of 64 bits | a number",
                "LONG | 1e-999999999         | an integer of 64 bits | a number",
                "LONG_LENIENT | ''           | an integer of 64 bits, or a string that holds one | a string",
                "LONG_LENIENT | '-'          | an integer of 64 bits, or a string that holds one | a string",
                "LONG_LENIENT | ' 7'         | an integer of 64 bits, or a string that holds one | a string",
                "LONG_LENIENT | '7 days'     | an integer of 64 bits, or a string that holds one | a string",
                "LONG_LENIENT | '0x7'        | an integer of 64 bits, or a string that holds one | a string",
                "LONG_LENIENT | 'NaN'        | an integer of 64 bits, or a string that holds one | a string",
                "LONG_LENIENT | '9223372036854775808' | an integer of 64 bits, or a string that holds one | a string",
                "LONG_LENIENT | false        | an integer of 64 bits, or a string that holds one | a boolean",
                "LONG_LENIENT | null         | an integer of 64 bits, or a string that holds one | null",
                "DOUBLE | 1e309   | a finite number | a number",
                "DOUBLE | -1e9999 | a finite number | a number",
                "DOUBLE | '1'     | a finite number | a string",
                "DOUBLE | 'NaN'   | a finite number | a string",
                "INSTANT | 1464587176910                     | a time such as 2020-09-15T04:18:32Z | a number",
                "INSTANT | ''                                | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-09-15'                      | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-09-15T04:18:32'             | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-09-15 04:18:32Z'            | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-02-30T04:18:32Z'            | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-09-15T24:00:00Z'            | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-09-15T04:18:60Z'            | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-09-15T04:18:32.1234567890Z' | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '2020-09-15T04:18:32+19:00'       | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT | '+999999999-12-31T23:59:59-18:00' | a time such as 2020-09-15T04:18:32Z | a string",
                "INSTANT_LENIENT | '2020-02-30'              | a time as text or in milliseconds | a string",
                "INSTANT_LENIENT | '2020-09-15T'             | a time as text or in milliseconds | a string",
                "INSTANT_LENIENT | 'tomorrow'                | a time as text or in milliseconds | a string",
                "INSTANT_LENIENT | '-999999999-01-01 00:00+0100' | a time as text or in milliseconds | a string",
                "INSTANT_LENIENT | ''                        | a time as text or in milliseconds | a string",
                "INSTANT_LENIENT | 1.5                       | a time as text or in milliseconds | a number",
                "INSTANT_LENIENT | 1e30                      | a time as text or in milliseconds | a number",
                "INSTANT_LENIENT | true                      | a time as text or in milliseconds | a boolean",
                "INSTANT_LENIENT | null                      | a time as text or in milliseconds | null",
                "EPOCH_MILLIS | '2020-09-15T04:18:32Z'       | a time in milliseconds | a string",
                "EPOCH_MILLIS | 9223372036854775808          | a time in milliseconds | a number",
                "EPOCH_MILLIS | {}                           | a time in milliseconds | an object",
            })
    void aValueOfAnotherFormIsRefused(String adapter, String document, String expected, String found) {
        assertThatThrownBy(() -> JsonCodec.decode(ADAPTERS.get(adapter), document.replace('\'', '"')))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$: expected " + expected + ", found " + found)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNoNumberInJsonIsNotWritten(double value) {
        assertThatIllegalArgumentException().isThrownBy(() -> JsonCodec.encode(Json.DOUBLE, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "+1", "01", ".5", "1.", "1e", "- 1", "0x10", "1_000"})
    void whatIsNoNumberInJsonIsMalformed(String document) {
        assertThatThrownBy(() -> JsonCodec.decode(Json.DOUBLE, document)).hasMessage("$: malformed JSON");
    }

    @Test
    void nullIsNotWrittenAsAValue() {
        ADAPTERS.forEach((name, adapter) ->
                assertThatNullPointerException().as(name).isThrownBy(() -> JsonCodec.encode(adapter, null)));
    }

    @Test
    void anInstantOfAnyYearIsWrittenAndReadAgain() {
        for (Instant instant : new Instant[] {
            Instant.EPOCH, Instant.parse("-0001-01-01T00:00:00Z"), Instant.parse("+10000-01-01T00:00:00Z")
        }) {
            assertThat(JsonCodec.decode(Json.INSTANT_LENIENT, write(Json.INSTANT_LENIENT, instant)))
                    .isEqualTo(instant);
        }
    }

    @SuppressWarnings("unchecked")
    private static String write(JsonAdapter<?> adapter, Object value) {
        return JsonCodec.encode((JsonAdapter<Object>) adapter, value).utf8();
    }
}
