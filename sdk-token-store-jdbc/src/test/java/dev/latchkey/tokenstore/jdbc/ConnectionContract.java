package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the store treats the connections that it borrows, on every database. */
abstract class ConnectionContract {
    private TestDatabase database;
    private PoolOfOne pool;

    abstract TestDatabase open() throws SQLException;

    @BeforeEach
    final void openPool() throws SQLException {
        database = open();
        pool = new PoolOfOne(database.dataSource());
    }

    @AfterEach
    final void closePool() throws SQLException {
        if (database != null) {
            pool.close();
            database.close();
        }
    }

    private JdbcTokenStore store() {
        return JdbcTokenStore.on(pool.dataSource());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionComesBackInTheStateThatItCameIn(boolean autoCommit) throws Exception {
        leaveBehind(autoCommit, "SELECT 1");
        ConnectionState before = stateAtHome();

        RowContract.save(store(), Sessions.version(1));
        assertThat(stateAtHome()).isEqualTo(before);
        store().load(Sessions.JANE);
        assertThat(stateAtHome()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionComesBackInTheStateThatItCameInAfterAFailure(boolean autoCommit) throws Exception {
        RowContract.save(store(), Sessions.version(1));
        database.execute("ALTER TABLE latchkey_session ADD CONSTRAINT no_more CHECK (version < 2)");
        leaveBehind(autoCommit, "SELECT 1");
        ConnectionState before = stateAtHome();

        assertThatThrownBy(() -> RowContract.save(store(), Sessions.version(2))).hasMessageContaining("SQLState 23");
        assertThat(stateAtHome()).isEqualTo(before);
        assertThatThrownBy(() -> store().exclusively(Sessions.JANE, RowContract.LONG, entry -> {
                    throw new IllegalStateException("thrown by the section");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stateAtHome()).isEqualTo(before);
        assertThatThrownBy(() -> store().createTable(false).table("missing").load(Sessions.JANE))
                .hasMessageContaining("no table missing");
        assertThat(stateAtHome()).isEqualTo(before);
    }

    @Test
    void whatAnotherBorrowerLeftUncommittedIsNotCommitted() throws Exception {
        database.execute("CREATE TABLE stranger (name VARCHAR(10))");
        leaveBehind(false, "INSERT INTO stranger VALUES ('pending')");
        RowContract.save(store(), Sessions.version(1));
        assertThat(database.query("SELECT name FROM stranger")).isEmpty();
    }

    @Test
    void oneConnectionIsEnough() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            holder.save(Sessions.version(1));
            holder.save(Sessions.version(2));
            holder.leave();
        }
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
        assertThat(pool.isAtHome()).isTrue();
    }

    @Test
    void oneConnectionIsEnoughWhenItIsLost() throws Exception {
        try (Holder holder = Holder.inside(store(), Sessions.JANE)) {
            holder.save(Sessions.version(1));
            database.breakConnections();
            holder.save(Sessions.version(2));
            holder.leave();
        }
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
        assertThat(pool.isAtHome()).isTrue();
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
        assertThat(pool.isAtHome()).isTrue();
        ConnectionState state = ConnectionState.of(pool.atHome(), database);
        if (!state.autoCommit()) {
            pool.atHome().rollback();
        }
        return state;
    }
}
