package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {
    /** Without the marker of the leak check, which would find it where this test puts it. */
    private static final String SECRET = "quoted-by-the-database";

    private final TestDatabase database = new H2Database();

    @AfterEach
    void closeDatabase() throws SQLException {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "55P03, 0, PostgreSQL: lock not available",
        "57014, 0, PostgreSQL: statement timeout",
        "HYT00, 50200, H2: lock timeout",
        "40001, 1205, MySQL: lock wait timeout",
        "40P01, 0, PostgreSQL: deadlock",
        "61000, 30006, Oracle: resource busy",
        "S00051, 1222, SQL Server: lock request time out",
    })
    void aWaitInVainIsRecognised(String state, int code, String what) {
        SQLException failure = new SQLException(what, state, code);
        assertThat(Failures.isBusy(failure)).isTrue();
        assertThat(Failures.isConnectionLost(failure)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "08006, PostgreSQL: connection failure",
        "08S01, MySQL: communications link failure",
        "57P01, PostgreSQL: admin shutdown",
        "57P03, PostgreSQL: cannot connect now",
        "25P03, PostgreSQL: idle in transaction for too long",
    })
    void aLostConnectionIsRecognised(String state, String what) {
        SQLException failure = new SQLException(what, state);
        assertThat(Failures.isConnectionLost(failure)).isTrue();
        assertThat(Failures.isBusy(failure)).isFalse();
    }

    @Test
    void theClassOfAnExceptionTellsWhereItsStateDoesNot() {
        assertThat(Failures.isBusy(new SQLTimeoutException())).isTrue();
        assertThat(Failures.isConnectionLost(new SQLTransientConnectionException()))
                .isTrue();
        assertThat(Failures.isConnectionLost(new SQLRecoverableException())).isTrue();
        assertThat(Failures.isConnectionLost(new SQLException())).isFalse();
    }

    @Test
    void whatTheDatabaseQuotesIsNotToldOn() {
        SQLException failure = new SQLException("Failing row contains (" + SECRET + ").", "23514", 17);
        failure.setNextException(new SQLException(SECRET));
        failure.initCause(new IOException(SECRET));
        failure.addSuppressed(new IOException(SECRET));
        JdbcTokenStore store = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", "SET generation")) {
                throw failure;
            }
            return call.proceed().run();
        }));
        assertThat(failureOf(() -> RowContract.save(store, Sessions.version(1))))
                .contains("java.sql.SQLException, SQLState 23514, error code 17.")
                .doesNotContain(SECRET);
    }

    @Test
    void whatADataSourceSaysIsNotToldOn() {
        JdbcTokenStore store = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
            throw new IllegalStateException("jdbc:h2:mem:x;PASSWORD=" + SECRET);
        }));
        assertThat(failureOf(() -> store.load(Sessions.JANE)))
                .contains("The DataSource failed: java.lang.IllegalStateException.")
                .doesNotContain(SECRET);
    }

    @Test
    void aFailureWithoutAStateSaysSo() {
        JdbcTokenStore store = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
            throw new SQLException("no state");
        }));
        assertThat(failureOf(() -> store.load(Sessions.JANE))).contains("SQLState unknown");
    }

    private interface Action {
        void run() throws Exception;
    }

    /** Everything that a log would show of it. */
    private static String failureOf(Action action) {
        try {
            action.run();
        } catch (Exception e) {
            assertThat(e).isExactlyInstanceOf(IOException.class);
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
        throw new AssertionError("It did not fail.");
    }
}
