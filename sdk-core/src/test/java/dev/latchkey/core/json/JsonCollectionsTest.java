package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.OpenEnum;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCollectionsTest {
    static final class Right extends OpenEnum {
        static final Right READ = new Right("read");

        private Right(String value) {
            super(value);
        }

        static Right of(String value) {
            return new Right(value);
        }
    }

    private static final JsonAdapter<List<Integer>> INTS = Json.listOf(Json.INT);
    private static final JsonAdapter<List<Integer>> INT_OR_INTS = Json.listOrSingle(Json.INT);
    private static final JsonAdapter<Map<String, Integer>> BY_NAME = Json.mapOf(Json.INT);
    private static final JsonAdapter<Map<Long, String>> BY_ID =
            Json.mapOrEmptyArray(Json.mapOf(Long::valueOf, Json.STRING));

    @Test
    void aListKeepsTheOrderAndCannotBeChanged() {
        List<Integer> list = JsonCodec.decode(INTS, "[3,1,2,1]");

        assertThat(list).containsExactly(3, 1, 2, 1);
        assertThatThrownBy(() -> list.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> JsonCodec.decode(INTS, "[]").add(1)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(write(INTS, list)).isEqualTo("[3,1,2,1]");
        assertThat(write(INTS, List.of())).isEqualTo("[]");
    }

    @Test
    void oneElementAloneIsAListOfOneWhereThatIsAllowed() {
        assertThat(JsonCodec.decode(INT_OR_INTS, "5")).containsExactly(5);
        assertThat(JsonCodec.decode(INT_OR_INTS, "[5,6]")).containsExactly(5, 6);
        assertThat(JsonCodec.decode(INT_OR_INTS, "[]")).isEmpty();
        assertThat(write(INT_OR_INTS, List.of(5))).isEqualTo("[5]");
        assertThatThrownBy(() -> JsonCodec.decode(INT_OR_INTS, "5").add(6))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void oneObjectAloneIsAListOfOneRecord() {
        JsonAdapter<List<PermissionNode>> nodes = Json.listOrSingle(PermissionNode.JSON);
        PermissionNode node = new PermissionNode("a", null, List.of());

        assertThat(JsonCodec.decode(nodes, "{\"id\":\"a\"}")).containsExactly(node);
        assertThat(JsonCodec.decode(nodes, "[{\"id\":\"a\"},{\"id\":\"a\"}]")).containsExactly(node, node);
    }

    @Test
    void aMapKeepsTheOrderAndCannotBeChanged() {
        Map<String, Integer> map = JsonCodec.decode(BY_NAME, "{\"b\":1,\"a\":2,\"\":3}");

        assertThat(map).containsExactly(entry("b", 1), entry("a", 2), entry("", 3));
        assertThatThrownBy(() -> map.remove("a")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(write(BY_NAME, map)).isEqualTo("{\"b\":1,\"a\":2,\"\":3}");
        assertThat(write(BY_NAME, Map.of())).isEqualTo("{}");
    }

    @Test
    void theLastOfTwoEntriesWithOneNameCounts() {
        assertThat(JsonCodec.decode(BY_NAME, "{\"a\":1,\"b\":2,\"a\":3}")).containsOnly(entry("a", 3), entry("b", 2));
        assertThat(JsonCodec.decode(Json.mapOf(Json.lenient(Json.INT)), "{\"a\":1,\"a\":null}"))
                .isEmpty();
    }

    @Test
    void namesMayBeNumbers() {
        assertThat(JsonCodec.decode(BY_ID, "{\"6\":\"x\",\"-7\":\"y\"}"))
                .containsExactly(entry(6L, "x"), entry(-7L, "y"));
        assertThat(write(BY_ID, Map.of(6L, "x"))).isEqualTo("{\"6\":\"x\"}");
    }

    @Test
    void namesMayBeAnOpenEnum() {
        assertThat(JsonCodec.decode(Json.mapOf(Right::of, Json.INT), "{\"read\":1,\"new\":2}"))
                .containsExactly(entry(Right.READ, 1), entry(Right.of("new"), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", " [ ] "})
    void anEmptyArrayIsAnEmptyMapWhereThatIsAllowed(String document) {
        assertThat(JsonCodec.decode(BY_ID, document)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "['x']          | $: expected an object or an empty array, found an array with elements",
                "null           | $: expected an object, found null",
                "{'x':'y'}      | $.*: the value was refused (NumberFormatException)",
                "{'':'y'}       | $.*: the value was refused (NumberFormatException)",
                "{'6':'y','7':8}| $.*: expected a string, found a number",
                "{'6':null}     | $.*: expected a string, found null",
            })
    void aMapOfAnotherFormIsRefused(String document, String message) {
        assertThatThrownBy(() -> JsonCodec.decode(BY_ID, document.replace('\'', '"')))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}        | $: expected an array, found an object",
                "5         | $: expected an array, found a number",
                "null      | $: expected an array, found null",
                "[1,null]  | $[1]: expected an integer of 32 bits, found null",
                "[1,[2]]   | $[1]: expected an integer of 32 bits, found an array",
                "[1,2      | $: the document ends too early",
                "[1,2}     | $: malformed JSON",
                "[1 2]     | $: malformed JSON",
                "[1,x]     | $: malformed JSON",
                "[1,]      | $: malformed JSON",
                "[1,,2]    | $: malformed JSON",
            })
    void aListOfAnotherFormIsRefused(String document, String message) {
        assertThatThrownBy(() -> JsonCodec.decode(INTS, document))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage(message);
    }

    @Test
    void aSingleElementOfAnotherFormIsRefusedAsThatElement() {
        assertThatThrownBy(() -> JsonCodec.decode(INT_OR_INTS, "\"x\""))
                .hasMessage("$: expected an integer of 32 bits, found a string");
        assertThatThrownBy(() -> JsonCodec.decode(INT_OR_INTS, "null")).hasMessage("$: expected an array, found null");
    }

    @Test
    void anOpenEnumTakesAnyString() {
        JsonAdapter<List<Right>> rights = Json.listOf(Json.openEnum(Right::of));

        List<Right> read = JsonCodec.decode(rights, "[\"read\",\"fly\",\"\"]");

        assertThat(read).containsExactly(Right.READ, Right.of("fly"), Right.of(""));
        assertThat(write(rights, read)).isEqualTo("[\"read\",\"fly\",\"\"]");
        assertThatThrownBy(() -> JsonCodec.decode(rights, "[5]")).hasMessage("$[0]: expected a string, found a number");
    }

    @Test
    void anOpenEnumReadsItsConstantsHoweverTheyAreWritten() {
        JsonAdapter<List<Right>> rights = Json.listOf(Json.openEnum(Right::of, List.of(Right.READ)));

        List<Right> read = JsonCodec.decode(rights, "[\"read\", \"re\\u0061d\", \"fly\", \"reads\", \"rea\"]");

        assertThat(read).containsExactly(Right.READ, Right.READ, Right.of("fly"), Right.of("reads"), Right.of("rea"));
        assertThat(read.subList(0, 2)).allSatisfy(right -> assertThat(right).isSameAs(Right.READ));
        assertThatThrownBy(() -> JsonCodec.decode(rights, "[null]")).hasMessage("$[0]: expected a string, found null");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 100})
    void aListOfAnyLengthIsReadInOrderAndStaysAsItIs(int length) {
        List<Integer> numbers = IntStream.range(0, length).boxed().toList();

        List<Integer> read = JsonCodec.decode(Json.listOf(Json.INT), numbers.toString());

        assertThat(read).isEqualTo(numbers);
        assertThat(List.copyOf(read)).isSameAs(read);
    }

    @Test
    void anOpenEnumMayBeMadeOfANumberToo() {
        JsonAdapter<Right> right = Json.mapped(Json.STRING_LENIENT, Right::of, Right::value);

        assertThat(JsonCodec.decode(right, "5")).isEqualTo(Right.of("5"));
        assertThat(write(right, Right.of("5"))).isEqualTo("\"5\"");
    }

    private static <T> String write(JsonAdapter<T> adapter, T value) {
        return JsonCodec.encode(adapter, value).utf8();
    }
}
