package dev.latchkey.tokenstore.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;

/**
 * A connection on loan for one statement, and given back in the state that it came in, or not at all: one that cannot be
 * restored is aborted, so that a pool drops it. Isolation and auto-commit stay as they are: a single statement is a
 * transaction of its own at every level, and one that loses to another is repeated.
 */
final class Loan implements AutoCloseable {
    /** How long an answer may take. */
    static final Duration ANSWER = Duration.ofSeconds(5);

    private static final int UNCHANGED = -1;

    private final Connection connection;
    private boolean autoCommit = true;
    private boolean readOnly;
    private int networkTimeout = UNCHANGED;
    private int queryTimeout = UNCHANGED;

    private Loan(Connection connection) {
        this.connection = connection;
    }

    static Loan of(Connection connection) throws SQLException {
        Loan loan = new Loan(connection);
        try {
            loan.setUp();
            return loan;
        } catch (SQLException | RuntimeException e) {
            loan.close();
            throw e;
        }
    }

    private void setUp() throws SQLException {
        autoCommit = connection.getAutoCommit();
        rollback(); // Whatever a former user left behind: the commits are ours.
        limitAnswers();
        if (connection.isReadOnly()) {
            readOnly = true;
            connection.setReadOnly(false);
        }
        try (Statement statement = connection.createStatement()) {
            queryTimeout = statement.getQueryTimeout();
        }
    }

    /** Bounds the wait for a server that is out of reach; a driver without such a bound has to be configured for it. */
    private void limitAnswers() throws SQLException {
        try {
            int found = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) ANSWER.toMillis());
            networkTimeout = found;
        } catch (SQLFeatureNotSupportedException e) {
            networkTimeout = UNCHANGED;
        }
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout((int) ANSWER.toSeconds());
        return statement;
    }

    void commit() throws SQLException {
        if (!autoCommit) {
            connection.commit();
        }
    }

    /** Ends the transaction; if that fails, so will whatever comes next. */
    void rollback() {
        try {
            if (!autoCommit) {
                connection.rollback();
            }
        } catch (SQLException e) {
            // The connection is lost, and the transaction with it.
        }
    }

    @Override
    public void close() {
        rollback();
        try {
            restore();
        } catch (SQLException e) {
            abort();
        }
        try {
            connection.close();
        } catch (SQLException e) {
            // It was lost before.
        }
    }

    private void restore() throws SQLException {
        if (queryTimeout != UNCHANGED) {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(queryTimeout); // H2 keeps it for the connection.
            }
        }
        if (readOnly) {
            connection.setReadOnly(true);
        }
        if (networkTimeout != UNCHANGED) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It was lost before.
        }
    }
}
