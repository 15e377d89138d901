package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that every database has to pass, each time on an empty one. */
@ParameterizedClass
@EnumSource(Databases.class)
abstract class OnEveryDatabase {
    @Parameter
    private Databases kind;

    TestDatabase database;

    @BeforeEach
    final void openDatabase() throws SQLException {
        database = kind.open();
        database.dataSource().getConnection().close(); // The first one loads the driver.
    }

    @AfterEach
    final void closeDatabase() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    /** As another process would have it. */
    final JdbcTokenStore store() {
        return JdbcTokenStore.on(database.dataSource());
    }
}
