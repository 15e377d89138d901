package dev.latchkey.tokenstore.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/** How databases differ in locking a row for a bounded time. */
enum Dialect {
    POSTGRESQL("postgresql.sql") {
        @Override
        void beforeLock(Loan loan, TableName table, RowKey key, Duration wait, Duration hold) throws SQLException {
            // Until the transaction ends, as SET LOCAL does.
            String sql = "SELECT set_config('lock_timeout', ?, true),"
                    + " set_config('idle_in_transaction_session_timeout', ?, true)";
            try (PreparedStatement statement = loan.prepare(sql, Loan.ANSWER)) {
                statement.setString(1, wait.toMillis() + "ms");
                statement.setString(2, hold.toMillis() + "ms");
                statement.executeQuery().close();
            }
        }

        @Override
        String lockClause(Duration wait) {
            return " FOR UPDATE";
        }
    },

    H2("h2.sql") {
        @Override
        String lockClause(Duration wait) {
            return String.format(Locale.ROOT, " FOR UPDATE WAIT %.3f", wait.toMillis() / 1e3);
        }
    },

    /** An update locks a row in every database; the statement's own timeout bounds the wait. */
    STANDARD("generic.sql") {
        @Override
        void beforeLock(Loan loan, TableName table, RowKey key, Duration wait, Duration hold) throws SQLException {
            String sql = "UPDATE " + table.sql() + " SET revision = revision WHERE id = ?";
            try (PreparedStatement statement = loan.prepare(sql, wait)) {
                statement.setString(1, key.id());
                statement.executeUpdate();
            }
        }

        @Override
        String lockClause(Duration wait) {
            return "";
        }
    };

    private final String script;

    Dialect(String script) {
        this.script = script;
    }

    static Dialect of(String product) {
        return switch (product) {
            case "PostgreSQL" -> POSTGRESQL;
            case "H2" -> H2;
            default -> STANDARD;
        };
    }

    /** The resource that creates the table. */
    String script() {
        return script;
    }

    /** What comes before the row is read to be locked, in the same transaction. */
    void beforeLock(Loan loan, TableName table, RowKey key, Duration wait, Duration hold) throws SQLException {}

    /** The end of the statement that reads the row to lock it. */
    abstract String lockClause(Duration wait);
}
