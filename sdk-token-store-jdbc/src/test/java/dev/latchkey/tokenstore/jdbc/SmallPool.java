package dev.latchkey.tokenstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;

/** Keeps connections to servers, which take long to make; forgets those that are broken. */
final class SmallPool implements AutoCloseable {
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
    private final DataSource real;

    SmallPool(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return RiggedDataSource.of(real, call -> {
            if (call.target() instanceof DataSource) {
                Connection connection = kept();
                return RiggedDataSource.watched(Connection.class, connection, lent -> {
                    if (lent.target() == connection && lent.name().equals("close")) {
                        takeBack(connection);
                        return null;
                    }
                    return lent.proceed().run();
                });
            }
            return call.proceed().run();
        });
    }

    /** As it was made, or not at all. */
    private void takeBack(Connection connection) throws SQLException {
        if (connection.isClosed() || !connection.getAutoCommit() || connection.isReadOnly()) {
            connection.close();
        } else {
            idle.push(connection);
        }
    }

    private Connection kept() throws SQLException {
        for (Connection found = idle.poll(); found != null; found = idle.poll()) {
            if (!found.isClosed() && found.isValid(5)) {
                return found;
            }
            found.close();
        }
        return real.getConnection();
    }

    @Override
    public void close() throws SQLException {
        for (Connection left = idle.poll(); left != null; left = idle.poll()) {
            left.close();
        }
    }
}
