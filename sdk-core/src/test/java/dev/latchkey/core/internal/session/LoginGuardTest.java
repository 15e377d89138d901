package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginNotes;
import dev.latchkey.core.auth.LoginNotes.Outcome;
import dev.latchkey.core.auth.LoginNotes.SentPassword;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A password is guessed by nobody, us included. */
class LoginGuardTest {
    static final Supplier<Credentials> WRONG = () -> new Credentials("jane", "changed since");
    private static final Duration SECOND = Duration.ofSeconds(31);

    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();
    private final FaultyStore store = new FaultyStore();

    /** What a login ends with, and how often the password is sent in the first minute. */
    static Stream<Arguments> rows() {
        return Stream.of(
                row("timeout after sending", () -> failure(0, true), 2),
                row("500", () -> failure(500, true), 2),
                row("504", () -> failure(504, true), 2),
                row("redirect", () -> failure(302, false), 2),
                row("200 without a token", () -> failure(200, true), 2),
                row("400 of a gateway", () -> failure(400, false), 2),
                row("403 of a gateway", () -> failure(403, false), 2),
                row("422 of a gateway", () -> failure(422, false), 2),
                row("423", () -> failure(423, false), 2),
                row("429", () -> failure(429, false), 2),
                row("a reader that breaks", IllegalStateException::new, 2),
                row("refused", TokenServer::refusal, 1));
    }

    private static Arguments row(String name, Supplier<RuntimeException> failure, int sends) {
        return Arguments.of(Named.of(name, failure), sends);
    }

    private static ApiException failure(int status, boolean mayHaveBeenDone) {
        return new ApiException(
                new Failure("POST", "/token", status, "no token", null, null, null, null).after(mayHaveBeenDone, false),
                null);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void twelveClientsOfAStoreAndTwelveRestartsSendItOnceOrTwice(Supplier<RuntimeException> failure, int sends) {
        server.failWith(failure);
        List<SessionRig> fleet = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            fleet.add(wrong());
        }
        fleet.forEach(SessionRig::failure);
        fleet.forEach(SessionRig::close);
        for (int i = 0; i < 12; i++) {
            time.advance(Duration.ofSeconds(2));
            fails();
        }
        assertThat(server.logins).hasValue(sends);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aClientWithoutAStoreSendsItOnceOrTwice(Supplier<RuntimeException> failure, int sends) {
        server.failWith(failure);
        try (SessionRig rig = new SessionRig(server, time, new NoStore(), WRONG, null)) {
            for (int i = 0; i < 12; i++) {
                rig.failure();
                time.advance(Duration.ofSeconds(4));
            }
        }
        assertThat(server.logins).hasValue(sends);
    }

    static Stream<Named<Supplier<RuntimeException>>> nothing() {
        return Stream.of(
                Named.of("refused connection", () -> failure(0, false)),
                Named.of("404 of a gateway", () -> failure(404, false)),
                Named.of("405", () -> failure(405, false)),
                Named.of("407", () -> failure(407, false)),
                Named.of("421", () -> failure(421, false)),
                Named.of("502", () -> failure(502, true)),
                Named.of("503", () -> failure(503, true)),
                Named.of(
                        "a one-time password is wanted",
                        () -> new MfaRequiredException(Failure.local("POST", "/token", "code?"), null)));
    }

    @ParameterizedTest
    @MethodSource("nothing")
    void whatTheServerHasNotLookedAtDoesNotCount(Supplier<RuntimeException> failure) throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            server.failWith(failure);
            for (int i = 0; i < 6; i++) {
                rig.failure();
                time.advance(SECOND);
            }
            assertThat(server.logins).hasValue(6);
            assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
            server.failWith(null);
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void whatDoesNotCountLeavesWhatWasKnown() {
        server.failWith(() -> failure(500, true));
        fails();
        LoginNotes before = kept().logins();
        server.failWith(() -> failure(503, true));
        time.advance(SECOND);
        fails();
        assertThat(kept().logins()).isEqualTo(before);
        assertThat(server.logins).hasValue(2);
    }

    @Test
    void uncertainOnesAreTriedAfterOneTwoFourAndAtLastThirtyMinutes() {
        server.failWith(() -> failure(500, true));
        fails();
        fails();
        for (int minutes : new int[] {1, 2, 4, 8, 16, 30, 30, 30}) {
            probeComesAfter(Duration.ofMinutes(minutes));
        }
    }

    @Test
    void refusedOnesAreTriedAfterAnHourDoublingToADay() {
        server.failWith(TokenServer::refusal);
        fails();
        for (int hours : new int[] {1, 2, 4, 8, 16, 24, 24}) {
            probeComesAfter(Duration.ofHours(hours));
        }
    }

    /** By a process that has just started, and by all of them once. */
    private void probeComesAfter(Duration wait) {
        int before = server.logins.get();
        time.advance(wait.minusSeconds(1));
        fails();
        assertThat(server.logins).as("before %s", wait).hasValue(before);
        time.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 3; i++) {
            fails();
        }
        assertThat(server.logins).as("after %s", wait).hasValue(before + 1);
    }

    @Test
    void aProbeWithoutAnAnswerDoesNotMakeARefusedOneMerelyUncertain() {
        server.failWith(TokenServer::refusal);
        fails();
        server.failWith(() -> failure(0, true));
        time.advance(Duration.ofHours(1));
        fails();
        assertThat(noted().outcome()).isEqualTo(Outcome.REFUSED);
        server.failWith(TokenServer::refusal);
        probeComesAfter(Duration.ofHours(2));
    }

    @Test
    void probesOfRefusedOnesCanBeSwitchedOff() {
        server.failWith(TokenServer::refusal);
        try (SessionRig rig = SessionRig.withoutProbes(server, time, store, WRONG)) {
            rig.failure();
            time.advance(Duration.ofDays(400));
            assertThat(rig.failure()).hasMessageContaining("They are not sent again by themselves; session().login(");
            assertThat(Objects.requireNonNull(rig.engine.loginHold()).nextProbe())
                    .isNull();
        }
        assertThat(server.logins).hasValue(1);
    }

    @Test
    void theFailureNamesTheNextProbeAndTheWayOut() {
        try (SessionRig rig = wrong()) {
            assertThat(rig.failure())
                    .isInstanceOf(SessionExpiredException.class)
                    .hasCauseInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("The next attempt is made at 2026-01-01T01:00:00Z or later")
                    .hasMessageContaining("session().login(");
            assertThat(rig.engine.loginHold())
                    .isEqualTo(new LoginHold(Outcome.REFUSED, 1, Instant.parse("2026-01-01T01:00:00Z")));
        }
        try (SessionRig other = wrong()) {
            assertThat(other.failure()).hasMessageContaining("2026-01-01T01:00:00Z");
        }
    }

    @Test
    void anUncertainOneIsAPassingFailure() {
        server.failWith(() -> failure(500, true));
        fails();
        fails();
        try (SessionRig rig = wrong()) {
            assertThat(rig.failure())
                    .isInstanceOf(RenewalFailedException.class)
                    .hasMessageContaining("the last 2 logins of \"jane\" had no clear answer")
                    .hasMessageContaining("2026-01-01T00:01:00Z");
        }
    }

    @Test
    void aLoginThatIsAskedForIsAlwaysSentAndCounts() throws Exception {
        server.failWith(TokenServer::refusal);
        try (SessionRig rig = wrong()) {
            rig.failure();
            for (int i = 0; i < 3; i++) {
                assertThat(rig.engine
                                .actions()
                                .login(null)
                                .handle((state, e) -> e)
                                .get())
                        .isNotNull();
            }
        }
        assertThat(server.logins).hasValue(4);
        assertThat(noted().count()).isEqualTo(4);
        probeComesAfter(Duration.ofHours(8));
    }

    @Test
    void otherCredentialsAreSentAtOnceAndASuccessClearsTheirs() throws Exception {
        fails();
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.token()).isEqualTo("a1");
        }
        assertThat(kept().logins().passwords()).hasSize(1);
        assertThat(noted().outcome()).as("of the one that is wrong").isEqualTo(Outcome.REFUSED);
    }

    @Test
    void aSuccessClears() throws Exception {
        server.failWith(() -> failure(500, true));
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.failure();
            time.advance(SECOND);
            rig.failure();
            server.failWith(null);
            time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.loginHold()).isNull();
        }
        assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
        assertThat(kept().tokens()).isNotNull();
    }

    /** Its process may die before the answer is there. */
    @Test
    void aSendIsNotedBeforeItIsMadeAndCountsAsUncertain() throws Exception {
        server.hold();
        SessionRig rig = SessionRig.on(store, server, time);
        var unused = rig.engine.actions().login(null);
        server.awaitArrival();
        assertThat(noted()).isEqualTo(new SentPassword(SentPassword.ANY, Outcome.UNCERTAIN, 1, time.now()));
        server.release();
        rig.close();
    }

    @Test
    void whileTheStoreIsAwayTheProcessRemembers() {
        store.broken(true);
        server.failWith(TokenServer::refusal);
        try (SessionRig rig = wrong()) {
            rig.failure();
            time.advance(Duration.ofMinutes(30));
            rig.failure();
            store.broken(false);
            rig.failure();
            assertThat(server.logins).hasValue(1);
            time.advance(Duration.ofMinutes(30));
            rig.failure();
            assertThat(server.logins).hasValue(2);
            assertThat(noted().count()).isEqualTo(2);
        }
    }

    /** Else a later failure would count as one in a row, and the others would not send a password that is right. */
    @Test
    void aPasswordThatBroughtATokenWhileTheStoreWasAwayIsForgottenThereOnceItIsBack() throws Exception {
        server.failWith(() -> failure(500, true));
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.failure();
            time.advance(SECOND);
            rig.failure();
        }
        assertThat(noted().count()).isEqualTo(2);
        server.failWith(null);
        time.advance(SECOND);
        store.broken(true);
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            assertThat(rig.engine.actions().login(null)).succeedsWithin(Duration.ofSeconds(10));
            store.broken(false);
            await().untilAsserted(() -> assertThat(kept().tokens()).isNotNull());
        }
        assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
    }

    /** Each has a note of its own to correct. */
    @Test
    void twoLoginsAtATimeAreBothNotedByTheirOwnPrints() throws Exception {
        server.issuesRefreshTokens = false;
        Credentials other = new Credentials("jane", "another one");
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            server.failWith(() -> failure(500, true));
            server.hold();
            Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
            await().until(server::isHolding);
            server.letThroughWhatComes();
            assertThat(rig.engine.actions().login(other)).failsWithin(Duration.ofSeconds(10));
            server.release();
            assertThatThrownBy(waiter::get);
            Integer[] prints = {
                SessionRig.QUICK.of(SessionRig.KEY, other), SessionRig.QUICK.of(SessionRig.KEY, SessionRig.JANE.get())
            };
            await().untilAsserted(() -> assertThat(kept().logins().passwords())
                    .extracting(SentPassword::print)
                    .containsExactlyInAnyOrder(prints));
        }
    }

    @Test
    void theOneThatHasNotBeenUsedForLongestIsForgottenFirst() {
        store.broken(true);
        server.failWith(TokenServer::refusal);
        AtomicReference<Credentials> now = new AtomicReference<>(WRONG.get());
        try (SessionRig rig = new SessionRig(server, time, store, now::get, null)) {
            rig.failure();
            for (int i = 0; i < 2 * LoginNotes.MAX_PASSWORDS; i++) {
                time.advance(SECOND);
                now.set(new Credentials("jane", "another " + i));
                rig.failure();
                time.advance(SECOND);
                now.set(WRONG.get());
                rig.failure();
            }
        }
        assertThat(server.logins).hasValue(1 + 2 * LoginNotes.MAX_PASSWORDS);
    }

    @Test
    void aLoginElsewhereWithTheSamePasswordFreesItHere() throws Exception {
        server.failWith(TokenServer::refusal);
        try (SessionRig here = SessionRig.on(store, server, time);
                SessionRig there = SessionRig.on(store, server, time)) {
            here.failure();
            server.failWith(null);
            server.lifetime = Duration.ofMinutes(5);
            there.engine.actions().login(null).get();
            assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
            time.advance(Duration.ofMinutes(10));
            server.aliveRefresh.clear();
            assertThat(here.token()).isEqualTo("a2");
        }
    }

    @Test
    void aWallClockThatIsSetBackNeitherLengthensNorShortensAWait() {
        fails();
        try (SessionRig rig = wrong()) {
            rig.failure();
            time.setWallBy(Duration.ofDays(-30));
            time.advance(Duration.ofMinutes(59));
            rig.failure();
            assertThat(server.logins).hasValue(1);
            time.advance(Duration.ofMinutes(1));
            rig.failure();
            assertThat(server.logins).hasValue(2);
        }
    }

    @Test
    void aWallClockThatIsSetForwardDoesNotShortenAWaitOfThisProcess() {
        try (SessionRig rig = wrong()) {
            rig.failure();
            time.setWallBy(Duration.ofDays(30));
            time.advance(Duration.ofMinutes(59));
            rig.failure();
            assertThat(server.logins).hasValue(1);
        }
    }

    /** No longer than the whole wait, though the note says that it was sent in the future. */
    @Test
    void aProcessThatStartsWithAClockSetBackWaitsForTheWholeWait() {
        fails();
        time.setWallBy(Duration.ofDays(-30));
        try (SessionRig rig = wrong()) {
            rig.failure();
            time.advance(Duration.ofMinutes(59));
            rig.failure();
            assertThat(server.logins).hasValue(1);
            time.advance(Duration.ofMinutes(1));
            rig.failure();
            assertThat(server.logins).hasValue(2);
        }
    }

    /** By chance one in 65,536. */
    @Test
    void passwordsWithTheSamePrintShareTheirWaits() {
        server.failWith(TokenServer::refusal);
        fails();
        int print = noted().print();
        try (SessionRig rig = SessionRig.printing(server, time, store, (key, credentials) -> print)) {
            assertThat(rig.failure()).isInstanceOf(SessionExpiredException.class);
        }
        assertThat(server.logins).hasValue(1);
    }

    @Test
    void onAPlatformWithoutTheHashANoteCountsForEveryPassword() {
        server.failWith(TokenServer::refusal);
        try (SessionRig rig = SessionRig.printing(server, time, store, (key, credentials) -> SentPassword.ANY)) {
            rig.failure();
            time.advance(Duration.ofMinutes(5));
            rig.failure();
        }
        fails();
        assertThat(server.logins).hasValue(1);
        assertThat(noted().print()).isEqualTo(SentPassword.ANY);
    }

    @Test
    void aLoginThatSucceedsNeedsNoPrint() throws Exception {
        List<String> prints = new ArrayList<>();
        try (SessionRig rig = SessionRig.printing(server, time, store, printer(prints))) {
            assertThat(rig.token()).isEqualTo("a1");
        }
        assertThat(prints).isEmpty();
        assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
    }

    @Test
    void thePrintOfAPasswordThatFailedIsTakenOutsideTheSectionAndOnlyOnce() {
        List<String> prints = new ArrayList<>();
        server.failWith(() -> failure(500, true));
        try (SessionRig rig = SessionRig.printing(server, time, store, printer(prints))) {
            for (int i = 0; i < 4; i++) {
                rig.failure();
                time.advance(SECOND);
            }
        }
        assertThat(prints).containsExactly("outside");
        assertThat(kept().logins().passwords()).hasSize(1);
        assertThat(noted().print()).isEqualTo(7);
    }

    @Test
    void thePrintIsTakenFirstWhereTheStoreKnowsOfAPassword() throws Exception {
        fails();
        List<String> prints = new ArrayList<>();
        PasswordPrint printer = (key, credentials) -> {
            prints.add("after " + server.logins.get());
            return 7;
        };
        try (SessionRig rig = SessionRig.printing(server, time, store, printer)) {
            assertThat(rig.token()).isEqualTo("a1");
        }
        assertThat(prints).containsExactly("after 1");
    }

    /** Nobody knows whose it was. */
    @Test
    void aLoginWhoseProcessDiedCountsForEveryPasswordUntilOneSucceeds() throws Exception {
        server.hold();
        SessionRig dying = wrong();
        var unused = dying.engine.actions().login(null);
        server.awaitArrival();
        LoginNotes whenItDied = kept().logins();
        server.release();
        dying.close();
        store.answer(kept().noting(whenItDied));
        server.failWith(() -> failure(500, true));
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.failure();
            time.advance(SECOND);
            rig.failure();
            assertThat(server.logins).as("its own, and one").hasValue(2);
            server.failWith(null);
            time.advance(SECOND);
            assertThat(rig.token()).isEqualTo("a1");
        }
        assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
    }

    /** The store goes away with the login underway, and is back later. */
    @Test
    void aNoteThatCouldNotBeMendedCountsForEveryPasswordUntilOneSucceeds() {
        PasswordPrint printer = (key, credentials) -> {
            store.broken(true);
            return 7;
        };
        server.failWith(TokenServer::refusal);
        try (SessionRig rig = SessionRig.printing(server, time, store, printer)) {
            rig.failure();
            store.broken(false);
            assertThat(noted()).isEqualTo(new SentPassword(SentPassword.ANY, Outcome.UNCERTAIN, 1, time.now()));
            rig.failure();
            assertThat(server.logins).as("this session knows better").hasValue(1);
        }
    }

    /** Which says nothing of this password, though the session has a later version then. */
    @Test
    void aRenewalElsewhereWhileThePrintIsTakenLeavesTheSendNoted() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time)) {
            first.token();
        }
        try (SessionRig other = new SessionRig(server, time, store, null, null)) {
            other.token();
            PasswordPrint printer = (key, credentials) -> {
                server.failWith(null);
                other.engine.actions().renew().join();
                return 7;
            };
            server.failWith(() -> failure(0, true));
            try (SessionRig rig = SessionRig.printing(server, time, store, printer)) {
                assertThat(rig.engine.actions().login(null)).failsWithin(Duration.ofSeconds(10));
            }
        }
        assertThat(kept().version()).isEqualTo(2);
        assertThat(noted()).isEqualTo(new SentPassword(7, Outcome.UNCERTAIN, 1, time.now()));
    }

    private PasswordPrint printer(List<String> prints) {
        return (key, credentials) -> {
            prints.add(store.isHeld() ? "inside" : "outside");
            return 7;
        };
    }

    private SessionRig wrong() {
        return new SessionRig(server, time, store, WRONG, null);
    }

    /** A process of its own. */
    private void fails() {
        try (SessionRig rig = wrong()) {
            rig.failure();
        }
    }

    private StoredSession kept() {
        return Objects.requireNonNull(store.kept());
    }

    private SentPassword noted() {
        return kept().logins().passwords().get(0);
    }

    /** As good as none: it can be neither read nor written. */
    private static final class NoStore implements TokenStore {
        @Override
        public StoredSession load(SessionKey key) throws IOException {
            throw new IOException("away");
        }

        @Override
        public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section) throws IOException {
            throw new IOException("away");
        }
    }
}
