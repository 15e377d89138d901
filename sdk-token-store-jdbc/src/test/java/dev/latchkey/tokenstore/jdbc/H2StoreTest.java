package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;

class H2StoreTest extends JdbcTokenStoreContract {

    @Override
    TestDatabase open() throws SQLException {
        return new H2Database();
    }
}
