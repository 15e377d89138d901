package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in a database, so that a fleet of processes shares them: one row a session, and the lock on that row as
 * the exclusive section.
 *
 * <pre>{@code
 * TokenStore store = JdbcTokenStore.on(dataSource);
 *
 * ControlByWebClient client = ControlByWebClient.builder()
 *         .credentials("jane", password)
 *         .tokenStore(store)
 *         .build();
 * }</pre>
 *
 * <p><b>What holds.</b> A save is committed when it returns. A section that has saved and is not over says so in the row, so
 * that it stays alone when its connection is lost or the database restarts: it takes up the row on a new connection, and
 * others wait half a second for it to do so. If it does not, because its process was killed, they go on without it. Should
 * it come back later, its save fails, since each write names the revision of the row that it follows on. A database that is
 * away is waited for, up to five seconds. Whatever fails then is an {@link IOException}, and a session goes on from memory.
 *
 * <p><b>Connections.</b> A section holds one connection while it runs, which may be as long as a token request takes, and
 * never two. They are given back in the state that they came in. The transactions are local and READ COMMITTED.
 *
 * <p><b>Databases.</b> Tested on PostgreSQL 15 and H2 2.5. Others are addressed in standard SQL and have not been tried.
 *
 * <p><b>Secrets.</b> The tokens are in one column, {@code session_json}, as they are: guard the table and the server's
 * log of statements. Exceptions of this class name the SQLState of a failure, never the database's own text, which may
 * quote a row.
 *
 * <p>Immutable, for use by many threads. The {@code DataSource} stays the caller's.
 */
public final class JdbcTokenStore implements TokenStore {
    private final DataSource dataSource;
    private final Settings settings;
    private final Database database;

    private JdbcTokenStore(DataSource dataSource, Settings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
        this.database = new Database(dataSource, settings);
    }

    /**
     * A store in the table {@code latchkey_session}.
     *
     * @param dataSource gives connections to the database, pooled or not
     * @return the store; it opens no connection before it is used
     */
    public static JdbcTokenStore on(DataSource dataSource) {
        return new JdbcTokenStore(Objects.requireNonNull(dataSource, "dataSource"), Settings.DEFAULT);
    }

    /**
     * The same with another table.
     *
     * @param name letters, digits and {@code _}; with a schema: {@code schema.table}
     * @return a store
     */
    public JdbcTokenStore table(String name) {
        return new JdbcTokenStore(dataSource, settings.with(TableName.of(name)));
    }

    /**
     * Whether to create the table on the first use if it is not there, which is the default.
     *
     * @param ifMissing false if somebody else creates it, with the shipped SQL
     * @return a store
     */
    public JdbcTokenStore createTable(boolean ifMissing) {
        return new JdbcTokenStore(dataSource, settings.withCreation(ifMissing));
    }

    /**
     * How long a section may hold a session without a word to the database, two minutes by default: PostgreSQL then ends
     * its transaction, so that a process that hangs, or whose host is lost, does not stop the others for ever. It should
     * be longer than a login takes, with the wait for a one-time password. Other databases know no such limit.
     *
     * @param limit a millisecond to a day
     * @return a store
     */
    public JdbcTokenStore holdLimit(Duration limit) {
        if (limit.toMillis() < 1 || limit.compareTo(Deadline.LONGEST) > 0) {
            throw new InvalidInputException("A session can be held for a millisecond to a day.");
        }
        return new JdbcTokenStore(dataSource, settings.withHoldLimit(limit));
    }

    JdbcTokenStore patience(Duration wait) {
        return new JdbcTokenStore(dataSource, settings.withPatience(wait));
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        try (RowAccess access = database.open(key)) {
            Row row = access.read();
            return row == null ? null : row.session();
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        try (HeldRow row = HeldRow.enter(database, key, maxWait)) {
            return section.run(row);
        }
    }
}
