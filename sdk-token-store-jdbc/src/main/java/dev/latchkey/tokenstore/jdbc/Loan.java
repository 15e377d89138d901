package dev.latchkey.tokenstore.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * A connection on loan: set up for transactions at READ COMMITTED, and given back in the state that it came in, or not at
 * all: one that cannot be restored is aborted, so that a pool drops it.
 */
final class Loan implements AutoCloseable {
    /** How long an answer may take that waits for nobody. */
    static final Duration ANSWER = Duration.ofSeconds(10);

    private static final int UNCHANGED = -1;

    private final Connection connection;
    private boolean autoCommit;
    private boolean readOnly;
    private int isolation = UNCHANGED;
    private int networkTimeout = UNCHANGED;
    private int queryTimeout = UNCHANGED;

    private Loan(Connection connection) {
        this.connection = connection;
    }

    static Loan from(DataSource dataSource) throws SQLException {
        Loan loan = new Loan(dataSource.getConnection());
        try {
            loan.setUp();
            return loan;
        } catch (SQLException | RuntimeException e) {
            loan.close();
            throw e;
        }
    }

    private void setUp() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback(); // Whatever a former user left behind: the commits are ours.
        }
        waitAtMost(ANSWER);
        if (connection.isReadOnly()) {
            readOnly = true;
            connection.setReadOnly(false);
        }
        int found = connection.getTransactionIsolation();
        if (found != Connection.TRANSACTION_READ_COMMITTED) {
            isolation = found;
            connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        }
        try (Statement statement = connection.createStatement()) {
            queryTimeout = statement.getQueryTimeout();
        }
        if (connection.getAutoCommit()) {
            autoCommit = true;
            connection.setAutoCommit(false);
        }
    }

    /** Bounds the wait for a server that is out of reach; a driver without such a bound has to be configured for it. */
    private void waitAtMost(Duration limit) throws SQLException {
        try {
            int found = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, (int) limit.toMillis());
            networkTimeout = networkTimeout == UNCHANGED ? found : networkTimeout;
        } catch (SQLFeatureNotSupportedException e) {
            networkTimeout = UNCHANGED;
        }
    }

    String product() throws SQLException {
        return connection.getMetaData().getDatabaseProductName();
    }

    /** A statement that ends within a limit; drivers count it in whole seconds. */
    PreparedStatement prepare(String sql, Duration limit) throws SQLException {
        waitAtMost(limit.plus(ANSWER));
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout((int) limit.plusMillis(999).toSeconds());
        return statement;
    }

    boolean isAlive() {
        try {
            return connection.isValid((int) ANSWER.toSeconds());
        } catch (SQLException e) {
            return false;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Ends the transaction; if that fails, so will whatever comes next. */
    void rollback() {
        try {
            connection.rollback();
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
        if (autoCommit) {
            connection.setAutoCommit(true);
        }
        if (queryTimeout != UNCHANGED) {
            try (Statement statement = connection.createStatement()) {
                statement.setQueryTimeout(queryTimeout); // H2 keeps it for the connection.
            }
        }
        if (isolation != UNCHANGED) {
            connection.setTransactionIsolation(isolation);
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
