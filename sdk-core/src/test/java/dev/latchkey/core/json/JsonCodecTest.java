package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.ForwardingSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCodecTest {
    private static final JsonAdapter<List<PermissionNode>> NODES = Json.listOf(PermissionNode.JSON);
    private static final int MIB = 1024 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t ", "\ufeff", "\ufeff \n"})
    void anEmptyDocumentIsNamedAsSuch(String document) {
        assertThatThrownBy(() -> decode(document))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$: the document is empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]x", "[][]", "[],", "[]]", "[] 0", "[]\"", "[]/", "[]#", "[] // x", "[]\u0000", "[]\ufeff"})
    void whatFollowsTheValueIsAnError(String document) {
        assertThatThrownBy(() -> decode(document))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$: expected the end of the document, found more");
    }

    @Test
    void whiteSpaceAroundTheValueIsNoError() {
        assertThat(decode("\n [ ] \r\n\t")).isEmpty();
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(decode("\ufeff[{\"id\":\"\ufeff\"}]"))
                .extracting(PermissionNode::id)
                .containsExactly("\ufeff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fffe5b005d00", "feff005b005d", "5b005d00", "efbb5b5d", "efbbbfefbbbf5b5d"})
    void anotherEncodingIsMalformed(String hex) {
        Buffer document = new Buffer().write(ByteString.decodeHex(hex));

        assertThatThrownBy(() -> JsonCodec.decode(NODES, document)).isExactlyInstanceOf(JsonDecodingException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<html>          | $: malformed JSON",
                "OK              | $: malformed JSON",
                "'[]'            | $: malformed JSON",
                "nul             | $: malformed JSON",
                ")]}',[]         | $: malformed JSON",
                "{id:1}          | $: expected an array, found an object",
                "[{id:1}]        | $[0]: malformed JSON",
                "[{\"id\"=1}]    | $[0].id: malformed JSON",
                "[{\"id\":\"\\x\"}] | $[0].id: malformed JSON",
                "[{\"id\":\"\\u00zz\"}] | $[0].id: malformed JSON",
                "[{\"zz\":\"\\x\"}] | $[0].*: malformed JSON",
                "[{\"\\x\":1}]   | $[0]: malformed JSON",
                "[{\"id\":\"a\";\"label\":\"b\"}] | $[0]: malformed JSON",
                "[{\"id\":\"a\",}] | $[0]: malformed JSON",
                "[{,}]           | $[0]: malformed JSON",
                "[{\"id\":}]     | $[0].id: malformed JSON",
                "[/**/]          | $: malformed JSON",
            })
    void malformedJsonIsAnErrorAtItsPlace(String document, String message) {
        assertThatThrownBy(() -> decode(document))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage(message)
                .hasNoCause();
    }

    @Test
    void aDocumentThatIsCutAnywhereIsADecodingError() {
        String document =
                "[{\"id\":\"\\u0041\\n\",\"x\":[1.5e3,true,{\"y\":null}],\"children\":[{\"id\":\"b\"}]},{\"id\":\"c\"}]";
        assertThat(decode(document)).hasSize(2);

        for (int length = 0; length < document.length(); length++) {
            String cut = document.substring(0, length);
            assertThatThrownBy(() -> decode(cut))
                    .as(cut)
                    .isExactlyInstanceOf(JsonDecodingException.class)
                    .hasNoCause();
        }
        assertThatThrownBy(() -> decode("[{\"id\":\"a\"},{\"id\":")).hasMessage("$[1].id: the document ends too early");
    }

    @Test
    void aFailureOfTheSourceComesThroughAsItIs() {
        for (IOException thrown : List.of(new IOException("reset"), new EOFException("unexpected end of stream"))) {
            for (String start : List.of("", " ", "[", "[{\"id\":\"a", "[{\"zz\":[", "[]")) {
                assertThatThrownBy(() -> JsonCodec.decode(NODES, failing(start, thrown)))
                        .as(start)
                        .isSameAs(thrown);
            }
        }
    }

    @Test
    void theSourceIsReadToItsEndAndLeftOpen() throws IOException {
        List<String> events = new ArrayList<>();
        Buffer document = new Buffer().writeUtf8("[{\"id\":\"a\"}]  ");
        BufferedSource source = Okio.buffer(new ForwardingSource(document) {
            @Override
            public void close() {
                events.add("closed");
            }
        });

        assertThat(JsonCodec.decode(NODES, source)).hasSize(1);
        assertThat(source.exhausted()).isTrue();
        assertThat(events).isEmpty();
    }

    @Test
    void aDocumentThatArrivesByteByByteIsTheSame() throws IOException {
        Buffer document = new Buffer().writeUtf8("\ufeff[{\"id\":\"ü€😀\\u00e9\",\"x\":-1.5e3,\"label\":\"b\"}] ");
        BufferedSource slow = Okio.buffer(new ForwardingSource(document) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                return super.read(sink, 1);
            }
        });

        assertThat(JsonCodec.decode(NODES, slow)).containsExactly(new PermissionNode("ü€😀é", "b", List.of()));
    }

    @Test
    void nestingMayBe255Deep() {
        assertThat(JsonCodec.decode(PermissionNode.JSON, "{\"id\":\"a\",\"x\":" + nested(254) + "}")
                        .id())
                .isEqualTo("a");
        assertThat(JsonCodec.decode(PermissionNode.JSON, tree(127) + "}").id()).isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {256, 1000, 100_000, 1_000_000})
    void nestingThatIsDeeperIsAnErrorWhetherItIsReadOrSkipped(int levels) {
        assertTooDeep(PermissionNode.JSON, "{\"id\":\"a\",\"x\":" + nested(levels - 1) + "}");
        assertTooDeep(PermissionNode.JSON, "{\"id\":\"a\",\"x\":" + "[".repeat(levels));
        assertTooDeep(PermissionNode.JSON, tree(levels / 2) + "}");
        assertTooDeep(Json.lenient(PermissionNode.JSON), nested(levels));
        assertTooDeep(LENIENT_ALL_THE_WAY, tree(levels) + "}");
    }

    private static final JsonAdapter<PermissionNode> LENIENT_ALL_THE_WAY = RecordAdapter.of("PermissionNode", r -> {
        var id = r.required("id", Json.STRING, PermissionNode::id);
        var children = r.list("children", Json.lenient(Json.lazy(() -> lenientAllTheWay())), PermissionNode::children);
        return in -> new PermissionNode(in.get(id), null, in.get(children));
    });

    private static JsonAdapter<PermissionNode> lenientAllTheWay() {
        return LENIENT_ALL_THE_WAY;
    }

    private static String nested(int levels) {
        return "[".repeat(levels) + "]".repeat(levels);
    }

    /** Two levels a node, without the last bracket. */
    private static String tree(int nodes) {
        return "{\"id\":\"a\",\"children\":[".repeat(nodes) + "]}".repeat(nodes - 1) + "]";
    }

    private static void assertTooDeep(JsonAdapter<?> adapter, String document) {
        assertThatThrownBy(() -> JsonCodec.decode(adapter, document))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessageEndingWith(": nested too deep");
    }

    @Test
    void whatIsNestedTooDeepIsNotWritten() {
        PermissionNode node = new PermissionNode("secret", null, List.of());
        for (int i = 0; i < 1000; i++) {
            node = new PermissionNode("secret", null, List.of(node));
        }
        PermissionNode deep = node;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonCodec.encode(PermissionNode.JSON, deep))
                .withMessage("nested too deep for JSON")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "7.", "7e", " ", "\"", "\\n", "é", "-", "["})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void fourMebibytesOfOneThingTakeTimeInProportion(String piece) {
        String flood = piece.repeat(4 * MIB / piece.length());

        for (JsonAdapter<?> adapter : List.of(Json.LONG, Json.INT, Json.DOUBLE, Json.INSTANT_LENIENT)) {
            assertThatThrownBy(() -> JsonCodec.decode(adapter, flood)).isInstanceOf(JsonDecodingException.class);
        }
        assertThatThrownBy(() -> JsonCodec.decode(Json.LONG_LENIENT, '"' + flood + '"'))
                .isInstanceOf(JsonDecodingException.class);
        assertThatThrownBy(() -> JsonCodec.decode(Json.lenient(NODES), "[{\"x\":" + flood))
                .isInstanceOf(JsonDecodingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", " "})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void aLenientValueOfFourMebibytesTakesTimeInProportion(String piece) {
        String flood = piece.repeat(4 * MIB);

        assertThat(JsonCodec.decode(Json.listOf(Json.lenient(Json.LONG)), "[7" + flood + ",5]"))
                .contains(5L);
        assertThat(JsonCodec.decode(Json.listOf(Json.lenient(PermissionNode.JSON)), "[{\"x\":7" + flood + "}]"))
                .isEmpty();
    }

    @Test
    void aMapWhoseNamesAllHashAlikeIsRead() {
        StringBuilder document = new StringBuilder("{");
        for (int i = 0; i < 1 << 14; i++) {
            document.append('"');
            for (int bit = 0; bit < 14; bit++) {
                document.append((i >> bit & 1) == 0 ? "Aa" : "BB");
            }
            document.append("\":1,");
        }
        document.setCharAt(document.length() - 1, '}');

        assertThat(JsonCodec.decode(Json.mapOf(Json.INT), document.toString())).hasSize(1 << 14);
    }

    @Test
    void bytesThatAreNoUtf8AreReplacedAsEverywhere() throws IOException {
        Buffer document = new Buffer().writeUtf8("[{\"id\":\"").writeByte(0xff).writeUtf8("\"}]");

        assertThat(JsonCodec.decode(NODES, document))
                .extracting(PermissionNode::id)
                .containsExactly("\ufffd");
    }

    @Test
    void anAdapterThatIsNotOursIsKeptToTheSameErrors() {
        assertThatThrownBy(() -> JsonCodec.decode(Json.listOf(foreign(JsonReader::nextInt)), "[1,\"marker\"]"))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$[1]: a value of another type was expected")
                .hasNoCause();
        assertThatThrownBy(() -> JsonCodec.decode(foreign(in -> Integer.parseInt(in.nextString())), "\"marker\""))
                .hasMessage("$: the value was refused (NumberFormatException)")
                .hasNoCause();
        assertThatThrownBy(() -> JsonCodec.decode(
                        foreign(in -> {
                            throw new IOException("marker");
                        }),
                        "1"))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$: the value was refused (IOException)")
                .hasNoCause();
        assertThatThrownBy(() -> JsonCodec.decode(foreign(in -> 1), "[1]"))
                .hasMessage("$: expected the end of the document, found more");
    }

    @Test
    void aDocumentIsWrittenInUtf8() {
        ByteString document = JsonCodec.encode(Json.mapOf(Json.STRING), Map.of("ü", "€😀\"\\\u0001"));

        assertThat(document.utf8()).isEqualTo("{\"ü\":\"€😀\\\"\\\\\\u0001\"}");
    }

    private static List<PermissionNode> decode(String document) {
        return JsonCodec.decode(NODES, document);
    }

    static BufferedSource failing(String start, IOException thrown) {
        Buffer document = new Buffer().writeUtf8(start);
        return Okio.buffer(new ForwardingSource(document) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                if (document.exhausted()) {
                    throw thrown;
                }
                return super.read(sink, byteCount);
            }
        });
    }

    private interface Read {
        int from(JsonReader reader) throws IOException;
    }

    private static JsonAdapter<Integer> foreign(Read read) {
        return new JsonAdapter<>() {
            @Override
            public Integer fromJson(JsonReader reader) throws IOException {
                return read.from(reader);
            }

            @Override
            public void toJson(JsonWriter writer, Integer value) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
