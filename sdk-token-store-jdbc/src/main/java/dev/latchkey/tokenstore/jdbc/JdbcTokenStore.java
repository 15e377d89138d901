package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in a database, so that a fleet of processes shares them: one row a session, which
 * tells who is in the exclusive section.
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
 * <p><b>What holds.</b> A save is committed when it returns. Whoever is in the section says so in the row, and shows twice a second
 * that it lives; the others watch the row, each on its own clock. A process that shows no sign of life for three seconds is taken
 * for dead, but if it may have sent the refresh token, those who have no credentials wait for its answer for half a minute. Should it come
 * back, it sends nothing any more, and its saves fail, unless its tokens are newer than those in the row. A database that is
 * away is waited for, up to five seconds. Whatever fails then is an {@link IOException}, and a session goes on from memory.
 *
 * <p><b>Connections.</b> None is held while a token is asked for. Each touch of the database is one statement on a connection that is
 * given back at once, in the state that it came in. A pool that gives none for a second and a half is told of in the exception.
 *
 * <p><b>Databases.</b> Tested on PostgreSQL 15, MariaDB 10.11, H2 2.5 and HSQLDB 2.7. The SQL is what all databases speak; others have not
 * been tried.
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
    private final Rows rows;
    private final Entrance entrance;

    private JdbcTokenStore(DataSource dataSource, Settings settings) {
        this.dataSource = dataSource;
        this.settings = settings;
        Database database = new Database(dataSource, settings.connectionWait());
        this.rows = new Rows(new Table(settings.table(), settings.createsTable(), database));
        this.entrance = new Entrance(rows, settings);
    }

    /**
     * A store in the table {@code latchkey_session}.
     *
     * @param dataSource gives connections to the database, pooled or not
     * @return the store; it opens no connection before it is used
     */
    public static JdbcTokenStore on(DataSource dataSource) {
        return new JdbcTokenStore(Objects.requireNonNull(dataSource, "dataSource"), Settings.defaults());
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

    /** The same with other settings. */
    JdbcTokenStore with(UnaryOperator<Settings> change) {
        return new JdbcTokenStore(dataSource, change.apply(settings));
    }

    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        RowKey named = RowKey.of(key);
        Row row = rows.read(named);
        return row == null ? null : row.session(named);
    }

    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return run(key, maxWait, Entrance.NO_ANSWER, section);
    }

    @Override
    public <T> T exclusivelyWithoutRefresh(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return run(key, maxWait, Entrance.ABANDONED, section);
    }

    private <T> T run(SessionKey key, Duration maxWait, Duration noAnswer, Section<T> section)
            throws IOException, InterruptedException {
        try (HeldRow row = entrance.enter(RowKey.of(key), maxWait, noAnswer)) {
            return section.run(row);
        }
    }
}
