package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.StoreFailedException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;

/**
 * Touches the database, each time for one short transaction, on a few daemon threads that are gone a second later. Whoever
 * asks waits within limits, even if a pool or a driver has none, and no interrupt of his reaches the driver.
 */
final class Database {
    static final int MOST_THREADS = 4;

    /** The first connection takes longer than others: a driver is loaded, a pool is filled. */
    private static final int FIRST = 4;

    /** A driver is a moment later than its limit. */
    private static final Duration LONGEST_ANSWER = Loan.ANSWER.plusSeconds(1);

    private final DataSource dataSource;
    private final Duration connectionWait;
    private volatile boolean connected;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            MOST_THREADS, MOST_THREADS, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Database::thread);

    /** What is done with a connection. */
    @FunctionalInterface
    interface Work<T> {
        T with(Loan loan) throws SQLException, IOException;
    }

    Database(DataSource dataSource, Duration connectionWait) {
        this.dataSource = dataSource;
        this.connectionWait = connectionWait;
        threads.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "latchkey-jdbc");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Borrows a connection, does the work, commits, and gives the connection back. An interrupt does not shorten it, and is
     * kept.
     *
     * @throws DatabaseAwayException if there is no connection in time, or no answer; then the work may be done or not
     * @throws IOException if the database refuses the work, or the work fails
     */
    <T> T touch(Work<T> work) throws IOException {
        AtomicBoolean claimed = new AtomicBoolean();
        FutureTask<T> task = new FutureTask<>(() -> run(work, claimed));
        threads.execute(task);
        Duration wait = connected ? connectionWait : connectionWait.multipliedBy(FIRST);
        if (!isDone(task, wait) && claimed.compareAndSet(false, true)) {
            threads.remove(task);
            task.cancel(true); // The pool may have forgotten us; whoever comes next asks it anew.
            throw new NoFreeConnectionException(wait);
        }
        if (!isDone(task, LONGEST_ANSWER)) {
            throw new DatabaseAwayException("The database gave no answer within " + Loan.ANSWER + ".");
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw failure(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody waits for what is done.", e);
        }
    }

    private static boolean isDone(FutureTask<?> task, Duration limit) {
        long start = System.nanoTime();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    Object unused = task.get(limit.toNanos() - (System.nanoTime() - start), TimeUnit.NANOSECONDS);
                    return true;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A connection that comes too late goes back unused. */
    private <T> T run(Work<T> work, AtomicBoolean claimed) throws SQLException, IOException {
        Connection connection = connection();
        if (!claimed.compareAndSet(false, true)) {
            boolean unused = Thread.interrupted(); // That was for the wait.
            connection.close();
            throw new IOException("Nobody waits for it any more.");
        }
        connected = true;
        try (Loan loan = Loan.of(connection)) {
            T result = work.with(loan);
            loan.commit();
            return result;
        }
    }

    private Connection connection() throws IOException {
        long start = System.nanoTime();
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            String words = "The DataSource gave no connection, after " + millis + " ms: " + Failures.words(e) + ".";
            throw Failures.isPassing(e) ? new DatabaseAwayException(words) : new StoreFailedException(words);
        } catch (RuntimeException e) {
            throw new StoreFailedException(
                    "The DataSource failed: " + e.getClass().getName() + ".");
        }
    }

    private static IOException failure(Throwable thrown) {
        if (thrown instanceof SQLException e) {
            return Failures.of(e);
        }
        return thrown instanceof IOException e
                ? e
                : new StoreFailedException(
                        "The driver failed: " + thrown.getClass().getName() + ".");
    }
}
