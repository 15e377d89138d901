package dev.latchkey.tokenstore.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What the next borrower of a connection would notice. */
record ConnectionState(
        boolean autoCommit,
        boolean readOnly,
        int isolation,
        int networkTimeout,
        int queryTimeout,
        List<String> settings) {

    static ConnectionState of(Connection connection, TestDatabase database) throws SQLException {
        List<String> settings = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(database.showSettings())) {
            result.next();
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                settings.add(result.getString(i));
            }
            return new ConnectionState(
                    connection.getAutoCommit(),
                    connection.isReadOnly(),
                    connection.getTransactionIsolation(),
                    connection.getNetworkTimeout(),
                    statement.getQueryTimeout(),
                    settings);
        }
    }
}
