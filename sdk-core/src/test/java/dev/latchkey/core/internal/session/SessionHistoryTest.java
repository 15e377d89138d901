package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.Failure;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.AuthScheme;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads the log of the whole test run, where all levels go. */
class SessionHistoryTest {
    private static final Path LOG = Path.of("target", "secret-leaks", "test.log");

    private final ManualTime time = new ManualTime();

    private static SessionKey key(String identity) {
        return new SessionKey("acme", "https://api.test", identity);
    }

    private Snapshot active(SessionKey key) {
        StoredSession session =
                new StoredSession(key, 1, 1, new Tokens("a1", null, null), time.now(), Duration.ofHours(1), null, null);
        return Snapshot.active(
                new LiveTokens.Factory(AuthScheme.bearer(), time).obtained(session, time.nanoTime(), true));
    }

    private void failed(SessionHistory history, Snapshot before) {
        history.ended(work(), Outcome.of(SessionFailure.passing(TokenServer.outage())), before, before);
        history.tell();
    }

    private Work work() {
        Work work = new Work(Job.Renew.forCaller(RenewalReason.EXPIRED, null));
        work.start(time.nanoTime());
        time.advance(Duration.ofMillis(42));
        return work;
    }

    private static List<String> lines(String level, String identity) throws IOException {
        try (Stream<String> lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains(" " + level + " ") && line.contains("acme, " + identity + ":"))
                    .toList();
        }
    }

    @Test
    void aSessionThatKeepsFailingIsWarnedOfOnceAndIsWellAgainOnce() throws Exception {
        SessionHistory history = new SessionHistory(time, key("keeps-failing"), new RefusedToken());
        Snapshot active = active(key("keeps-failing"));
        for (int tries = 1; tries <= 7; tries++) {
            failed(history, active);
            assertThat(lines("WARN", "keeps-failing")).hasSize(tries < 3 ? 0 : 1);
        }
        assertThat(lines("WARN", "keeps-failing"))
                .singleElement()
                .asString()
                .contains("no token in 3 tries in a row", "503");

        for (int renewal = 0; renewal < 2; renewal++) {
            history.ended(work(), Outcome.of(Objects.requireNonNull(active.tokens())), active, active);
            history.tell();
        }
        assertThat(lines("INFO", "keeps-failing")).singleElement().asString().contains("well again after 7 failures");
        assertThat(lines("DEBUG", "keeps-failing")).hasSize(9).allMatch(line -> line.contains("42 ms"));
    }

    @Test
    void aMistakeIsWarnedOfAtOnceAndOnce() throws Exception {
        SessionHistory history = new SessionHistory(time, key("mistaken"), new RefusedToken());
        Snapshot active = active(key("mistaken"));
        SessionFailure mistake = SessionFailure.of(
                new NotFoundException(new Failure("POST", "/token", 404, "Not there.", null, null, null, null), null),
                "https://api.test");
        for (int tries = 0; tries < 5; tries++) {
            history.ended(work(), Outcome.of(mistake), active, active);
            history.tell();
        }
        assertThat(lines("WARN", "mistaken"))
                .singleElement()
                .asString()
                .contains("no time mends that", "https://api.test does not lead to the API");
    }

    @Test
    void aFixedTokenThatIsRefusedIsWarnedOfWithAdvice() throws Exception {
        SessionHistory history = new SessionHistory(time, key("fixed"), new RefusedToken());
        history.fixedTokenRefused("An administrator makes it.");
        history.fixedTokenAccepted();
        assertThat(lines("WARN", "fixed"))
                .singleElement()
                .asString()
                .contains("the session is over", "An administrator makes it.");
        assertThat(lines("INFO", "fixed")).singleElement().asString().contains("well again");
    }

    @Test
    void oneFailureIsNoWarning() throws Exception {
        SessionHistory history = new SessionHistory(time, key("fails-once"), new RefusedToken());
        Snapshot active = active(key("fails-once"));
        failed(history, active);
        history.ended(work(), Outcome.of(Objects.requireNonNull(active.tokens())), active, active);
        history.tell();
        assertThat(lines("WARN", "fails-once")).isEmpty();
        assertThat(lines("INFO", "fails-once")).isEmpty();
    }

    @Test
    void aSessionThatEndsIsWarnedOfWithItsCause() throws Exception {
        SessionHistory history = new SessionHistory(time, key("ends"), new RefusedToken());
        Snapshot active = active(key("ends"));
        SessionFailure rejected =
                SessionFailure.expired(Reason.REFRESH_REJECTED, "the server no longer accepts it.", null);
        Snapshot over = active.ended(SessionState.EXPIRED, 1, rejected);
        history.ended(work(), Outcome.of(rejected), active, over);
        history.ended(work(), Outcome.of(rejected), over, over);
        history.tell();
        assertThat(lines("WARN", "ends"))
                .singleElement()
                .asString()
                .contains("the session is over: the server no longer accepts it.");
    }

    @Test
    void aClientThatNobodyHasLoggedInIsNoWarning() throws Exception {
        SessionHistory history = new SessionHistory(time, key("nobody"), new RefusedToken());
        SessionFailure nobody = SessionFailure.expired(Reason.NOT_LOGGED_IN, "nobody is logged in.", null);
        Snapshot before = Snapshot.initial();
        history.ended(work(), Outcome.of(nobody), before, before.ended(SessionState.EXPIRED, 0, nobody));
        history.tell();
        assertThat(lines("WARN", "nobody")).isEmpty();
    }
}
