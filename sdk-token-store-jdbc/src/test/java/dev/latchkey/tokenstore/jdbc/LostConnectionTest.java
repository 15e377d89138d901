package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.StoreBusyException;
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

/** Connections that fail at the worst moment. */
class LostConnectionTest {
    private final TestDatabase database = new H2Database();

    @AfterEach
    void closeDatabase() throws SQLException {
        database.close();
    }

    @Test
    void nobodyGetsInBetweenASaveAndTheNextLock() throws Exception {
        AtomicInteger commits = new AtomicInteger();
        DataSource watched = RiggedDataSource.of(database.dataSource(), call -> {
            Object result = call.proceed().run();
            if (call.name().equals("commit") && isUnfinished()) {
                commits.incrementAndGet();
                assertThatExceptionOfType(StoreBusyException.class)
                        .isThrownBy(() -> JdbcTokenStore.on(database.dataSource())
                                .exclusively(Sessions.JANE, Duration.ZERO, entry -> "inside"));
            }
            return result;
        });
        RowContract.save(JdbcTokenStore.on(watched), Sessions.version(1));
        assertThat(commits).hasValue(1);
        assertThat(isUnfinished()).isFalse();
    }

    @Test
    void aCommitWhoseAnswerWasLostIsNotRepeated() throws Exception {
        JdbcTokenStore store = JdbcTokenStore.on(failingOnce(true));
        RowContract.save(store, Sessions.version(1));
        assertThat(database.query("SELECT version, revision, unfinished FROM latchkey_session"))
                .containsExactly("1 1 0");
    }

    @Test
    void aCommitThatDidNotArriveIsRepeated() throws Exception {
        JdbcTokenStore store = JdbcTokenStore.on(failingOnce(false));
        RowContract.save(store, Sessions.version(1));
        assertThat(database.query("SELECT version, revision, unfinished FROM latchkey_session"))
                .containsExactly("1 1 0");
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
        RowContract.save(JdbcTokenStore.on(starting), Sessions.version(1));
        assertThat(refusals).hasNegativeValue();
    }

    @Test
    void aDatabaseThatStaysAwayIsReported() {
        AtomicInteger refusals = new AtomicInteger();
        DataSource away = RiggedDataSource.of(database.dataSource(), call -> {
            refusals.incrementAndGet();
            throw new SQLException("Connection refused", "08001");
        });
        assertThatThrownBy(() ->
                        RowContract.save(JdbcTokenStore.on(away).patience(Duration.ofMillis(200)), Sessions.version(1)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("SQLState 08001");
        assertThat(refusals).hasValueGreaterThan(1);
    }

    @Test
    void aLongWaitForOthersLeavesPatienceForADatabaseThatGoesAway() throws Exception {
        JdbcTokenStore store = JdbcTokenStore.on(database.dataSource());
        try (Holder holder = Holder.inside(store, Sessions.JANE);
                Holder waiting =
                        Holder.waiting(store.patience(Duration.ofMillis(200)), Sessions.JANE, RowContract.LONG)) {
            holder.save(Sessions.version(1));
            await().during(Duration.ofMillis(400)).until(() -> !waiting.isInside());
            database.breakConnections();
            holder.save(Sessions.version(2));
            holder.leave();
            waiting.awaitInside();
            waiting.leave();
        }
    }

    @Test
    void whatAnotherConnectionWouldNotCureIsReportedAtOnce() {
        AtomicInteger refusals = new AtomicInteger();
        DataSource wrongPassword = RiggedDataSource.of(database.dataSource(), call -> {
            refusals.incrementAndGet();
            throw new SQLException("password authentication failed", "28P01");
        });
        assertThatThrownBy(() -> RowContract.save(JdbcTokenStore.on(wrongPassword), Sessions.version(1)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("SQLState 28P01");
        assertThat(refusals).hasValue(1);
    }

    @Test
    void anInterruptEndsTheWaitForADatabaseThatIsAway() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        AtomicInteger refusals = new AtomicInteger();
        DataSource away = RiggedDataSource.of(database.dataSource(), call -> {
            if (refusals.incrementAndGet() == 2) {
                Thread.currentThread().interrupt();
            }
            throw new SQLException("Connection refused", "08001");
        });
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> JdbcTokenStore.on(away)
                        .exclusively(Sessions.JANE, RowContract.LONG, entry -> ran.getAndSet(true)));
        assertThat(ran).isFalse();
        assertThat(refusals).hasValue(2);
    }

    @Test
    void anInterruptEndsASaveThatWaitsForItsDatabase() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        DataSource failing = RiggedDataSource.of(database.dataSource(), call -> {
            if (away.get() && !call.name().equals("close")) {
                throw new SQLException("Connection refused", "08001");
            }
            return call.proceed().run();
        });
        try (Holder holder = Holder.inside(JdbcTokenStore.on(failing), Sessions.JANE)) {
            FutureTask<Boolean> save = holder.start(entry -> {
                away.set(true);
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> entry.save(Sessions.version(1)))
                        .hasMessage("The wait for the database was interrupted.");
                return Thread.interrupted();
            });
            assertThat(save.get(30, TimeUnit.SECONDS)).isTrue();
            away.set(false);
            holder.leave();
        }
    }

    @Test
    void anInterruptEndsTheWaitForASectionThatIsUnfinished() throws Exception {
        JdbcTokenStore store = JdbcTokenStore.on(database.dataSource());
        RowContract.save(store, Sessions.version(1));
        database.execute("UPDATE latchkey_session SET unfinished = 1");
        AtomicBoolean ran = new AtomicBoolean();
        DataSource interrupting = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.name().equals("rollback")) {
                Thread.currentThread().interrupt();
            }
            return call.proceed().run();
        });
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> JdbcTokenStore.on(interrupting)
                        .exclusively(Sessions.JANE, RowContract.LONG, entry -> ran.getAndSet(true)));
        assertThat(ran).isFalse();
    }

    @Test
    void aConnectionThatCannotBeRestoredIsNotGivenBackToBeUsed() throws Exception {
        AtomicBoolean aborted = new AtomicBoolean();
        DataSource stubborn = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("setAutoCommit", "true")) {
                throw new SQLException("no");
            }
            if (call.target() instanceof Connection && call.name().equals("abort")) {
                aborted.set(true);
            }
            return call.proceed().run();
        });
        RowContract.save(JdbcTokenStore.on(stubborn), Sessions.version(1));
        assertThat(aborted).isTrue();
    }

    @Test
    void aSectionWhoseEndCannotBeNotedEndsAllTheSame() throws Exception {
        DataSource failing = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", "SET unfinished = 0")) {
                throw new SQLException("no");
            }
            return call.proceed().run();
        });
        RowContract.save(JdbcTokenStore.on(failing), Sessions.version(1));
        assertThat(isUnfinished()).isTrue();
        RowContract.save(JdbcTokenStore.on(database.dataSource()), Sessions.version(2));
        assertThat(isUnfinished()).isFalse();
    }

    private boolean isUnfinished() throws SQLException {
        return database.query("SELECT unfinished FROM latchkey_session").contains("1");
    }

    /** Breaks the connection at the first commit of a session, before it is done or after. */
    private DataSource failingOnce(boolean committed) {
        AtomicBoolean writing = new AtomicBoolean();
        AtomicBoolean broken = new AtomicBoolean();
        return RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", "SET generation")) {
                writing.set(true);
            }
            if (call.name().equals("commit") && writing.get() && !broken.getAndSet(true)) {
                if (committed) {
                    call.proceed().run();
                }
                database.breakConnections();
                throw new SQLException("connection reset", "08006");
            }
            return call.proceed().run();
        });
    }
}
