package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the rows hold, on every database. */
abstract class RowContract {
    static final Duration LONG = Duration.ofSeconds(30);

    TestDatabase database;

    abstract TestDatabase open() throws SQLException;

    @BeforeEach
    final void openDatabase() throws SQLException {
        database = open();
    }

    @AfterEach
    final void closeDatabase() throws SQLException {
        if (database != null) {
            database.close();
        }
    }

    /** As another process would have it. */
    final JdbcTokenStore store() {
        return JdbcTokenStore.on(dataSource());
    }

    DataSource dataSource() {
        return database.dataSource();
    }

    @Test
    void nothingIsKeptAtFirst() throws Exception {
        assertThat(store().load(Sessions.JANE)).isNull();
        StoredSession found = store().exclusively(Sessions.JANE, LONG, RowContract::load);
        assertThat(found).isNull();
        assertThat(store().load(Sessions.JANE)).isNull();
    }

    @Test
    void whatOneStoreSavesIsReadByAnother() throws Exception {
        save(store(), Sessions.version(3));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(3));
        StoredSession found = store().exclusively(Sessions.JANE, LONG, RowContract::load);
        assertThat(found).isEqualTo(Sessions.version(3));
    }

    @Test
    void aLogoutIsKept() throws Exception {
        save(store(), Sessions.version(3));
        save(store(), Sessions.loggedOut(2));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.loggedOut(2));
    }

    @Test
    void anOperatorReadsWhatIsThereWithoutTokens() throws Exception {
        save(store(), Sessions.version(3));
        assertThat(database.query("SELECT vendor, base_url, identity_name, generation, version, unfinished"
                        + " FROM latchkey_session"))
                .containsExactly("controlbyweb https://cloud.example.com jane 1 3 0");
        assertThat(database.query(
                        "SELECT id FROM latchkey_session WHERE updated_at > CURRENT_TIMESTAMP - INTERVAL '1' HOUR"))
                .hasSize(1);
    }

    @Test
    void whatIsNoSessionIsReportedAndReplaced() throws Exception {
        save(store(), Sessions.version(1));
        database.execute("UPDATE latchkey_session SET session_json = '{\"format\":1,'");
        assertThatThrownBy(() -> store().load(Sessions.JANE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The stored session cannot be read");
        save(store(), Sessions.version(2));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void whatALaterVersionWroteIsLeftAlone() throws Exception {
        save(store(), Sessions.version(1));
        database.execute("UPDATE latchkey_session SET session_json = '{\"format\":99,\"sealed\":true}'");
        assertThatThrownBy(() -> store().load(Sessions.JANE)).hasMessageContaining("format 99");
        assertThatThrownBy(() -> save(store(), Sessions.version(2))).hasMessageContaining("format 99");
        assertThat(database.query("SELECT version, session_json FROM latchkey_session"))
                .containsExactly("1 {\"format\":99,\"sealed\":true}");
    }

    @Test
    void aRowOfAnotherSessionIsNeitherReadNorWritten() throws Exception {
        save(store(), Sessions.version(1));
        database.execute("UPDATE latchkey_session SET identity_name = 'john'");
        assertThatThrownBy(() -> store().load(Sessions.JANE)).hasMessageContaining("is of another session");
        assertThatThrownBy(() -> save(store(), Sessions.version(2))).hasMessageContaining("is of another session");
        assertThat(database.query("SELECT version FROM latchkey_session")).containsExactly("1");
    }

    @Test
    void aRowThatAnOperatorRemovedIsMadeAgain() throws Exception {
        save(store(), Sessions.version(1));
        database.execute("DELETE FROM latchkey_session");
        assertThat(store().load(Sessions.JANE)).isNull();
        save(store(), Sessions.version(2));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jane",
                "Jane",
                "JANE",
                "jane ",
                " ",
                "j\u00e4ne",
                "ja\u0308ne",
                "O'Neil\"; DROP TABLE latchkey_session; --",
                "line\nbreak\ttab",
                "a NUL \0 inside",
                "\ud83d\udd11 \u05d9\u05d9\u05df \u5f20",
                "%_\\u0000"
            })
    void identitiesAreKeptApartToTheLastCharacter(String identity) throws Exception {
        for (String other : new String[] {"jane", "Jane", "jAne", "jane  ", "", "ja", "ne"}) {
            if (!other.equals(identity)) {
                save(store(), Sessions.version(Sessions.of(other), 1));
            }
        }
        SessionKey key = Sessions.of(identity);
        assertThat(store().load(key)).isNull();
        save(store(), Sessions.version(key, 5));
        assertThat(store().load(key)).isEqualTo(Sessions.version(key, 5));
    }

    @Test
    void anIdentityMayBeLongerThanAnIndexAllows() throws Exception {
        SessionKey one = Sessions.of("x".repeat(100_000) + "1");
        SessionKey two = Sessions.of("x".repeat(100_000) + "2");
        save(store(), Sessions.version(one, 1));
        save(store(), Sessions.version(two, 2));
        assertThat(store().load(one)).isEqualTo(Sessions.version(one, 1));
        assertThat(store().load(two)).isEqualTo(Sessions.version(two, 2));
    }

    @Test
    void halfACharacterIsNotTakenForAQuestionMark() throws Exception {
        save(store(), Sessions.version(Sessions.of("?"), 1));
        assertThatThrownBy(() -> store().load(Sessions.of("\ud800"))).hasMessageContaining("is of another session");
    }

    static void save(TokenStore store, StoredSession session) throws Exception {
        IOException failure = store.exclusively(session.key(), LONG, entry -> {
            try {
                entry.save(session);
                return null;
            } catch (IOException e) {
                return e;
            }
        });
        if (failure != null) {
            throw failure;
        }
    }

    static StoredSession load(TokenStore.Entry entry) {
        try {
            return entry.load();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
