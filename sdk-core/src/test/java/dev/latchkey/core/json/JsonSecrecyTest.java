package dev.latchkey.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import okio.Buffer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Puts a marker at every position of a document, as a value and as a name, and looks for it in what is thrown. */
class JsonSecrecyTest {
    private static final String MARKER = "s3cr3t";
    private static final String MARKER_NUMBER = "31337.31337";
    private static final Pattern SILENT = Pattern.compile("(?!.*(s3cr3t|31337))[^\\p{Cntrl}]{1,400}");

    record Everything(
            String text,
            @Nullable Boolean flag,
            @Nullable Integer small,
            @Nullable Long large,
            @Nullable Double real,
            @Nullable Instant at,
            @Nullable Instant millis,
            List<String> list,
            Map<Long, Integer> map,
            @Nullable PermissionNode tree) {
        static final RecordAdapter<Everything> JSON = RecordAdapter.of("Everything", r -> {
            var text = r.required("text", Json.STRING, Everything::text);
            var flag = r.optional("flag", Json.BOOLEAN_LENIENT, Everything::flag);
            var small = r.optional("small", Json.INT, Everything::small);
            var large = r.optional("large", Json.LONG_LENIENT, Everything::large);
            var real = r.optional("real", Json.DOUBLE, Everything::real);
            var at = r.optional("at", Json.INSTANT, Everything::at);
            var millis = r.optional("millis", Json.INSTANT_LENIENT, Everything::millis);
            var list = r.list("list", Json.STRING, Everything::list);
            var map = r.map("map", Json.mapOf(Long::valueOf, Json.INT), Everything::map);
            var tree = r.optional("tree", PermissionNode.JSON, Everything::tree);
            return in -> {
                if (in.get(text).contains(MARKER)) {
                    throw new IllegalArgumentException(in.get(text), new IllegalStateException(in.get(text)));
                }
                return new Everything(
                        in.get(text),
                        in.get(flag),
                        in.get(small),
                        in.get(large),
                        in.get(real),
                        in.get(at),
                        in.get(millis),
                        in.get(list),
                        in.get(map),
                        in.get(tree));
            };
        });
    }

    private static final String READABLE = """
            { "text" : "a" , "flag" : 1 , "small" : 1 , "large" : "1" , "real" : 1.5 , "at" : "2020-09-15T04:18:32Z" ,
            "millis" : "2020-09-15" , "list" : [ "a" , "b" ] , "map" : { "1" : 1 , "2" : 2 } ,
            "tree" : { "id" : "a" , "children" : [ { "id" : "b" } ] } ,
            "unknown" : { "deep" : [ 1 , true , null ] } }""";

    private static final List<String> PARTS = List.of(READABLE.split("[ \n]+"));

    private static final List<String> INTRUDERS = List.of(
            "\"" + MARKER + "\"",
            "\"" + MARKER + "\":\"" + MARKER + "\",",
            "\"" + MARKER + "\":",
            "{\"" + MARKER + "\":\"" + MARKER + "\"}",
            "[\"" + MARKER + "\",[\"" + MARKER + "\"]]",
            "\"" + MARKER + "\\x\"",
            "\"" + MARKER + "\\u" + MARKER + "\"",
            "\"" + MARKER,
            "\"\u0007\n" + MARKER + "\"",
            MARKER,
            "'" + MARKER + "'",
            "/*" + MARKER + "*/",
            "\\" + MARKER,
            MARKER_NUMBER,
            "-" + MARKER_NUMBER + "e999",
            MARKER_NUMBER + MARKER,
            "\"" + MARKER_NUMBER + "\"",
            MARKER_NUMBER.replace(".", "") + "999999999999999999999999");

    @Test
    void noTextOfAnErrorHoldsAnythingOfTheDocument() {
        assertThat(thrownBy(String.join("", PARTS))).isNull();
        int failures = 0;
        for (int position = 0; position < PARTS.size(); position++) {
            for (String intruder : INTRUDERS) {
                failures += assertSilent(changed(position, List.of(intruder)));
                failures += assertSilent(changed(position, List.of(intruder, PARTS.get(position))));
                failures += assertSilent(changed(position, List.of(PARTS.get(position), intruder)));
                failures += assertSilent(String.join("", PARTS.subList(0, position)) + intruder); // the rest is cut off
            }
        }
        assertThat(failures).isGreaterThan(PARTS.size() * INTRUDERS.size() * 3);
    }

    private static String changed(int position, List<String> replacement) {
        List<String> parts = new ArrayList<>(PARTS);
        parts.remove(position);
        parts.addAll(position, replacement);
        return String.join("", parts);
    }

    private static int assertSilent(String document) {
        int failures = 0;
        for (JsonAdapter<?> adapter : List.of(
                Everything.JSON,
                Json.lenient(Everything.JSON),
                Json.listOrSingle(Everything.JSON),
                Json.mapOf(Json.STRING))) {
            Throwable thrown = thrownBy(adapter, document);
            failures += check(document, thrown);
        }
        failures += check(document, thrownBySalvage(document));
        return failures;
    }

    private static int check(String document, @Nullable Throwable thrown) {
        if (thrown == null) {
            return 0;
        }
        if (!(thrown instanceof JsonDecodingException)
                || !SILENT.matcher(thrown.toString()).matches()) {
            throw new AssertionError("told by " + document, thrown);
        }
        if (thrown.getCause() != null || thrown.getSuppressed().length > 0) {
            throw new AssertionError("another exception hangs on that of " + document, thrown);
        }
        return 1;
    }

    private static @Nullable Throwable thrownBy(String document) {
        return thrownBy(Everything.JSON, document);
    }

    private static @Nullable Throwable thrownBy(JsonAdapter<?> adapter, String document) {
        try {
            JsonCodec.decode(adapter, document);
            return null;
        } catch (Throwable e) {
            return e;
        }
    }

    private static @Nullable Throwable thrownBySalvage(String document) {
        try {
            JsonCodec.salvage(Everything.JSON, new Buffer().writeUtf8(document));
            return null;
        } catch (Throwable e) {
            return e;
        }
    }
}
