package dev.latchkey.tokenstore.jdbc;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** A schema in the PostgreSQL that {@code LATCHKEY_POSTGRES_URL} names. */
final class PostgresDatabase implements TestDatabase {
    private final String name = "t" + UUID.randomUUID().toString().replace("-", "");
    private final SmallPool pool;

    private PostgresDatabase(String url) throws SQLException {
        pool = new SmallPool(DriverDataSource.of(url + "&currentSchema=" + name + "&ApplicationName=" + name));
        execute("CREATE SCHEMA " + name);
    }

    static TestDatabase open() throws SQLException {
        Optional<String> url = setting("LATCHKEY_POSTGRES_URL");
        assumeTrue(url.isPresent(), "There is no PostgreSQL: set LATCHKEY_POSTGRES_URL, see .ci/postgres");
        return new PostgresDatabase(url.get());
    }

    /** An environment variable, or a system property of the same name. */
    static Optional<String> setting(String name) {
        return Optional.ofNullable(System.getProperty(name, System.getenv(name)));
    }

    @Override
    public DataSource dataSource() {
        return pool.dataSource();
    }

    @Override
    public void breakConnections() throws SQLException {
        query("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = '" + name
                + "' AND pid <> pg_backend_pid()");
    }

    @Override
    public String longText() {
        return "TEXT";
    }

    @Override
    public void close() throws SQLException {
        execute("DROP SCHEMA " + name + " CASCADE");
        pool.close();
    }
}
