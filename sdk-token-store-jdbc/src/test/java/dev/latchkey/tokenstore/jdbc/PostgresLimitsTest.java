package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.StoredSession;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Limits that PostgreSQL keeps by itself. */
@Tag("postgres")
class PostgresLimitsTest {
    private TestDatabase database;

    @BeforeEach
    void openDatabase() throws SQLException {
        database = PostgresDatabase.open();
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void aSectionThatHangsDoesNotHoldTheSessionForEver() throws Exception {
        JdbcTokenStore hanging = JdbcTokenStore.on(database.dataSource()).holdLimit(Duration.ofMillis(300));
        JdbcTokenStore other = JdbcTokenStore.on(database.dataSource());
        try (Holder holder = Holder.inside(hanging, Sessions.JANE)) {
            holder.save(Sessions.version(1));
            StoredSession found = other.exclusively(Sessions.JANE, RowContract.LONG, RowContract::load);
            assertThat(found).isEqualTo(Sessions.version(1));
            RowContract.save(other, Sessions.version(2));
            JdbcTokenStoreContract.assertTakenOver(holder);
            holder.leave();
        }
        assertThat(other.load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void aSectionThatHungAloneGoesOn() throws Exception {
        JdbcTokenStore hanging = JdbcTokenStore.on(database.dataSource()).holdLimit(Duration.ofMillis(300));
        try (Holder holder = Holder.inside(hanging, Sessions.JANE)) {
            holder.save(Sessions.version(1));
            await().until(() -> database.query("SELECT pid FROM pg_stat_activity WHERE state = 'idle in transaction'"
                            + " AND application_name = current_setting('application_name')")
                    .isEmpty());
            holder.save(Sessions.version(2));
            holder.leave();
        }
        assertThat(database.query("SELECT version, unfinished FROM latchkey_session"))
                .containsExactly("2 0");
    }

    @Test
    void aStatementTimeoutOfTheServersDoesNotEndAWaitEarly() throws Exception {
        DataSource impatient = RiggedDataSource.of(database.dataSource(), call -> {
            Object result = call.proceed().run();
            if (result instanceof java.sql.Connection connection) {
                connection.createStatement().execute("SET statement_timeout = 100");
            }
            return result;
        });
        JdbcTokenStore store = JdbcTokenStore.on(impatient);
        RowContract.save(store, Sessions.version(1));
        try (Holder holder = Holder.inside(JdbcTokenStore.on(database.dataSource()), Sessions.JANE);
                Holder waiting = Holder.waiting(store, Sessions.JANE, RowContract.LONG)) {
            await().during(Duration.ofMillis(500)).until(() -> !waiting.isInside());
            holder.leave();
            waiting.awaitInside();
            waiting.leave();
        }
    }
}
