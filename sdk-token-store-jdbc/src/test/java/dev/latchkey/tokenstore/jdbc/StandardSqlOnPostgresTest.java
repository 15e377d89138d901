package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;

/** What other databases get, tried on PostgreSQL, where the table has to be made by the shipped SQL: there is no CLOB. */
@Tag("postgres")
class StandardSqlOnPostgresTest extends JdbcTokenStoreContract {

    @Override
    TestDatabase open() throws SQLException {
        return PostgresDatabase.open();
    }

    @BeforeEach
    void createTable() throws Exception {
        database.execute(Script.creating(TableName.DEFAULT, Dialect.POSTGRESQL));
    }

    @Override
    DataSource dataSource() {
        return RiggedDataSource.called("Another database", super.dataSource());
    }

    /** The timeout of a statement counts in whole seconds. */
    @Override
    Duration longestWait() {
        return Duration.ofSeconds(4);
    }
}
