package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.StoreFailedException;
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
        "40001, 0, PostgreSQL: could not serialize access",
        "40P01, 0, PostgreSQL: deadlock",
        "HY000, 1020, MariaDB: record has changed since last read",
        "61000, 30006, Oracle: resource busy",
        "S00051, 1222, SQL Server: lock request time out",
        "08006, 0, PostgreSQL: connection failure",
        "08S01, 0, MySQL: communications link failure",
        "57P01, 0, PostgreSQL: admin shutdown",
        "57P03, 0, PostgreSQL: cannot connect now",
    })
    void whatMayPassIsRecognised(String state, int code, String what) {
        assertThat(Failures.isPassing(new SQLException(what, state, code))).isTrue();
    }

    @Test
    void theClassOfAnExceptionTellsWhereItsStateDoesNot() {
        assertThat(Failures.isPassing(new SQLTimeoutException())).isTrue();
        assertThat(Failures.isPassing(new SQLTransientConnectionException())).isTrue();
        assertThat(Failures.isPassing(new SQLRecoverableException())).isTrue();
        assertThat(Failures.isPassing(new SQLException())).isFalse();
    }

    @Test
    void whatTheDatabaseQuotesIsNotToldOn() {
        SQLException failure = new SQLException("Failing row contains (" + SECRET + ").", "23514", 17);
        failure.setNextException(new SQLException(SECRET));
        failure.initCause(new IOException(SECRET));
        failure.addSuppressed(new IOException(SECRET));
        JdbcTokenStore store = JdbcTokenStore.on(RiggedDataSource.of(database.dataSource(), call -> {
            if (call.is("prepareStatement", "session_json = ?")) {
                throw failure;
            }
            return call.proceed().run();
        }));
        assertThat(failureOf(() -> Sessions.save(store, Sessions.version(1))))
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
            assertThat(e).isExactlyInstanceOf(StoreFailedException.class);
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            return text.toString();
        }
        throw new AssertionError("It did not fail.");
    }
}
