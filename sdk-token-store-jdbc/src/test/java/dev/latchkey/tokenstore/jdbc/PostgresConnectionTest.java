package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresConnectionTest extends ConnectionContract {

    @Override
    TestDatabase open() throws SQLException {
        return PostgresDatabase.open();
    }
}
