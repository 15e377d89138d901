package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the table comes to be, on every database. */
abstract class TableContract {
    private TestDatabase database;

    abstract TestDatabase open() throws SQLException;

    /** The shipped SQL for this database. */
    abstract String script();

    @BeforeEach
    final void openDatabase() throws SQLException {
        database = open();
    }

    @AfterEach
    final void closeDatabase() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void theTableIsCreatedAsTheShippedSqlSays() throws Exception {
        RowContract.save(JdbcTokenStore.on(database.dataSource()), Sessions.version(1));
        List<String> created = columns();
        database.execute("DROP TABLE latchkey_session");
        database.execute(shippedSql());
        assertThat(created).hasSize(10).isEqualTo(columns());
    }

    @Test
    void aTableThatAnOperatorCreatedIsUsed() throws Exception {
        database.execute(shippedSql());
        JdbcTokenStore store = JdbcTokenStore.on(database.dataSource()).createTable(false);
        RowContract.save(store, Sessions.version(1));
        assertThat(store.load(Sessions.JANE)).isEqualTo(Sessions.version(1));
    }

    @Test
    void theShippedSqlMayBeRunTwice() throws Exception {
        database.execute(shippedSql());
        RowContract.save(JdbcTokenStore.on(database.dataSource()), Sessions.version(1));
        database.execute(shippedSql());
        assertThat(database.query("SELECT version FROM latchkey_session")).containsExactly("1");
    }

    @Test
    void aMissingTableIsNotCreatedAgainstTheOperatorsWish() throws Exception {
        JdbcTokenStore store = JdbcTokenStore.on(database.dataSource()).createTable(false);
        assertThatThrownBy(() -> store.load(Sessions.JANE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("There is no table latchkey_session")
                .hasMessageContaining(script());
        assertThat(columns()).isEmpty();
        database.execute(shippedSql());
        assertThat(store.load(Sessions.JANE)).isNull();
    }

    @Test
    void theTableMayHaveAnotherNameInAnotherSchema() throws Exception {
        database.execute("CREATE SCHEMA other_" + schemaSuffix());
        String name = "other_" + schemaSuffix() + ".Sessions_2";
        try {
            JdbcTokenStore store = JdbcTokenStore.on(database.dataSource()).table(name);
            RowContract.save(store, Sessions.version(1));
            assertThat(store.load(Sessions.JANE)).isEqualTo(Sessions.version(1));
            assertThat(database.query("SELECT version FROM " + name)).containsExactly("1");
        } finally {
            database.execute("DROP SCHEMA other_" + schemaSuffix() + " CASCADE");
        }
    }

    @Test
    void twoProcessesMayCreateTheTableAtOnce() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        DataSource meeting = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", "CREATE TABLE")) {
                both.await(30, TimeUnit.SECONDS);
            }
            return call.proceed().run();
        });
        Executor threads = work -> new Thread(work).start();
        List<CompletableFuture<Void>> processes = List.of(
                CompletableFuture.runAsync(() -> save(meeting, 1), threads),
                CompletableFuture.runAsync(() -> save(meeting, 2), threads));
        for (CompletableFuture<Void> process : processes) {
            process.get(60, TimeUnit.SECONDS);
        }
        assertThat(database.query("SELECT revision FROM latchkey_session")).containsExactly("2");
    }

    private static void save(DataSource dataSource, long version) {
        try {
            RowContract.save(JdbcTokenStore.on(dataSource), Sessions.version(version));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String schemaSuffix() {
        return "s" + Integer.toHexString(System.identityHashCode(database));
    }

    /** As an operator would run it: the file as it is. */
    private String shippedSql() throws IOException {
        try (InputStream in = JdbcTokenStore.class.getResourceAsStream(script())) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<String> columns() throws SQLException {
        return database.query("SELECT column_name, data_type, character_maximum_length, is_nullable, ordinal_position"
                + " FROM information_schema.columns WHERE LOWER(table_name) = 'latchkey_session'"
                + " AND table_schema = CURRENT_SCHEMA ORDER BY ordinal_position");
    }
}
