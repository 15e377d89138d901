package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresTableTest extends TableContract {

    @Override
    TestDatabase open() throws SQLException {
        return PostgresDatabase.open();
    }

    @Override
    String script() {
        return "postgresql.sql";
    }
}
