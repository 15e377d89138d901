package dev.latchkey.reliability.processes;

import dev.latchkey.core.auth.FileTokenStore;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.tokenstore.jdbc.JdbcTokenStore;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.postgresql.ds.PGPoolingDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the store of a run, in the test and in its children. */
final class Stores {
    private Stores() {}

    /** A store in a database if the location is its URL, else in a folder. */
    static TokenStore open(String location) {
        return isDatabase(location) ? JdbcTokenStore.on(unpooled(location)) : FileTokenStore.at(Path.of(location));
    }

    /** The same with a pool of connections, as applications have one by the time of their first call. */
    static TokenStore pooled(String location) throws SQLException {
        if (!isDatabase(location)) {
            return open(location);
        }
        DataSource pool = pool(location);
        pool.getConnection().close();
        return JdbcTokenStore.on(pool);
    }

    static boolean isDatabase(String location) {
        return location.startsWith("jdbc:");
    }

    private static DataSource unpooled(String url) {
        try {
            if (url.startsWith("jdbc:mariadb:")) {
                return new MariaDbDataSource(url);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PGSimpleDataSource postgres = new PGSimpleDataSource();
        postgres.setUrl(url);
        return postgres;
    }

    @SuppressWarnings("deprecation") // Not for production, says its driver, and we are not.
    private static DataSource pool(String url) throws SQLException {
        if (url.startsWith("jdbc:mariadb:")) {
            return new MariaDbPoolDataSource(url);
        }
        PGPoolingDataSource postgres = new PGPoolingDataSource();
        postgres.setUrl(url);
        return postgres;
    }
}
