package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.StoredSession;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A borrowed connection, and what is done with one row through it. */
final class RowAccess implements AutoCloseable {
    private static final String COLUMNS = "vendor, base_url, identity_name, session_json, revision, unfinished";

    private final Loan loan;
    private final Dialect dialect;
    private final TableName table;
    private final RowKey key;
    private final Duration holdLimit;

    RowAccess(Loan loan, Dialect dialect, TableName table, RowKey key, Duration holdLimit) {
        this.loan = loan;
        this.dialect = dialect;
        this.table = table;
        this.key = key;
        this.holdLimit = holdLimit;
    }

    /** Null if there is no such row. */
    @Nullable
    Row read() throws SQLException, IOException {
        return select("", Loan.ANSWER);
    }

    /** Locks the row until the transaction ends; makes it if it does not exist. */
    Row lock(Duration wait) throws SQLException, IOException {
        Row row = tryLock(wait);
        if (row == null) {
            insert();
            row = tryLock(wait);
        }
        if (row == null) {
            throw new IOException("The session's row in " + table.sql() + " was removed as soon as it was made.");
        }
        return row;
    }

    private @Nullable Row tryLock(Duration wait) throws SQLException, IOException {
        dialect.beforeLock(loan, table, key, wait, holdLimit);
        return select(dialect.lockClause(wait), wait.plus(Loan.ANSWER));
    }

    private @Nullable Row select(String clause, Duration limit) throws SQLException, IOException {
        String sql = "SELECT " + COLUMNS + " FROM " + table.sql() + " WHERE id = ?" + clause;
        try (PreparedStatement statement = loan.prepare(sql, limit)) {
            statement.setString(1, key.id());
            try (ResultSet result = statement.executeQuery()) {
                return result.next() ? verified(result) : null;
            }
        }
    }

    private Row verified(ResultSet result) throws SQLException, IOException {
        boolean ours = key.vendor().equals(result.getString(1))
                && key.baseUrl().equals(result.getString(2))
                && key.identity().equals(result.getString(3));
        if (!ours) {
            throw new IOException("The row " + key.id() + " in " + table.sql() + " is of another session."
                    + " It is neither used nor changed.");
        }
        return new Row(result.getString(4), result.getLong(5), result.getInt(6) != 0);
    }

    private void insert() throws SQLException {
        String sql = "INSERT INTO " + table.sql() + " (id, vendor, base_url, identity_name, generation, version,"
                + " session_json, revision, unfinished, updated_at) VALUES (?, ?, ?, ?, 0, 0, NULL, 0, 0,"
                + " CURRENT_TIMESTAMP)";
        loan.rollback();
        try (PreparedStatement statement = loan.prepare(sql, Loan.ANSWER)) {
            statement.setString(1, key.id());
            statement.setString(2, key.vendor());
            statement.setString(3, key.baseUrl());
            statement.setString(4, key.identity());
            statement.executeUpdate();
            loan.commit();
        } catch (SQLException e) {
            loan.rollback();
            if (!Failures.isDuplicate(e)) { // Otherwise another process was faster.
                throw e;
            }
        }
    }

    /**
     * Writes and commits, which ends the lock.
     *
     * @return false if somebody else has written since that revision, and nothing was changed
     */
    boolean write(StoredSession session, String json, long revision) throws SQLException {
        String sql = "UPDATE " + table.sql() + " SET generation = ?, version = ?, session_json = ?,"
                + " revision = revision + 1, unfinished = 1, updated_at = CURRENT_TIMESTAMP"
                + " WHERE id = ? AND revision = ?";
        try (PreparedStatement statement = loan.prepare(sql, Loan.ANSWER)) {
            statement.setLong(1, session.generation());
            statement.setLong(2, session.version());
            statement.setString(3, json);
            statement.setString(4, key.id());
            statement.setLong(5, revision);
            boolean written = statement.executeUpdate() == 1;
            loan.commit();
            return written;
        }
    }

    /** Notes that the section is over, and commits. */
    void finish(long revision) throws SQLException {
        String sql = "UPDATE " + table.sql() + " SET unfinished = 0 WHERE id = ? AND revision = ?";
        try (PreparedStatement statement = loan.prepare(sql, Loan.ANSWER)) {
            statement.setString(1, key.id());
            statement.setLong(2, revision);
            statement.executeUpdate();
            loan.commit();
        }
    }

    /** Ends the transaction and with it the lock; what was not committed is undone. */
    void letGo() {
        loan.rollback();
    }

    /** Whether the connection may be used on. */
    boolean isAlive() {
        return loan.isAlive();
    }

    @Override
    public void close() {
        loan.close();
    }
}
