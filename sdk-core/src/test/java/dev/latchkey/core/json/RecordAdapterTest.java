package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordAdapterTest {
    record Backup(
            int id,
            @Nullable Boolean succeeded,
            String status,
            @Nullable Long ended,
            List<String> files,
            Map<String, Integer> sizes) {
        static final RecordAdapter<Backup> JSON = RecordAdapter.of("Backup", r -> {
            var id = r.required("id", Json.INT, Backup::id);
            var succeeded =
                    r.optional("succeeded", Json.BOOLEAN, Backup::succeeded).alias("succeded");
            var status = r.orElse("status", Json.STRING, "unknown", Backup::status);
            var ended = r.optional("ended", Json.LONG, Backup::ended).writtenAsNull();
            var files = r.list("files", Json.STRING, Backup::files);
            var sizes = r.map("sizes", Json.mapOf(Json.INT), Backup::sizes);
            return in -> new Backup(
                    in.get(id), in.get(succeeded), in.get(status), in.get(ended), in.get(files), in.get(sizes));
        });
    }

    private static final Backup FULL = new Backup(7, true, "done", 12L, List.of("a", "b"), Map.of("a", 1));
    private static final Backup EMPTY = new Backup(7, null, "unknown", null, List.of(), Map.of());

    @Test
    void everyMemberIsRead() {
        assertThat(read("""
                        {"id": 7, "succeeded": true, "status": "done", "ended": 12, "files": ["a", "b"], "sizes": {"a": 1}}""")).isEqualTo(FULL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':7}",
                "{'id':7,'succeeded':null,'status':null,'ended':null,'files':null,'sizes':null}",
                "{'id':7,'files':[],'sizes':{}}",
            })
    void aMissingMemberOrNullIsTheDefault(String document) {
        assertThat(read(document.replace('\'', '"'))).isEqualTo(EMPTY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                          | $.id: required, but missing or null",
                "{'id':null}                                 | $.id: required, but missing or null",
                "{'id':1,'id':null}                          | $.id: required, but missing or null",
                "{'id':'7'}                                  | $.id: expected an integer of 32 bits, found a string",
                "{'id':{}}                                   | $.id: expected an integer of 32 bits, found an object",
                "{'id':7,'succeded':1}                       | $.succeeded: expected a boolean, found a number",
                "{'id':7,'status':false}                     | $.status: expected a string, found a boolean",
                "{'id':7,'files':{}}                         | $.files: expected an array, found an object",
                "{'id':7,'files':['a',3]}                    | $.files[1]: expected a string, found a number",
                "{'id':7,'files':[null]}                     | $.files[0]: expected a string, found null",
                "{'id':7,'sizes':[]}                         | $.sizes: expected an object, found an array",
                "{'id':7,'sizes':{'a':1,'b':'x'}}            | $.sizes.*: expected an integer of 32 bits, found a string",
                "[]                                          | $: expected an object, found an array",
                "null                                        | $: expected an object, found null",
                "'text'                                      | $: expected an object, found a string",
                "17                                          | $: expected an object, found a number",
            })
    void anErrorNamesThePlaceAndWhatWasExpectedThere(String document, String message) {
        assertThatThrownBy(() -> read(document.replace('\'', '"')))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @Test
    void anErrorDeepInATreeNamesEveryStep() {
        String document = "{'id':'a','children':[{'id':'b'},{'id':'c','children':[{'id':1}]}]}".replace('\'', '"');

        assertThatThrownBy(() -> JsonCodec.decode(PermissionNode.JSON, document))
                .isInstanceOfSatisfying(
                        JsonDecodingException.class,
                        e -> assertThat(e.path()).isEqualTo("$.children[1].children[0].id"))
                .hasMessage("$.children[1].children[0].id: expected a string, found a number");
    }

    @Test
    void aVeryLongPathIsCutInTheMiddle() {
        String open = "{\"id\":\"a\",\"children\":[".repeat(100);

        assertThatThrownBy(() -> JsonCodec.decode(PermissionNode.JSON, open + "1"))
                .isInstanceOfSatisfying(
                        JsonDecodingException.class,
                        e -> assertThat(e.path())
                                .hasSize(202)
                                .startsWith("$.children[0].children[0]")
                                .contains("…")
                                .endsWith(".children[0]"));
    }

    @Test
    void membersThatAreNotDeclaredAreSkippedWhateverTheyHold() {
        assertThat(read("""
                        {"a": {"id": [1, {"id": 2}, "]"]}, "id": 7, "b": [[], {}, null, true, 1e3, "x\\"}"],
                         "ended ": 5, "ID": 3, "": 4, "c": null, "\\u0000": {"": {}}}""")).isEqualTo(EMPTY);
    }

    @Test
    void theLastOfTwoMembersWithOneNameCounts() {
        assertThat(read("{\"id\":1,\"files\":[\"a\"],\"id\":7,\"files\":[]}")).isEqualTo(EMPTY);
    }

    @Test
    void anAliasIsASecondSpellingOfWhichTheLastOneCounts() {
        assertThat(read("{\"id\":7,\"succeded\":true}").succeeded()).isTrue();
        assertThat(read("{\"id\":7,\"succeeded\":false,\"succeded\":true}").succeeded())
                .isTrue();
        assertThat(read("{\"id\":7,\"succeded\":true,\"succeeded\":false}").succeeded())
                .isFalse();
    }

    @Test
    void aNameThatIsEscapedWithoutNeedIsTheSameName() {
        assertThat(read("{\"\\u0069d\":7}")).isEqualTo(EMPTY);
    }

    @Test
    void membersAreWrittenCompactInTheOrderOfDeclaration() {
        assertThat(write(Backup.JSON, FULL))
                .isEqualTo(
                        "{\"id\":7,\"succeeded\":true,\"status\":\"done\",\"ended\":12,\"files\":[\"a\",\"b\"],\"sizes\":{\"a\":1}}");
    }

    @Test
    void aNullIsWrittenOnlyWhereThatIsDeclared() {
        assertThat(write(Backup.JSON, EMPTY))
                .isEqualTo("{\"id\":7,\"status\":\"unknown\",\"ended\":null,\"files\":[],\"sizes\":{}}");
    }

    @Test
    void whatWasWrittenReadsAsTheSameRecord() {
        PermissionNode tree = new PermissionNode(
                "Admin",
                "Administrator \"of\" \u2028 all\n",
                List.of(
                        new PermissionNode("Users", null, List.of(new PermissionNode("Add Users", "ü€😀", List.of()))),
                        new PermissionNode("", "", List.of())));

        assertThat(JsonCodec.decode(PermissionNode.JSON, write(PermissionNode.JSON, tree)))
                .isEqualTo(tree);
        assertThat(read(write(Backup.JSON, FULL))).isEqualTo(FULL);
    }

    @Test
    void listsAndMapsCannotBeChanged() {
        Backup backup = read("{\"id\":7,\"files\":[\"a\"],\"sizes\":{\"a\":1}}");

        assertThatThrownBy(() -> backup.files().add("b")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> backup.sizes().put("b", 2)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRecordThatLacksARequiredMemberIsNotWritten() {
        assertThatNullPointerException()
                .isThrownBy(() -> JsonCodec.encode(PermissionNode.JSON, new PermissionNode(null, "x", List.of())))
                .withMessage("id");
    }

    record Even(int number) {
        static final JsonAdapter<Even> JSON = RecordAdapter.of("Even", r -> {
            var number = r.required("number", Json.INT, Even::number);
            return in -> new Even(in.get(number));
        });

        Even {
            if (number % 2 != 0) {
                throw new IllegalArgumentException("not even: " + number);
            }
        }
    }

    @Test
    void aConstructorThatRefusesItsValuesIsADecodingErrorWithoutItsText() {
        assertThatThrownBy(() -> JsonCodec.decode(Json.listOf(Even.JSON), "[{\"number\":4},{\"number\":4711}]"))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$[1]: the value was refused (IllegalArgumentException)")
                .hasNoCause()
                .satisfies(e -> assertThat(e.getStackTrace()[0].getClassName()).isEqualTo(Even.class.getName()));
    }

    @Test
    void aNameThatIsDeclaredTwiceIsRefused() {
        Function<RecordShape<Even>, Function<MemberValues<Even>, Even>> shape = r -> {
            var number = r.required("number", Json.INT, Even::number).alias("value");
            var value = r.required("value", Json.INT, Even::number);
            return in -> new Even(in.get(number) + in.get(value));
        };

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordAdapter.of("Even", shape))
                .withMessage("Even declares value twice");
    }

    @Test
    void aRecordMayHaveMoreMembersThanABufferHoldsAndAnyNames() {
        record Row(List<String> cells) {}
        JsonAdapter<Row> adapter = RecordAdapter.of("Row", r -> {
            List<Member<Row, String>> cells = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                int column = i;
                cells.add(r.required(
                        "a \"name\"." + i, Json.STRING, row -> row.cells().get(column)));
            }
            return in -> new Row(cells.stream().map(in::get).toList());
        });
        Row row = new Row(IntStream.range(0, 300).mapToObj(i -> "c" + i).toList());

        assertThat(JsonCodec.decode(adapter, write(adapter, row))).isEqualTo(row);
    }

    @Test
    void anAdapterIsSharedByManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> readers = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                Backup mine =
                        new Backup(thread, true, "s" + thread, 1L, List.of("f" + thread), Map.of("k" + thread, 1));
                readers.add(() -> {
                    for (int i = 0; i < 500; i++) {
                        if (!read(write(Backup.JSON, mine)).equals(mine)) {
                            return false;
                        }
                    }
                    return true;
                });
            }
            for (Future<Boolean> reader : threads.invokeAll(readers)) {
                assertThat(reader.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Backup read(String document) {
        return JsonCodec.decode(Backup.JSON, document);
    }

    private static <T> String write(JsonAdapter<T> adapter, T value) {
        return JsonCodec.encode(adapter, value).utf8();
    }
}
