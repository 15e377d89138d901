package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Pools that have no connection left. */
class PoolTest {
    private static final Duration SHORT = Duration.ofMillis(50);

    private final TestDatabase database = new H2Database();

    @AfterEach
    void closeDatabase() throws SQLException {
        database.close();
    }

    @Test
    void aPoolThatNeverAnswersHangsNobodyAndIsNamed() throws Exception {
        CountDownLatch free = new CountDownLatch(1);
        AtomicBoolean full = new AtomicBoolean();
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger returned = new AtomicInteger();
        AtomicInteger statements = new AtomicInteger();
        DataSource exhausted = RiggedDataSource.of(database.dataSource(), call -> {
            switch (call.name()) {
                case "getConnection" -> {
                    if (full.get()) {
                        asked.incrementAndGet();
                        awaitIgnoringInterrupts(free);
                    }
                }
                case "prepareStatement" -> statements.addAndGet(full.get() ? 1 : 0);
                case "close" -> returned.addAndGet(full.get() && call.target() instanceof Connection ? 1 : 0);
                default -> {}
            }
            return call.proceed().run();
        });
        JdbcTokenStore store = JdbcTokenStore.on(exhausted).with(settings -> settings.withConnectionWait(SHORT));
        await().ignoreExceptions().until(() -> store.load(Sessions.JANE) == null);
        full.set(true);
        for (int i = 0; i < 10; i++) {
            assertThatThrownBy(() -> store.load(Sessions.JANE))
                    .hasMessage("waited PT0.05S for a connection of the pool");
        }
        assertThatThrownBy(() -> store.exclusively(Sessions.JANE, Sessions.LONG, entry -> "inside"))
                .hasMessage("waited PT0.05S for a connection of the pool");
        assertThat(asked).hasValueLessThanOrEqualTo(4);
        free.countDown();
        await().untilAsserted(() -> assertThat(returned).hasValue(asked.get()));
        assertThat(statements).hasValue(0);
        full.set(false);
        Sessions.save(store, Sessions.version(1));
    }

    @Test
    void aWaitThatIsGivenUpIsInterruptedSoThatTheNextOneAsksAnew() throws Exception {
        AtomicBoolean away = new AtomicBoolean();
        AtomicInteger interrupted = new AtomicInteger();
        DataSource forgetful = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.name().equals("getConnection") && away.get()) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.incrementAndGet();
                    throw new SQLTransientConnectionException("interrupted");
                }
            }
            return call.proceed().run();
        });
        JdbcTokenStore store = JdbcTokenStore.on(forgetful).with(settings -> settings.withConnectionWait(SHORT));
        await().ignoreExceptions().until(() -> store.load(Sessions.JANE) == null);
        away.set(true);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> store.load(Sessions.JANE)).isInstanceOf(NoFreeConnectionException.class);
        }
        await().untilAsserted(() -> assertThat(interrupted).hasValue(5));
        away.set(false);
        Sessions.save(store, Sessions.version(1));
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theFirstConnectionIsGivenMoreTime() {
        CountDownLatch never = new CountDownLatch(1);
        DataSource exhausted = RiggedDataSource.of(database.dataSource(), call -> {
            never.await();
            return call.proceed().run();
        });
        JdbcTokenStore store = JdbcTokenStore.on(exhausted).with(settings -> settings.withConnectionWait(SHORT));
        assertThatThrownBy(() -> store.load(Sessions.JANE)).hasMessage("waited PT0.2S for a connection of the pool");
        never.countDown();
    }

    @Test
    void aPoolThatGivesUpItselfIsNamedWithHowLongItTook() {
        DataSource impatient = RiggedDataSource.of(database.dataSource(), call -> {
            throw new SQLTransientConnectionException("Connection is not available");
        });
        assertThatThrownBy(() -> JdbcTokenStore.on(impatient).load(Sessions.JANE))
                .hasMessageStartingWith("The DataSource gave no connection, after ")
                .hasMessageEndingWith("java.sql.SQLTransientConnectionException, SQLState unknown, error code 0.");
    }

    @Test
    void noThreadOutlivesItsWork() throws Exception {
        Sessions.save(JdbcTokenStore.on(database.dataSource()), Sessions.version(1));
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("latchkey-jdbc"))
                .allMatch(Thread::isDaemon));
    }
}
