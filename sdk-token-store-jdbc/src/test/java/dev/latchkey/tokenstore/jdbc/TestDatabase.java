package dev.latchkey.tokenstore.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A database that belongs to one test and is empty at first. */
interface TestDatabase extends AutoCloseable {

    /** Opens a new connection each time. */
    DataSource dataSource();

    /** Ends all connections of the data source, as an administrator would. */
    void breakConnections() throws SQLException;

    /** What the database calls a text without a limit. */
    String longText();

    @Override
    void close() throws SQLException;

    default void execute(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** All rows, each as its columns' texts with a blank between them. */
    default List<String> query(String sql) throws SQLException {
        try (Connection connection = dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }
}
