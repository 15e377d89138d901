package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.auth.LoginNotes;
import dev.latchkey.core.auth.StoreBusyException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore.Entry;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Processes that die, stand still or come back while they are in the section; the clock is the test's. */
class TakeoverTest extends OnEveryDatabase {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration TAKEN_OVER = Duration.ofSeconds(3);
    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final FakeClock clock = new FakeClock();

    private JdbcTokenStore store(FakeClock.Machine process) {
        return store().with(settings -> settings.with(process));
    }

    private JdbcTokenStore other() {
        return store(clock.machine());
    }

    @Test
    void whoLivesIsNotTakenOverHoweverLongItTakes() throws Exception {
        try (Holder holder = Holder.inside(other(), Sessions.JANE)) {
            assertThatExceptionOfType(StoreBusyException.class)
                    .isThrownBy(() -> other().exclusivelyWithoutRefresh(Sessions.JANE, TEN_SECONDS, entry -> "inside"))
                    .withMessage("Another process held the session for more than PT10S.");
            holder.save(Sessions.sent(1));
            assertThatExceptionOfType(StoreBusyException.class)
                    .isThrownBy(() -> other().exclusivelyWithoutRefresh(Sessions.JANE, TEN_SECONDS, entry -> "inside"));
            holder.step(entry -> requireHeld(entry));
            holder.leave();
        }
    }

    @Test
    void aSectionThatHasSentNothingIsTakenOverAfterThreeSeconds() throws Exception {
        Dead dead = died(Sessions.version(1));
        Duration start = clock.elapsed();
        StoredSession found = other().exclusively(Sessions.JANE, MINUTE, Sessions::load);
        assertThat(found).isEqualTo(Sessions.version(1));
        assertThat(clock.elapsed().minus(start)).isBetween(TAKEN_OVER, TAKEN_OVER.plusSeconds(1));
        // Once is enough: whoever comes next has nothing to wait for.
        other().exclusively(Sessions.JANE, Duration.ZERO, Sessions::load);
        dead.close();
    }

    @Test
    void whereATokenWasSentWhoHasCredentialsGoesOnAfterThreeSecondsAndIsToldSo() throws Exception {
        Dead dead = died(Sessions.sent(1));
        Duration start = clock.elapsed();
        boolean mayBeSpent = other().exclusivelyWithoutRefresh(Sessions.JANE, MINUTE, Entry::mayBeSpent);
        assertThat(mayBeSpent).isTrue();
        assertThat(clock.elapsed().minus(start)).isBetween(TAKEN_OVER, TAKEN_OVER.plusSeconds(1));
        dead.close();
    }

    @Test
    void whereATokenWasSentWhoHasNoneWaitsForHalfAMinute() throws Exception {
        Dead dead = died(Sessions.sent(1));
        Duration start = clock.elapsed();
        boolean mayBeSpent = other().exclusively(Sessions.JANE, MINUTE, Entry::mayBeSpent);
        assertThat(mayBeSpent).isFalse();
        assertThat(clock.elapsed().minus(start)).isBetween(HALF_A_MINUTE, HALF_A_MINUTE.plusSeconds(1));
        dead.close();
    }

    /** Somebody's hand, or a later version that knows more phases. */
    @Test
    void aRowInAPhaseThatNobodyKnowsIsLikeOneWhereATokenWasSent() throws Exception {
        Sessions.save(other(), Sessions.version(1));
        database.execute("UPDATE latchkey_session SET phase = 'GARBLED'");
        assertThat(other().load(Sessions.JANE)).isEqualTo(Sessions.version(1));

        Duration start = clock.elapsed();
        boolean mayBeSpent = other().exclusively(Sessions.JANE, MINUTE, Entry::mayBeSpent);
        assertThat(mayBeSpent).isFalse();
        assertThat(clock.elapsed().minus(start)).isBetween(HALF_A_MINUTE, HALF_A_MINUTE.plusSeconds(1));

        Sessions.save(other(), Sessions.version(2));
        assertThat(database.query("SELECT phase FROM latchkey_session")).containsExactly("FREE");
    }

    @Test
    void whoHasCredentialsAndLeavesWithoutAnOutcomeDoesNotShortenTheWaitOfTheOthers() throws Exception {
        Dead dead = died(Sessions.sent(1));
        other().exclusivelyWithoutRefresh(Sessions.JANE, MINUTE, Sessions::load);
        Duration start = clock.elapsed();
        other().exclusively(Sessions.JANE, MINUTE, Sessions::load);
        assertThat(clock.elapsed().minus(start)).isBetween(HALF_A_MINUTE, HALF_A_MINUTE.plusSeconds(1));
        dead.close();
    }

    /** Their passwords are held back: each comes, finds nothing that it may do, and leaves. */
    @Test
    void visitsWithoutAnOutcomeKeepNobodyOut() throws Exception {
        Dead dead = died(Sessions.sent(1));
        JdbcTokenStore visitor = other();
        JdbcTokenStore without = other();
        Duration start = clock.elapsed();
        boolean inside = false;
        while (!inside && clock.elapsed().minus(start).compareTo(MINUTE) < 0) {
            visitor.exclusivelyWithoutRefresh(Sessions.JANE, MINUTE, Sessions::load);
            try {
                inside = without.exclusively(Sessions.JANE, TEN_SECONDS, entry -> !entry.mayBeSpent());
            } catch (StoreBusyException e) {
                assertThat(clock.elapsed().minus(start)).isLessThan(MINUTE);
            }
        }
        assertThat(inside).isTrue();
        assertThat(clock.elapsed().minus(start)).isGreaterThanOrEqualTo(HALF_A_MINUTE);
        dead.close();
    }

    @Test
    void whoComesAgainAndAgainWithoutAnOutcomeMaySpendTheTokenAtLast() throws Exception {
        Dead dead = died(Sessions.sent(1));
        JdbcTokenStore visitor = other();
        Duration start = clock.elapsed();
        while (visitor.exclusivelyWithoutRefresh(Sessions.JANE, MINUTE, Entry::mayBeSpent)) {
            clock.advance(Duration.ofSeconds(1));
            assertThat(clock.elapsed().minus(start)).isLessThan(MINUTE);
        }
        assertThat(clock.elapsed().minus(start)).isGreaterThanOrEqualTo(HALF_A_MINUTE);
        dead.close();
    }

    @Test
    void severalShortWaitsCountTogether() throws Exception {
        Dead dead = died(Sessions.version(1));
        JdbcTokenStore patient = other();
        int attempts = 0;
        boolean inside = false;
        while (!inside) {
            attempts++;
            try {
                inside = patient.exclusively(Sessions.JANE, Duration.ofSeconds(1), entry -> true);
            } catch (StoreBusyException e) {
                clock.advance(Duration.ofMillis(100));
            }
        }
        assertThat(attempts).isBetween(3, 5);
        dead.close();
    }

    @Test
    void aSaveThatFailedIsMadeUpForByTheSameProcessAtOnce() throws Exception {
        JdbcTokenStore store = other();
        store.exclusively(Sessions.JANE, MINUTE, entry -> saved(entry, Sessions.sent(1)));
        assertThat(database.query("SELECT phase FROM latchkey_session")).containsExactly("UNANSWERED");
        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() -> other().exclusively(Sessions.JANE, TEN_SECONDS, entry -> "inside"));
        store.exclusively(Sessions.JANE, Duration.ZERO, entry -> saved(entry, Sessions.version(2)));
        assertThat(other().<StoredSession>exclusively(Sessions.JANE, Duration.ZERO, Sessions::load))
                .isEqualTo(Sessions.version(2));
    }

    @Test
    void whoStoodStillSendsNothing() throws Exception {
        FakeClock.Machine process = clock.machine();
        try (Holder stopped = Holder.inside(store(process), Sessions.JANE)) {
            stopped.save(Sessions.sent(1));
            stopped.step(entry -> requireHeld(entry));
            process.stop();
            clock.advance(Duration.ofSeconds(2).plusMillis(1));
            process.goOn();
            assertThatThrownBy(() -> stopped.step(entry -> requireHeld(entry)))
                    .rootCause()
                    .hasMessageStartingWith("This process could not show for more than PT2S");
            clock.advance(HeldRow.PULSE);
            stopped.step(entry -> requireHeld(entry));
            stopped.leave();
        }
    }

    @Test
    void whoWasTakenOverWritesNoMore() throws Exception {
        try (Holder stale = takenOver(Sessions.version(1), Sessions.version(2))) {
            assertTakenOver(stale, Sessions.version(2));
            assertTakenOver(stale, Sessions.sent(1));
            assertThat(stale.<StoredSession>step(Entry::load)).isEqualTo(Sessions.version(1));
            assertThat(stale.<StoredSession>step(Entry::load)).isEqualTo(Sessions.version(2));
            stale.leave();
        }
        assertThat(other().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
        assertThat(database.query("SELECT phase FROM latchkey_session")).containsExactly("FREE");
    }

    /** The row then looks as if that save were through, but for its holder. */
    @Test
    void whoWasTakenOverAndSavesWhatIsThereDoesNotEndTheSectionOfTheOther() throws Exception {
        Sessions.save(other(), Sessions.version(1));
        FakeClock.Machine process = clock.machine();
        Holder stale = Holder.inside(store(process), Sessions.JANE);
        process.stop();
        try (Holder second = Holder.inside(other(), Sessions.JANE)) {
            process.goOn();
            assertTakenOver(stale, Sessions.version(1));
            stale.leave();
            assertThat(database.query("SELECT phase FROM latchkey_session")).containsExactly("ENTERED");
            second.leave();
        }
    }

    @Test
    void aLateAnswerIsSavedOverTokensThatAreOlder() throws Exception {
        StoredSession rejected = Sessions.version(1).noting(new LoginNotes(List.of(), 60_000_000));
        try (Holder late = takenOver(Sessions.sent(1), rejected)) {
            late.save(Sessions.version(2));
            assertThat(other().load(Sessions.JANE))
                    .isEqualTo(Sessions.version(2).noting(rejected.logins()));
            assertTakenOver(late, Sessions.version(2));
            late.leave();
        }
        other().exclusively(Sessions.JANE, Duration.ZERO, Sessions::load);
    }

    @Test
    void aLateAnswerIsSavedWhileAnotherIsInsideWhoSeesItAndStaysInside() throws Exception {
        FakeClock.Machine process = clock.machine();
        Holder late = Holder.inside(store(process), Sessions.JANE);
        late.save(Sessions.sent(1));
        process.stop();
        try (Holder second = Holder.inside(other(), Sessions.JANE)) {
            second.save(Sessions.sent(1));
            process.goOn();
            late.save(Sessions.version(2));
            late.leave();
            assertThatExceptionOfType(StoreBusyException.class)
                    .isThrownBy(() -> other().exclusively(Sessions.JANE, TEN_SECONDS, entry -> "inside"));
            assertTakenOver(second, Sessions.version(2).noting(LoginNotes.NONE));
            assertThat(second.<StoredSession>step(Entry::load)).isNotNull();
            assertThat(second.<StoredSession>step(Entry::load)).isEqualTo(Sessions.version(2));
            second.save(Sessions.version(3));
            second.leave();
        }
        assertThat(other().<StoredSession>exclusively(Sessions.JANE, Duration.ZERO, Sessions::load))
                .isEqualTo(Sessions.version(3));
    }

    @Test
    void aLateAnswerIsDroppedWhereSomebodyHasLoggedInOrOut() throws Exception {
        for (UnaryOperator<StoredSession> newer : List.<UnaryOperator<StoredSession>>of(
                first -> Sessions.version(2), first -> Sessions.version(3), first -> Sessions.loggedOut(2))) {
            database.close();
            openDatabase();
            StoredSession stored = newer.apply(Sessions.version(1));
            try (Holder late = takenOver(Sessions.sent(1), stored)) {
                assertTakenOver(late, Sessions.version(2));
                late.leave();
            }
            assertThat(other().load(Sessions.JANE)).isEqualTo(stored);
        }
    }

    @Test
    void ofTwoWhoWouldTakeOverOneDoes() throws Exception {
        Dead dead = died(Sessions.version(1));
        try (Holder first = Holder.inside(other(), Sessions.JANE)) {
            assertThatExceptionOfType(StoreBusyException.class)
                    .isThrownBy(() -> other().exclusively(Sessions.JANE, TEN_SECONDS, entry -> "inside"));
            first.leave();
        }
        dead.close();
    }

    @Test
    void aPulseAtTheLastMomentKeepsTheOthersOut() throws Exception {
        FakeClock.Machine process = clock.machine();
        Holder holder = Holder.inside(store(process), Sessions.JANE);
        process.stop();
        JdbcTokenStore rigged = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
                    if (call.is("prepareStatement", "holder = ?, revision")) {
                        process.goOn();
                        clock.advance(HeldRow.PULSE);
                        process.stop();
                    }
                    return call.proceed().run();
                }))
                .with(settings -> settings.with(clock.machine()));
        assertThatExceptionOfType(StoreBusyException.class)
                .isThrownBy(() -> rigged.exclusively(Sessions.JANE, TEN_SECONDS, entry -> "inside"));
        process.goOn();
        holder.save(Sessions.version(1));
        holder.leave();
    }

    /** A process that has died in the section, after this save. */
    private Dead died(StoredSession saved) throws Exception {
        FakeClock.Machine process = clock.machine();
        Holder holder = Holder.inside(store(process), Sessions.JANE);
        holder.save(saved);
        process.stop();
        return holder::close;
    }

    private interface Dead extends AutoCloseable {
        @Override
        void close();
    }

    /** Has saved the one, stood still, was taken over by somebody who saved the other, and goes on. */
    private Holder takenOver(StoredSession before, StoredSession stored) throws Exception {
        FakeClock.Machine process = clock.machine();
        Holder holder = Holder.inside(store(process), Sessions.JANE);
        holder.save(before);
        process.stop();
        other().exclusively(Sessions.JANE, MINUTE, entry -> saved(entry, stored));
        process.goOn();
        return holder;
    }

    private static boolean saved(Entry entry, StoredSession session) {
        try {
            entry.save(session);
            return true;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean requireHeld(Entry entry) throws Exception {
        entry.requireHeld();
        return true;
    }

    private static void assertTakenOver(Holder stale, StoredSession session) {
        assertThatThrownBy(() -> stale.save(session))
                .rootCause()
                .hasMessage("Another process has taken the session over, and what is stored is newer.");
    }
}
