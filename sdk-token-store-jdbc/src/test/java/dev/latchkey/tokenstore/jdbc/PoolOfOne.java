package dev.latchkey.tokenstore.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** A pool that lends one connection to one borrower; whoever wants a second one waits in vain. */
final class PoolOfOne implements AutoCloseable {
    private final DataSource real;
    private final Semaphore free = new Semaphore(1);
    private Connection connection;

    PoolOfOne(DataSource real) {
        this.real = real;
    }

    DataSource dataSource() {
        return RiggedDataSource.of(real, call -> {
            if (call.target() instanceof DataSource) {
                borrow();
                return RiggedDataSource.watched(Connection.class, connection, this::lent);
            }
            return call.proceed().run();
        });
    }

    private void borrow() throws SQLException, InterruptedException {
        if (!free.tryAcquire(10, TimeUnit.SECONDS)) {
            throw new SQLTransientConnectionException("The pool is empty.");
        }
        if (connection == null || !connection.isValid(5)) {
            connection = real.getConnection();
        }
    }

    private Object lent(RiggedDataSource.Call call) throws Throwable {
        if (call.target() == connection && call.name().equals("close")) {
            free.release();
            return null;
        }
        return call.proceed().run();
    }

    /** The connection itself, for looking at it while nobody has borrowed it. */
    Connection atHome() {
        return connection;
    }

    boolean isAtHome() {
        return free.availablePermits() == 1;
    }

    @Override
    public void close() throws SQLException {
        if (connection != null) {
            connection.close();
        }
    }
}
