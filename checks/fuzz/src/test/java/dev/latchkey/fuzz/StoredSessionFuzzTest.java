package dev.latchkey.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.StoredSessionJson;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.auth.UnreadableSessionException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a store holds, it is a session or is refused; and what is written is read again. */
class StoredSessionFuzzTest {
    @MethodSource
    @FuzzTest
    void read(byte[] input) throws UnreadableSessionException {
        String text = new String(Repeats.expanded(input), StandardCharsets.UTF_8);
        Effort effort = Effort.begin();
        StoredSession session = readOrNull(text);
        if (session != null) {
            String once = StoredSessionJson.write(session);
            String again = StoredSessionJson.write(StoredSessionJson.read(once));
            if (!once.equals(again)) {
                throw new AssertionError("written in two ways");
            }
        }
        effort.end();
        Values.examine(session);
    }

    static Stream<Named<byte[]>> read() {
        return Samples.of(
                written("\"accessToken\":\"" + Secrets.TOKEN + "\",\"refreshToken\":\"" + Secrets.REFRESH_TOKEN
                        + "\",\"key\":\"" + Secrets.KEY + "\""),
                written("\"accessToken\":\"a\""),
                written("\"accessToken\":\"a\"")
                        .replace(
                                "\"lifetime\"",
                                "\"logins\":{\"passwords\":[{\"print\":65535,\"outcome\":\"UNCERTAIN\",\"count\":2,"
                                        + "\"lastSentAt\":\"+999999999-12-31T23:59:59Z\"}],\"oneTimePasswordStep\":59000000},\"lifetime\""),
                "{\"format\":2}",
                "{\"format\":1,\"key\":{\"vendor\":\"v\",\"baseUrl\":\"u\",\"identity\":\"i\"},\"generation\":9223372036854775807,"
                        + "\"version\":-1,\"obtainedAt\":\"+999999999-12-31T23:59:59.999999999Z\",\"lifetime\":\"PT-9223372036854775808S\"}");
    }

    /** What can be read is found in a store. The first line names the vendor. */
    @MethodSource
    @FuzzTest
    void found(byte[] input) {
        Document document = Document.parse(input);
        StoredSession session = readOrNull(document.content().utf8());
        if (session != null) {
            new Resumed(Subjects.of(document.name()).vendor(), session).hold();
        }
    }

    static Stream<Named<byte[]>> found() {
        return Subjects.ALL.stream()
                .map(Subject::vendor)
                .flatMap(vendor -> Stream.of(
                        Samples.named(vendor + ", expired", vendor + "\n" + written("\"accessToken\":\"a\"")),
                        Samples.named(
                                vendor + ", to be refreshed",
                                vendor + "\n"
                                        + written("\"accessToken\":\"a\",\"refreshToken\":\"r\",\"key\":\"k\""))));
    }

    private static String written(String tokens) {
        return "{\"format\":1,\"key\":{\"vendor\":\"webitel\",\"baseUrl\":\"https://api.example.com\",\"identity\":\"jane\"},"
                + "\"generation\":1,\"version\":7,\"tokens\":{" + tokens
                + "},\"obtainedAt\":\"2026-11-22T03:45:48.123456789Z\","
                + "\"renewingSince\":\"2026-11-22T04:45:48Z\",\"lifetime\":\"PT12H\",\"profile\":\"{\\\"role\\\":0}\"}";
    }

    private static StoredSession readOrNull(String text) {
        try {
            return StoredSessionJson.read(text);
        } catch (UnreadableSessionException e) {
            Promised.requireNoSecret(e, List.of(Secrets.MARKER));
            return null;
        }
    }

    /**
     * A session of the lines of the input: names, numbers, times and texts in the order of the record. None has half a
     * character, which the builders of clients refuse.
     */
    @MethodSource
    @FuzzTest
    void written(byte[] input) throws UnreadableSessionException {
        String[] lines = Document.parse(input).content().utf8().split("\n", 12);
        StoredSession session = new StoredSession(
                new SessionKey(line(lines, 0), line(lines, 1), line(lines, 2)),
                number(lines, 3),
                number(lines, 4),
                lines.length < 8 ? null : new Tokens(line(lines, 5), optional(lines, 6), optional(lines, 7)),
                instant(number(lines, 8)),
                lines.length < 10 ? null : Duration.ofSeconds(number(lines, 9), 999_999_999 & number(lines, 9)),
                optional(lines, 10),
                lines.length < 12 ? null : instant(number(lines, 11)));
        if (!StoredSessionJson.read(StoredSessionJson.write(session)).equals(session)) {
            throw new AssertionError("another session was read than was written");
        }
    }

    static Stream<Named<byte[]>> written() {
        return Samples.of(
                "first line\nwebitel\nhttps://api.example.com\njane\n1\n7\ntoken\nrefresh\nkey\n1795320286753\n43200\n{}\n1795320286754",
                "first line\n\n\u0000\n\ud83d\ude00\n-1\n-9223372036854775808\n\u2028\n\n\n0\n-1\n\"\\");
    }

    private static String line(String[] lines, int at) {
        return at < lines.length ? lines[at] : "";
    }

    private static String optional(String[] lines, int at) {
        return line(lines, at).isEmpty() ? null : line(lines, at);
    }

    private static long number(String[] lines, int at) {
        String line = line(lines, at);
        try {
            return Long.parseLong(line);
        } catch (NumberFormatException e) {
            return line.hashCode();
        }
    }

    private static Instant instant(long millis) {
        return Instant.ofEpochMilli(millis).plusNanos(Math.floorMod(millis, 1_000_000));
    }
}
