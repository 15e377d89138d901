package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.SessionKey;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Where the table is. Looks once whether it is there, and creates it if that is wanted. */
final class Database {
    private final DataSource dataSource;
    private final Settings settings;
    private final TableName table;
    private volatile boolean found;

    Database(DataSource dataSource, Settings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.table = settings.table();
    }

    Duration patience() {
        return settings.patience();
    }

    /** Borrows a connection to get at a row; the row need not exist. */
    RowAccess open(SessionKey key) throws SQLException, IOException {
        Loan loan = borrow();
        try {
            Dialect dialect = Dialect.of(loan.product());
            if (!found) {
                require(loan, dialect);
                found = true;
            }
            return new RowAccess(loan, dialect, table, RowKey.of(key), settings.holdLimit());
        } catch (SQLException | IOException | RuntimeException e) {
            loan.close();
            throw e;
        }
    }

    private Loan borrow() throws SQLException, IOException {
        try {
            return Loan.from(dataSource);
        } catch (RuntimeException e) {
            throw new IOException("The DataSource failed: " + e.getClass().getName() + ".");
        }
    }

    private void require(Loan loan, Dialect dialect) throws SQLException, IOException {
        if (exists(loan)) {
            return;
        }
        if (!settings.createsTable()) {
            throw new IOException(
                    "There is no table " + table.sql() + " that this user may read. The SQL that creates it" + " is "
                            + dialect.script() + " beside " + Database.class.getName() + ".");
        }
        try (PreparedStatement create = loan.prepare(Script.creating(table, dialect), Loan.ANSWER)) {
            create.executeUpdate();
            loan.commit();
        } catch (SQLException e) {
            loan.rollback();
            if (!exists(loan)) { // Otherwise another process was faster.
                throw e;
            }
        }
    }

    private boolean exists(Loan loan) throws SQLException {
        try (PreparedStatement probe = loan.prepare("SELECT id FROM " + table.sql() + " WHERE 1 = 0", Loan.ANSWER)) {
            probe.executeQuery().close();
            return true;
        } catch (SQLException e) {
            if (Failures.isConnectionLost(e)) {
                throw e;
            }
            return false;
        } finally {
            loan.rollback();
        }
    }
}
