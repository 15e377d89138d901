package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.StoreFailedException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** Tells the failures of databases apart, and tells of them without their texts, which quote rows and so tokens. */
final class Failures {
    /** PostgreSQL: lock not available, statement cancelled. H2 and others: timeouts. Oracle: resource busy. */
    private static final Set<String> WAITED_IN_VAIN = Set.of("55P03", "57014", "HYT00", "HYT01", "61000");

    private static final int SQL_SERVER_LOCK_TIMEOUT = 1222;

    /** MariaDB: the row has changed since the transaction first read. */
    private static final int MARIADB_ROW_CHANGED = 1020;

    /** Deadlocks, serialization failures, and MySQL's lock timeout. */
    private static final String ROLLED_BACK = "40";

    private static final String CONNECTION = "08";

    /** PostgreSQL: shut down by an administrator, crashed, still starting. */
    private static final String SHUT_DOWN = "57P";

    private static final String INTEGRITY = "23";

    private Failures() {}

    /** Whether the same may succeed at once or soon. */
    static boolean isPassing(SQLException e) {
        return e instanceof SQLTimeoutException
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || WAITED_IN_VAIN.contains(state(e))
                || state(e).startsWith(ROLLED_BACK)
                || state(e).startsWith(CONNECTION)
                || state(e).startsWith(SHUT_DOWN)
                || e.getErrorCode() == SQL_SERVER_LOCK_TIMEOUT
                || e.getErrorCode() == MARIADB_ROW_CHANGED;
    }

    static boolean isDuplicate(SQLException e) {
        return state(e).startsWith(INTEGRITY);
    }

    /** For the store's users. Neither the text nor the exception itself, which would bring its text along. */
    static IOException of(SQLException e) {
        String words = "The database failed: " + words(e) + ".";
        IOException failure = isPassing(e) ? new DatabaseAwayException(words) : new StoreFailedException(words);
        failure.setStackTrace(e.getStackTrace());
        return failure;
    }

    static String words(SQLException e) {
        return e.getClass().getName() + ", SQLState " + (state(e).isEmpty() ? "unknown" : state(e)) + ", error code "
                + e.getErrorCode();
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
