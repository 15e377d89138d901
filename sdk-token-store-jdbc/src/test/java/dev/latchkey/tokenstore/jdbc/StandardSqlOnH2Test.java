package dev.latchkey.tokenstore.jdbc;

import java.time.Duration;
import javax.sql.DataSource;

/** What other databases get, tried on H2. */
class StandardSqlOnH2Test extends JdbcTokenStoreContract {

    @Override
    TestDatabase open() {
        return new H2Database();
    }

    @Override
    DataSource dataSource() {
        return RiggedDataSource.called("Another database", super.dataSource());
    }

    /** H2's own lock timeout. */
    @Override
    Duration longestWait() {
        return Duration.ofSeconds(5);
    }
}
