package dev.latchkey.tokenstore.jdbc;

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

    /** Deadlocks, and MySQL's lock timeout. */
    private static final String ROLLED_BACK = "40";

    private static final String CONNECTION = "08";

    /** PostgreSQL: shut down by an administrator, crashed, still starting. */
    private static final String SHUT_DOWN = "57P";

    /** PostgreSQL: the transaction, or its pause, lasted too long. */
    private static final Set<String> ENDED_BY_THE_SERVER = Set.of("25P03", "25P04");

    private static final String INTEGRITY = "23";

    private Failures() {}

    /** Whether somebody else was waited for until the time was over. */
    static boolean isBusy(SQLException e) {
        return e instanceof SQLTimeoutException
                || WAITED_IN_VAIN.contains(state(e))
                || state(e).startsWith(ROLLED_BACK)
                || e.getErrorCode() == SQL_SERVER_LOCK_TIMEOUT;
    }

    /** Whether another connection may fare better. */
    static boolean isConnectionLost(SQLException e) {
        return e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException
                || state(e).startsWith(CONNECTION)
                || state(e).startsWith(SHUT_DOWN)
                || ENDED_BY_THE_SERVER.contains(state(e));
    }

    static boolean isDuplicate(SQLException e) {
        return state(e).startsWith(INTEGRITY);
    }

    /** For the store's users. Neither the text nor the exception itself, which would bring its text along. */
    static IOException of(SQLException e) {
        IOException failure =
                new IOException("The database failed: " + e.getClass().getName() + ", SQLState "
                        + (state(e).isEmpty() ? "unknown" : state(e)) + ", error code " + e.getErrorCode() + ".");
        failure.setStackTrace(e.getStackTrace());
        return failure;
    }

    private static String state(SQLException e) {
        String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
