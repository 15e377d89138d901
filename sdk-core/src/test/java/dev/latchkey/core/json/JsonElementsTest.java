package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.squareup.moshi.JsonAdapter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonElementsTest {
    private static final int MORE = 600_000;
    private static final JsonAdapter<List<PermissionNode>> NODES = Json.listOf(Json.lenient(PermissionNode.JSON));

    record TooMany(JsonAdapter<?> adapter, String document) {
        @Override
        public String toString() {
            return document.substring(0, 30);
        }
    }

    static Stream<TooMany> tooMany() {
        return Stream.of(
                new TooMany(Json.listOf(Json.INT), "[" + "1,".repeat(MORE) + "1]"),
                new TooMany(Json.listOf(Json.listOf(Json.INT)), "[" + "[1],".repeat(MORE / 2) + "[]]"),
                new TooMany(Json.listOf(Json.listOf(Json.INT)), "[" + "[1,1,1],".repeat(MORE / 3) + "[]]"),
                new TooMany(Json.lenient(Json.listOf(Json.lenient(Json.INT))), "[" + "1,".repeat(MORE) + "1]"),
                new TooMany(Json.listOf(Json.mapOf(Json.INT)), "[" + "{\"a\":1},".repeat(MORE / 2) + "{}]"),
                new TooMany(Json.mapOf(Json.INT), "{" + names() + "\"x\":1}"),
                new TooMany(
                        NODES, "[{\"id\":\"a\",\"children\":[" + "{\"id\":\"b\"},".repeat(MORE) + "{\"id\":\"c\"}]}]"));
    }

    @ParameterizedTest
    @MethodSource("tooMany")
    void aDocumentOfTooManyElementsIsAnErrorThatSaysWhatToDo(TooMany it) {
        assertThatThrownBy(() -> JsonCodec.decode(it.adapter(), it.document()))
                .isExactlyInstanceOf(JsonDecodingException.class)
                .hasMessageContaining("more than 500000 elements")
                .hasMessageContaining("ask for fewer at once");
    }

    @Test
    void aPageOfUsualSizeIsFarFromIt() {
        String node = "{\"id\":\"" + "a".repeat(20) + "\"},";

        assertThat(JsonCodec.decode(NODES, "[" + node.repeat(300_000) + "{}]")).hasSize(300_000);
    }

    @Test
    void whatIsNotReadDoesNotCount() {
        String document = "{\"id\":\"a\",\"unknown\":[" + "{},".repeat(MORE) + "{}]}";

        assertThat(JsonCodec.decode(PermissionNode.JSON, document)).isEqualTo(new PermissionNode("a", null, List.of()));
    }

    @Test
    void tokensThatCameBeforeAProfileOfTooManyElementsAreKept() throws Exception {
        record Login(String token, Map<String, Integer> profile) {}
        RecordAdapter<Login> login = RecordAdapter.of("Login", r -> {
            var token = r.required("token", Json.STRING, Login::token);
            var profile = r.map("profile", Json.mapOf(Json.INT), Login::profile);
            return in -> new Login(in.get(token), in.get(profile));
        });
        String document = "{\"token\":\"t\",\"profile\":{" + names() + "\"x\":1}}";

        assertThat(JsonCodec.salvage(login, new okio.Buffer().writeUtf8(document)))
                .isEqualTo(new Login("t", Map.of()));
    }

    private static String names() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < MORE; i++) {
            names.append('"').append(i).append("\":1,");
        }
        return names.toString();
    }
}
