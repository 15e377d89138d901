package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLenientTest {
    record Answer(
            String token,
            @Nullable PermissionNode profile,
            @Nullable Long expires,
            String last) {
        static final RecordAdapter<Answer> JSON = RecordAdapter.of("Answer", r -> {
            var token = r.required("token", Json.STRING, Answer::token);
            var profile = r.optional("profile", Json.lenient(PermissionNode.JSON), Answer::profile);
            var expires = r.optional("expires", Json.lenient(Json.LONG_LENIENT), Answer::expires);
            var last = r.required("last", Json.STRING, Answer::last);
            return in -> new Answer(in.get(token), in.get(profile), in.get(expires), in.get(last));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "5",
                "-1.5e3",
                "\"text \\\" \\u0041\"",
                "true",
                "[]",
                "{}",
                "[{},[[]],{\"id\":[]}]",
                "{\"id\":5}",
                "{\"id\":\"a\",\"children\":5}",
                "{\"id\":\"a\",\"children\":[{\"id\":\"b\"},{\"id\":{\"x\":[1,2,{}]}}],\"label\":\"c\"}",
                "{\"id\":\"a\",\"children\":[{\"id\":\"b\",\"children\":[null]}],\"id\":\"d\"}",
            })
    void aValueThatCannotBeReadIsNullAndTheNextOneIsReadAllTheSame(String profile) {
        String document = "{\"token\":\"t\",\"profile\":" + profile + ",\"expires\":7,\"last\":\"l\"}";

        assertThat(JsonCodec.decode(Answer.JSON, document)).isEqualTo(new Answer("t", null, 7L, "l"));
    }

    @Test
    void aValueThatCanBeReadIsRead() {
        String profile = "{\"id\":\"a\",\"x\":[1],\"children\":[{\"id\":\"b\"}],\"label\":\"c\"}";
        String document = "{\"token\":\"t\",\"profile\":" + profile + ",\"expires\":\"7\",\"last\":\"l\"}";

        assertThat(JsonCodec.decode(Answer.JSON, document))
                .isEqualTo(new Answer(
                        "t", new PermissionNode("a", "c", List.of(new PermissionNode("b", null, List.of()))), 7L, "l"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "99999999999999999999", "\"soon\"", "1.5", "[]", "{\"a\":{}}", "false"})
    void aStrangeNumberIsNull(String expires) {
        String document = "{\"token\":\"t\",\"expires\":" + expires + ",\"last\":\"l\"}";

        assertThat(JsonCodec.decode(Answer.JSON, document)).isEqualTo(new Answer("t", null, null, "l"));
    }

    @Test
    void elementsThatCannotBeReadAreLeftOutOfAList() {
        JsonAdapter<List<PermissionNode>> nodes = Json.listOf(Json.lenient(PermissionNode.JSON));

        assertThat(JsonCodec.decode(nodes, "[{\"id\":\"a\"},null,5,{\"id\":5},[{}],{\"id\":\"b\"},\"x\"]"))
                .extracting(PermissionNode::id)
                .containsExactly("a", "b");
    }

    @Test
    void aSingleElementThatCannotBeReadIsAnEmptyList() {
        assertThat(JsonCodec.decode(Json.listOrSingle(Json.lenient(Json.INT)), "{}"))
                .isEmpty();
    }

    @Test
    void aRequiredMemberThatCannotBeReadIsMissing() {
        record Holder(int value) {}
        JsonAdapter<Holder> holder = RecordAdapter.of("Holder", r -> {
            var value = r.required("value", Json.lenient(Json.INT), Holder::value);
            return in -> new Holder(in.get(value));
        });

        assertThatThrownBy(() -> JsonCodec.decode(holder, "{\"value\":\"x\"}"))
                .hasMessage("$.value: required, but missing or null");
    }

    @Test
    void aDocumentOfWhichNothingIsReadIsAnError() {
        assertThatThrownBy(() -> JsonCodec.decode(Json.lenient(Json.INT), "\"x\""))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$: expected a value, found none");
    }

    @Test
    void anAdapterThatThrowsAnythingUncheckedReadsAsNull() {
        JsonAdapter<Integer> faulty = Json.lenient(Json.mapped(Json.INT, i -> 1 / i, i -> i));

        assertThat(JsonCodec.decode(Json.listOf(faulty), "[0,1,0]")).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":tru}",
                "{\"id\" \"a\"}",
                "{\"id\":\"a\",}",
                "[1,2}",
                "\"a\\x\"",
                "'a'",
            })
    void aValueThatIsMalformedIsAnErrorAtItsPlace(String profile) {
        String document = "{\"token\":\"t\",\"profile\":" + profile + ",\"last\":\"l\"}";

        assertThatThrownBy(() -> JsonCodec.decode(Answer.JSON, document))
                .hasMessageStartingWith("$.profile")
                .hasMessageEndingWith(": malformed JSON");
    }

    @Test
    void aFailingSourceIsNotMistakenForAValueThatCannotBeRead() {
        Buffer start = new Buffer().writeUtf8("{\"token\":\"t\",\"profile\":{\"id\":\"a\",");
        IOException reset = new IOException("connection reset");
        var source = Okio.buffer(new ForwardingSource(start) {
            @Override
            public long read(Buffer sink, long byteCount) throws IOException {
                if (start.exhausted()) {
                    throw reset;
                }
                return super.read(sink, byteCount);
            }
        });

        assertThatThrownBy(() -> JsonCodec.decode(Answer.JSON, source)).isSameAs(reset);
    }

    @Test
    void leniencyInsideLeniencyAtEveryLevelTakesTimeInProportion() {
        JsonAdapter<Integer> deep = depth(120);

        assertThat(JsonCodec.decode(deep, "{\"in\":".repeat(120) + "{}" + "}".repeat(120)))
                .isEqualTo(120);
    }

    private static JsonAdapter<Integer> depth(int levels) {
        if (levels == 0) {
            return Json.mapped(Json.mapOf(Json.INT), map -> 0, i -> Map.of());
        }
        JsonAdapter<Integer> inner = Json.lenient(depth(levels - 1));
        return RecordAdapter.of("Level", r -> {
            var in = r.required("in", inner, i -> i - 1);
            return values -> values.get(in) + 1;
        });
    }

    @Test
    void whatIsWrittenIsWhatTheAdapterWrites() {
        assertThat(JsonCodec.encode(Answer.JSON, new Answer("t", null, 5L, "l")).utf8())
                .isEqualTo("{\"token\":\"t\",\"expires\":5,\"last\":\"l\"}");
    }

    record Refusal(String error) {
        static final JsonAdapter<Refusal> OBJECT = RecordAdapter.of("Refusal", r -> {
            var error = r.required("error", Json.STRING, Refusal::error);
            return in -> new Refusal(in.get(error));
        });
        static final JsonAdapter<Refusal> JSON =
                Json.stringOr(Json.mapped(Json.STRING, Refusal::new, Refusal::error), OBJECT);
    }

    @Test
    void aValueMayBeAStringAtOneTimeAndSomethingElseAtAnother() {
        JsonAdapter<List<Refusal>> both = Json.listOf(Refusal.JSON);

        assertThat(JsonCodec.decode(both, "[\"ok\",{\"error\":\"no\"},\"ok\"]"))
                .containsExactly(new Refusal("ok"), new Refusal("no"), new Refusal("ok"));
        assertThat(JsonCodec.encode(both, List.of(new Refusal("ok"))).utf8()).isEqualTo("[\"ok\"]");
    }

    @Test
    void aValueThatIsNoStringIsReadAsTheOther() {
        assertThatThrownBy(() -> JsonCodec.decode(Refusal.JSON, "{\"error\":5}"))
                .hasMessage("$.error: expected a string, found a number");
        assertThatThrownBy(() -> JsonCodec.decode(Refusal.JSON, "null"))
                .hasMessage("$: expected an object, found null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":5,\"x\":[1,2}",
                "{\"id\":{\"x\":[",
                "{\"id\":\"a\",\"children\":[{\"id\":5,}]}",
            })
    void whatIsMalformedBehindAValueThatCannotBeReadIsAnErrorToo(String profile) {
        String document = "{\"token\":\"t\",\"profile\":" + profile + ",\"last\":\"l\"}";

        assertThatThrownBy(() -> JsonCodec.decode(Answer.JSON, document))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessageStartingWith("$.profile");
    }

    @Test
    void aDocumentThatEndsBehindAValueThatCannotBeReadIsAnErrorToo() {
        assertThatThrownBy(() -> JsonCodec.decode(Answer.JSON, "{\"token\":\"t\",\"profile\":{\"id\":5"))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessage("$.profile.id: expected a string, found a number");
    }

    @Test
    void aValueIsReadOnceHoweverDeepLeniencyIsNested() {
        JsonAdapter<List<Integer>> numbers = Json.listOf(Json.INT);
        for (int i = 0; i < 200; i++) {
            numbers = Json.lenient(numbers);
        }
        String document = "[" + "1,".repeat(200_000) + "2]";

        assertThat(JsonCodec.decode(numbers, document)).hasSize(200_001);
        assertThat(JsonCodec.decode(Json.listOf(numbers), "[[1,\"x\"],{\"a\":[]},[[2]],[3]]"))
                .containsExactly(List.of(3));
    }

    @Test
    void aRefusalOfADocumentInsideOfAStringIsNotTakenForAnUntouchedValue() {
        JsonAdapter<Map<String, Integer>> holder = Json.mapOf(Json.mapped(
                Json.mapOf(Json.STRING),
                map -> JsonCodec.decode(Json.INT, map.getOrDefault("in", "[]")),
                i -> Map.of()));

        assertThat(JsonCodec.decode(
                        Json.listOf(Json.lenient(holder)),
                        "[{\"a\":{\"in\":\"1\"}},{\"a\":{}},{\"a\":{\"in\":\"[\"}},{\"b\":{\"in\":\"2\"}}]"))
                .containsExactly(Map.of("a", 1), Map.of("b", 2));
    }

    @Test
    void anAdapterThatLeavesAValueHalfReadDoesNotMoveTheStream() {
        JsonAdapter<Integer> careless = new JsonAdapter<>() {
            @Override
            public Integer fromJson(JsonReader reader) throws IOException {
                reader.beginArray();
                return reader.nextInt();
            }

            @Override
            public void toJson(JsonWriter writer, Integer value) {
                throw new UnsupportedOperationException();
            }
        };

        assertThat(JsonCodec.decode(Json.listOf(Json.lenient(careless)), "[[1,[2]],[3,4],5,[6]]"))
                .containsExactly(1, 3, 6);
    }
}
