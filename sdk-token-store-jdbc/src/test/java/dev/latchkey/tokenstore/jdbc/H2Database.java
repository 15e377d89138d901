package dev.latchkey.tokenstore.jdbc;

import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

final class H2Database implements TestDatabase {
    private final DataSource dataSource;

    H2Database() {
        this("");
    }

    /** With settings that a URL ends with. */
    H2Database(String settings) {
        dataSource = DriverDataSource.of("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1" + settings);
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void breakConnections() throws SQLException {
        query("SELECT ABORT_SESSION(session_id) FROM information_schema.sessions WHERE session_id <> SESSION_ID()");
    }

    @Override
    public String longText() {
        return "TEXT";
    }

    @Override
    public void close() throws SQLException {
        execute("SHUTDOWN");
    }
}
