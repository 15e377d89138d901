package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.LoginNotes.Outcome;
import dev.latchkey.core.store.LoginNotes.SentPassword;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredSessionJsonTest {
    private static final SessionKey KEY = new SessionKey("controlbyweb", "https://api.test/v1", "jöhn \"doe\"\n");
    private static final Instant THEN = Instant.parse("2026-11-25T10:00:00.123456789Z");
    private static final Tokens TOKENS = new Tokens("a-" + SecretLeaks.MARKER, "r-" + SecretLeaks.MARKER, "k");

    static Stream<StoredSession> sessions() {
        return Stream.of(
                new StoredSession(KEY, 1, 2, TOKENS, THEN, Duration.ofMillis(300), "{\"role\":\"admin\"}", null),
                new StoredSession(KEY, 1, 2, new Tokens("a", null, null), THEN, null, null, THEN),
                new StoredSession(KEY, Long.MAX_VALUE, 0, null, THEN, null, null, null),
                new StoredSession(
                        KEY,
                        1,
                        2,
                        TOKENS,
                        Instant.parse("-100000-01-01T00:00:00Z"),
                        Duration.ofSeconds(Long.MAX_VALUE),
                        "",
                        null),
                new StoredSession(
                        KEY, 1, 2, TOKENS, Instant.parse("+100000-01-01T00:00:00Z"), Duration.ofNanos(-1), "", null),
                new StoredSession(KEY, 1, 2, TOKENS, THEN, null, null, null, Sessions.NOTES),
                new StoredSession(KEY, 0, 0, null, Instant.EPOCH, null, null, null, Sessions.NOTES));
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void whatIsWrittenIsReadAgain(StoredSession session) throws Exception {
        assertThat(StoredSessionJson.read(StoredSessionJson.write(session))).isEqualTo(session);
    }

    /** Files that are out there: this text must be readable for ever. */
    @Test
    void theFirstFormatIsRead() throws Exception {
        String text =
                "{\"format\":1,\"key\":{\"vendor\":\"webitel\",\"baseUrl\":\"https://w.test\",\"identity\":\"jane\"},"
                        + "\"generation\":3,\"version\":7,\"tokens\":{\"accessToken\":\"a\",\"key\":\"k\"},"
                        + "\"obtainedAt\":\"2026-11-25T10:00:00Z\",\"lifetime\":\"PT1H\",\"added\":{\"later\":true}}";
        assertThat(StoredSessionJson.read(text))
                .isEqualTo(new StoredSession(
                        new SessionKey("webitel", "https://w.test", "jane"),
                        3,
                        7,
                        new Tokens("a", null, "k"),
                        Instant.parse("2026-11-25T10:00:00Z"),
                        Duration.ofHours(1),
                        null,
                        null));
    }

    /** So are these. */
    @Test
    void theFirstFormatWithNotesOnLoginsIsRead() throws Exception {
        assertThat(StoredSessionJson.read(noted("{\"passwords\":[{\"print\":65535,\"outcome\":\"REFUSED\",\"count\":2,"
                                + "\"lastSentAt\":\"2026-11-25T10:00:00Z\",\"added\":1}],"
                                + "\"oneTimePasswordStep\":59000000,\"added\":[]}"))
                        .logins())
                .isEqualTo(new LoginNotes(
                        List.of(new SentPassword(65535, Outcome.REFUSED, 2, Instant.parse("2026-11-25T10:00:00Z"))),
                        59_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "7",
                "{}",
                "[]",
                "{\"passwords\":7}",
                "{\"passwords\":[{}, 7, null, {\"print\":1}]}",
                "{\"passwords\":[{\"print\":65536,\"outcome\":\"REFUSED\",\"count\":1,\"lastSentAt\":\"2026-11-25T10:00:00Z\"}]}",
                "{\"passwords\":[{\"print\":1,\"outcome\":\"LATER\",\"count\":1,\"lastSentAt\":\"2026-11-25T10:00:00Z\"}]}",
                "{\"passwords\":[{\"print\":1,\"outcome\":\"REFUSED\",\"count\":0,\"lastSentAt\":\"2026-11-25T10:00:00Z\"}]}",
                "{\"oneTimePasswordStep\":-1}",
                "{\"oneTimePasswordStep\":\"x\"}"
            })
    void notesThatCannotBeReadDoNotCostTheSession(String logins) throws Exception {
        StoredSession read = StoredSessionJson.read(noted(logins));
        assertThat(read.tokens()).isEqualTo(new Tokens("a", null, null));
        assertThat(read.logins()).isEqualTo(LoginNotes.NONE);
    }

    @Test
    void aSessionWithoutNotesIsWrittenAsEver() {
        assertThat(StoredSessionJson.write(Sessions.session(1))).doesNotContain("logins");
    }

    private static String noted(String logins) {
        return "{\"format\":1,\"key\":{\"vendor\":\"v\",\"baseUrl\":\"u\",\"identity\":\"i\"},\"generation\":1,"
                + "\"version\":1,\"tokens\":{\"accessToken\":\"a\"},\"obtainedAt\":\"2026-11-25T10:00:00Z\","
                + "\"logins\":" + logins + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "null",
                "[]",
                "{}",
                "LEAK7Q4Z",
                "{\"format\":1}",
                "{\"format\":0}",
                "{\"format\":-1}",
                "{\"format\":\"LEAK7Q4Z\"}",
                "\u0000\u0000\u0000"
            })
    void anythingElseIsUnreadableAndNotShown(String text) {
        assertThatThrownBy(() -> StoredSessionJson.read(text))
                .isInstanceOfSatisfying(
                        UnreadableSessionException.class,
                        e -> assertThat(e.isLaterFormat()).isFalse())
                .hasMessageStartingWith("The stored session cannot be read: $")
                .hasMessageNotContaining(SecretLeaks.MARKER);
    }

    @Test
    void everyTextThatIsCutOffIsUnreadable() {
        String whole = StoredSessionJson.write(new StoredSession(KEY, 1, 2, TOKENS, THEN, null, "profile", THEN));
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> StoredSessionJson.read(cut))
                    .isInstanceOf(UnreadableSessionException.class)
                    .hasMessageNotContaining(SecretLeaks.MARKER);
        }
    }

    @Test
    void aLaterFormatIsSaidToBeOne() {
        assertThatThrownBy(() -> StoredSessionJson.read("{\"format\":2,\"sessions\":[]}"))
                .isInstanceOfSatisfying(
                        UnreadableSessionException.class,
                        e -> assertThat(e.isLaterFormat()).isTrue())
                .hasMessageContaining("later version of the SDK (format 2)");
    }
}
