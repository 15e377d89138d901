package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the store treats the connections that it borrows. */
class ConnectionTest extends OnEveryDatabase {
    private PoolOfOne pool;

    @BeforeEach
    void openPool() {
        pool = new PoolOfOne(database.dataSource());
    }

    @AfterEach
    void closePool() throws SQLException {
        if (pool != null) {
            pool.close();
        }
    }

    private JdbcTokenStore pooled() {
        return JdbcTokenStore.on(pool.dataSource());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionComesBackInTheStateThatItCameIn(boolean autoCommit) throws Exception {
        Sessions.save(pooled(), Sessions.version(1));
        leaveBehind(autoCommit, "SELECT COUNT(*) FROM latchkey_session");
        ConnectionState before = stateAtHome();

        Sessions.save(pooled(), Sessions.version(1));
        assertThat(stateAtHome()).isEqualTo(before);
        pooled().load(Sessions.JANE);
        assertThat(stateAtHome()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionComesBackInTheStateThatItCameInAfterAFailure(boolean autoCommit) throws Exception {
        Sessions.save(pooled(), Sessions.version(1));
        database.execute("ALTER TABLE latchkey_session ADD CONSTRAINT no_more CHECK (version < 2)");
        leaveBehind(autoCommit, "SELECT COUNT(*) FROM latchkey_session");
        ConnectionState before = stateAtHome();

        assertThatThrownBy(() -> Sessions.save(pooled(), Sessions.version(2))).hasMessageContaining("SQLState 23");
        assertThat(stateAtHome()).isEqualTo(before);
        assertThatThrownBy(() -> pooled().exclusively(Sessions.JANE, Sessions.LONG, entry -> {
                    throw new IllegalStateException("thrown by the section");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stateAtHome()).isEqualTo(before);
        assertThatThrownBy(() -> pooled().createTable(false).table("missing").load(Sessions.JANE))
                .hasMessageContaining("no table missing");
        assertThat(stateAtHome()).isEqualTo(before);
    }

    @Test
    void whatAnotherBorrowerLeftUncommittedIsNotCommitted() throws Exception {
        database.execute("CREATE TABLE stranger (name VARCHAR(10))");
        leaveBehind(false, "INSERT INTO stranger VALUES ('pending')");
        Sessions.save(pooled(), Sessions.version(1));
        assertThat(database.query("SELECT name FROM stranger")).isEmpty();
    }

    @Test
    void noConnectionIsHeldWhileTheSectionRuns() throws Exception {
        try (Holder holder = Holder.inside(pooled(), Sessions.JANE)) {
            holder.save(Sessions.sent(1));
            await().until(pool::isAtHome);
            holder.save(Sessions.version(2));
            await().until(pool::isAtHome);
            holder.leave();
        }
        assertThat(pooled().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void isolationThatMakesTransactionsFailIsPutUpWith() throws Exception {
        DataSource serializable = RiggedDataSource.of(database.dataSource(), call -> {
            Object result = call.proceed().run();
            if (result instanceof Connection connection) {
                connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
                connection.setAutoCommit(false);
            }
            return result;
        });
        Sessions.save(JdbcTokenStore.on(serializable), Sessions.version(1));
        try (Holder holder = Holder.inside(JdbcTokenStore.on(serializable), Sessions.JANE);
                Holder next = Holder.waiting(JdbcTokenStore.on(serializable), Sessions.JANE, Sessions.LONG)) {
            holder.save(Sessions.version(2));
            holder.leave();
            next.awaitInside();
            next.save(Sessions.version(3));
            next.leave();
        }
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(3));
    }

    private void leaveBehind(boolean autoCommit, String sql) throws SQLException {
        try (Connection connection = pool.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
            connection.setReadOnly(!sql.startsWith("INSERT"));
            connection.setAutoCommit(autoCommit);
            statement.execute(sql);
        }
    }

    private ConnectionState stateAtHome() throws SQLException {
        await().until(pool::isAtHome);
        ConnectionState state = ConnectionState.of(pool.atHome());
        if (!state.autoCommit()) {
            pool.atHome().rollback();
        }
        return state;
    }
}
