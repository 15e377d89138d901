package dev.latchkey.tokenstore.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** A database in the MariaDB that {@code LATCHKEY_MARIADB_URL} names, in an encoding that is not ours. */
final class MariaDatabase implements TestDatabase {
    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final DataSource server;
    private final SmallPool pool;

    private MariaDatabase(String url) throws SQLException {
        server = DriverDataSource.of(url);
        pool = new SmallPool(DriverDataSource.of(url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name)));
        onServer("CREATE DATABASE " + name + " CHARACTER SET latin1");
    }

    static TestDatabase open() throws SQLException {
        Optional<String> url = PostgresDatabase.setting("LATCHKEY_MARIADB_URL");
        assumeTrue(url.isPresent(), "There is no MariaDB: set LATCHKEY_MARIADB_URL, see .ci/mariadb");
        return new MariaDatabase(url.get());
    }

    private void onServer(String sql) throws SQLException {
        try (var connection = server.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public DataSource dataSource() {
        return pool.dataSource();
    }

    @Override
    public void breakConnections() throws SQLException {
        for (String id : query(
                "SELECT id FROM information_schema.processlist WHERE db = '" + name + "' AND id <> CONNECTION_ID()")) {
            try {
                onServer("KILL " + id);
            } catch (SQLException e) {
                // It has ended by itself.
            }
        }
    }

    @Override
    public String longText() {
        return "LONGTEXT";
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        onServer("DROP DATABASE " + name);
    }
}
