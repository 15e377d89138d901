package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class PostgresStoreTest extends JdbcTokenStoreContract {

    @Override
    TestDatabase open() throws SQLException {
        return PostgresDatabase.open();
    }
}
