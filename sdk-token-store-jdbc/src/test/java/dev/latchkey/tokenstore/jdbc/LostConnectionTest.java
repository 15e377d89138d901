package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoredSession;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Connections that fail at the worst moment. */
class LostConnectionTest {
    private static final String ENTER = "holder = ?, revision";
    private static final String WRITE = "session_json = ?";
    private static final String LEAVE = "SET updated_at = CURRENT_TIMESTAMP, phase = ?, revision";

    private final TestDatabase database = new H2Database();

    @AfterEach
    void closeDatabase() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({"true, " + ENTER, "false, " + ENTER, "true, " + WRITE, "false, " + WRITE})
    void aStatementWhoseAnswerIsLostIsDoneOnce(boolean done, String statement) throws Exception {
        Sessions.save(JdbcTokenStore.on(database.dataSource()), Sessions.version(1));
        Sessions.save(JdbcTokenStore.on(failingOnce(statement, done)), Sessions.version(2));
        assertThat(database.query("SELECT version, revision, phase FROM latchkey_session"))
                .containsExactly("2 6 FREE");
    }

    @Test
    void aRowWhoseMakingWasNotAnsweredIsEnteredAllTheSame() throws Exception {
        Sessions.save(JdbcTokenStore.on(failingOnce("INSERT INTO", true)), Sessions.version(1));
        assertThat(database.query("SELECT version, revision, phase FROM latchkey_session"))
                .containsExactly("1 3 FREE");
    }

    @Test
    void aSectionThatCouldNotBeLeftIsEnteredAgainByItsProcessAtOnce() throws Exception {
        JdbcTokenStore store = JdbcTokenStore.on(failingOnce(LEAVE, false));
        Sessions.save(store, Sessions.version(1));
        assertThat(database.query("SELECT phase FROM latchkey_session")).containsExactly("ENTERED");
        store.exclusively(Sessions.JANE, Duration.ZERO, entry -> "inside");
        assertThat(database.query("SELECT phase FROM latchkey_session")).containsExactly("FREE");
    }

    @Test
    void aDatabaseThatIsAwayForAMomentIsWaitedFor() throws Exception {
        AtomicInteger refusals = new AtomicInteger(3);
        DataSource starting = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.name().equals("getConnection") && refusals.getAndDecrement() > 0) {
                throw new SQLException("the database system is starting up", "57P03");
            }
            return call.proceed().run();
        });
        Sessions.save(JdbcTokenStore.on(starting), Sessions.version(1));
        assertThat(refusals).hasNegativeValue();
    }

    @Test
    void aDatabaseThatStaysAwayIsReported() {
        AtomicInteger refusals = new AtomicInteger();
        JdbcTokenStore store = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
                    refusals.incrementAndGet();
                    throw new SQLException("Connection refused", "08001");
                }))
                .with(settings -> settings.with(new FakeClock().machine()));
        assertThatThrownBy(() -> Sessions.save(store, Sessions.version(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The DataSource gave no connection, after")
                .hasMessageContaining("SQLState 08001");
        assertThat(refusals).hasValueGreaterThan(1);
    }

    @Test
    void timeInWhichTheDatabaseIsAwayIsNoEvidenceAgainstWhoIsInside() throws Exception {
        FakeClock clock = new FakeClock();
        FakeClock.Machine dead = clock.machine();
        Holder holder = Holder.inside(
                JdbcTokenStore.on(database.dataSource()).with(settings -> settings.with(dead)), Sessions.JANE);
        dead.stop();
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean inside = new AtomicBoolean();
        JdbcTokenStore waiting = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
                    boolean looks = call.is("prepareStatement", "SELECT session_json");
                    if (looks && !inside.get() && asked.incrementAndGet() % 2 == 0) {
                        clock.advance(Duration.ofSeconds(10));
                        throw new SQLException("Connection refused", "08001");
                    }
                    return call.proceed().run();
                }))
                .with(settings -> settings.with(clock.machine()).withPatience(Duration.ofMinutes(1)));
        waiting.exclusively(Sessions.JANE, Duration.ofMinutes(5), entry -> inside.getAndSet(true));
        // A first look, and three of which each counts a second.
        assertThat(clock.elapsed()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(40));
        holder.close();
    }

    @Test
    void whatAnotherConnectionWouldNotCureIsReportedAtOnce() {
        AtomicInteger refusals = new AtomicInteger();
        DataSource wrongPassword = RiggedDataSource.of(database.dataSource(), call -> {
            refusals.incrementAndGet();
            throw new SQLException("password authentication failed", "28P01");
        });
        assertThatThrownBy(() -> Sessions.save(JdbcTokenStore.on(wrongPassword), Sessions.version(1)))
                .isExactlyInstanceOf(StoreFailedException.class)
                .hasMessageContaining("SQLState 28P01");
        assertThat(refusals).hasValue(1);
    }

    @Test
    void anInterruptEndsTheWaitForADatabaseThatIsAway() {
        AtomicBoolean ran = new AtomicBoolean();
        AtomicInteger refusals = new AtomicInteger();
        Thread waiting = Thread.currentThread();
        DataSource away = RiggedDataSource.of(database.dataSource(), call -> {
            if (refusals.incrementAndGet() == 2) {
                waiting.interrupt();
            }
            throw new SQLException("Connection refused", "08001");
        });
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> JdbcTokenStore.on(away)
                        .exclusively(Sessions.JANE, Sessions.LONG, entry -> ran.getAndSet(true)));
        assertThat(ran).isFalse();
        assertThat(refusals).hasValue(2);
    }

    @Test
    void anInterruptEndsTheWaitOfASaveAndIsKept() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        DataSource failing = RiggedDataSource.of(database.dataSource(), call -> {
            if (away.get() && call.name().equals("getConnection")) {
                throw new SQLException("Connection refused", "08001");
            }
            return call.proceed().run();
        });
        try (Holder holder = Holder.inside(JdbcTokenStore.on(failing), Sessions.JANE)) {
            FutureTask<Boolean> save = holder.start(entry -> {
                away.set(true);
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> entry.save(Sessions.version(1))).hasMessageContaining("SQLState 08001");
                return Thread.interrupted();
            });
            assertThat(save.get(30, TimeUnit.SECONDS)).isTrue();
            away.set(false);
            holder.leave();
        }
    }

    @Test
    void anInterruptAtTheLastMomentKeepsTheSectionFromRunning() throws Exception {
        Thread waiting = Thread.currentThread();
        AtomicBoolean ran = new AtomicBoolean();
        DataSource interrupting = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", "INSERT INTO")) {
                waiting.interrupt();
            }
            return call.proceed().run();
        });
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> JdbcTokenStore.on(interrupting)
                        .exclusively(Sessions.JANE, Sessions.LONG, entry -> ran.getAndSet(true)));
        assertThat(ran).isFalse();
        assertThat(database.query("SELECT phase FROM latchkey_session")).containsExactly("FREE");
    }

    @Test
    void aPulseThatFailsIsFollowedByTheNext() throws Exception {
        FakeClock clock = new FakeClock();
        FakeClock.Machine process = clock.machine();
        AtomicInteger pulses = new AtomicInteger();
        JdbcTokenStore store = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
                    if (call.is("prepareStatement", "pulse = pulse + 1") && pulses.getAndIncrement() < 2) {
                        throw new SQLException("connection reset", "08006");
                    }
                    return call.proceed().run();
                }))
                .with(settings -> settings.with(process));
        try (Holder holder = Holder.inside(store, Sessions.JANE)) {
            clock.advance(Duration.ofSeconds(10));
            holder.step(entry -> {
                entry.requireHeld();
                return true;
            });
            holder.leave();
        }
        assertThat(pulses).hasValueGreaterThan(15);
        assertThat(database.query("SELECT pulse FROM latchkey_session")).containsExactly("18");
    }

    @Test
    void aConnectionThatCannotBeRestoredIsNotGivenBackToBeUsed() throws Exception {
        AtomicBoolean aborted = new AtomicBoolean();
        AtomicInteger limits = new AtomicInteger();
        DataSource stubborn = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.name().equals("setNetworkTimeout") && limits.incrementAndGet() % 2 == 0) {
                throw new SQLException("no");
            }
            if (call.target() instanceof Connection && call.name().equals("abort")) {
                aborted.set(true);
            }
            return call.proceed().run();
        });
        StoredSession unused = JdbcTokenStore.on(stubborn).load(Sessions.JANE);
        assertThat(aborted).isTrue();
    }

    /** Breaks the connection at the first such statement, before it is done or after. */
    private DataSource failingOnce(String statement, boolean done) {
        AtomicBoolean preparing = new AtomicBoolean();
        AtomicBoolean broken = new AtomicBoolean();
        return RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", statement)) {
                preparing.set(true);
            }
            if (call.name().equals("executeUpdate") && preparing.get() && !broken.getAndSet(true)) {
                if (done) {
                    Object unused = call.proceed().run();
                }
                database.breakConnections();
                throw new SQLException("connection reset", "08006");
            }
            return call.proceed().run();
        });
    }
}
