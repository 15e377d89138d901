package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.store.StoreSetupException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** How the table comes to be. */
class TableTest extends OnEveryDatabase {

    @Test
    void theTableIsCreatedAsTheShippedSqlSays() throws Exception {
        Sessions.save(JdbcTokenStore.on(database.dataSource()), Sessions.version(1));
        List<String> created = columns();
        database.execute("DROP TABLE latchkey_session");
        database.execute(shippedSql());
        assertThat(created).hasSize(12).isEqualTo(columns());
    }

    @Test
    void aTableThatAnOperatorCreatedIsUsed() throws Exception {
        database.execute(shippedSql());
        JdbcTokenStore store = JdbcTokenStore.on(database.dataSource()).createTable(false);
        Sessions.save(store, Sessions.version(1));
        assertThat(store.load(Sessions.JANE)).isEqualTo(Sessions.version(1));
    }

    @Test
    void aTableOfAnotherKindIsRefusedWithAdvice() throws Exception {
        database.execute("CREATE TABLE latchkey_session (id VARCHAR(64), unfinished SMALLINT)");
        assertThatThrownBy(() -> JdbcTokenStore.on(database.dataSource()).load(Sessions.JANE))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("The table latchkey_session is not one of this version of the SDK. Drop it");
    }

    @Test
    void aTableThatCannotBeCreatedIsASetupToMend() {
        DataSource readers = RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", "CREATE TABLE")) {
                throw new SQLException("permission denied", "42501");
            }
            return call.proceed().run();
        });
        assertThatThrownBy(() -> JdbcTokenStore.on(readers).load(Sessions.JANE))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("The table latchkey_session cannot be created")
                .hasMessageContaining("SQLState 42501");
    }

    @Test
    void aMissingTableIsNotCreatedAgainstTheOperatorsWish() throws Exception {
        JdbcTokenStore store = JdbcTokenStore.on(database.dataSource()).createTable(false);
        assertThatThrownBy(() -> store.load(Sessions.JANE))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContaining("There is no table latchkey_session")
                .hasMessageContaining("latchkey_session.sql");
        assertThat(columns()).isEmpty();
        database.execute(shippedSql());
        assertThat(store.load(Sessions.JANE)).isNull();
    }

    @Test
    void theTableMayHaveAnotherNameInAnotherSchema() throws Exception {
        String schema = "other_" + UUID.randomUUID().toString().replace("-", "");
        database.execute("CREATE SCHEMA " + schema);
        try {
            JdbcTokenStore store = JdbcTokenStore.on(database.dataSource()).table(schema + ".Sessions_2");
            Sessions.save(store, Sessions.version(1));
            assertThat(store.load(Sessions.JANE)).isEqualTo(Sessions.version(1));
            assertThat(database.query("SELECT version FROM " + schema + ".Sessions_2"))
                    .containsExactly("1");
        } finally {
            database.execute("DROP TABLE " + schema + ".Sessions_2");
            database.execute("DROP SCHEMA " + schema);
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
        assertThat(database.query("SELECT revision FROM latchkey_session")).containsExactly("6");
    }

    private static void save(DataSource dataSource, long version) {
        try {
            Sessions.save(JdbcTokenStore.on(dataSource), Sessions.version(version));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As an operator would run it. */
    private String shippedSql() throws IOException {
        return Table.script(TableName.DEFAULT, database.longText());
    }

    private List<String> columns() throws SQLException {
        List<String> columns = new ArrayList<>();
        try (Connection connection = database.dataSource().getConnection();
                ResultSet all = connection
                        .getMetaData()
                        .getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (all.next()) {
                if (all.getString("TABLE_NAME").equalsIgnoreCase("latchkey_session")) {
                    columns.add(all.getString("COLUMN_NAME") + " " + all.getString("TYPE_NAME") + " "
                            + all.getString("COLUMN_SIZE") + " " + all.getString("NULLABLE"));
                }
            }
        }
        return columns;
    }
}
