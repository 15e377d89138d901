package dev.latchkey.tokenstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;

/** What the next borrower of a connection would notice. */
record ConnectionState(boolean autoCommit, boolean readOnly, int isolation, int networkTimeout, int queryTimeout) {

    static ConnectionState of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new ConnectionState(
                    connection.getAutoCommit(),
                    connection.isReadOnly(),
                    connection.getTransactionIsolation(),
                    networkTimeout(connection),
                    statement.getQueryTimeout());
        }
    }

    private static int networkTimeout(Connection connection) throws SQLException {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLFeatureNotSupportedException e) {
            return -1;
        }
    }
}
