package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

final class HsqlDatabase implements TestDatabase {
    private final DataSource dataSource = DriverDataSource.of("jdbc:hsqldb:mem:" + UUID.randomUUID());

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void breakConnections() throws SQLException {
        for (String id :
                query("SELECT session_id FROM information_schema.system_sessions WHERE session_id <> SESSION_ID()")) {
            try {
                execute("ALTER SESSION " + id + " RELEASE");
            } catch (SQLException e) {
                // It has ended by itself.
            }
        }
    }

    @Override
    public String longText() {
        return "CLOB";
    }

    @Override
    public void close() throws SQLException {
        execute("SHUTDOWN");
    }
}
