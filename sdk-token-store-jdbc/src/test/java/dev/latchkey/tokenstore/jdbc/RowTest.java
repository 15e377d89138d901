package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rows hold. */
class RowTest extends OnEveryDatabase {

    @Test
    void nothingIsKeptAtFirst() throws Exception {
        assertThat(store().load(Sessions.JANE)).isNull();
        StoredSession found = store().exclusively(Sessions.JANE, Sessions.LONG, Sessions::load);
        assertThat(found).isNull();
        assertThat(store().load(Sessions.JANE)).isNull();
    }

    @Test
    void whatOneStoreSavesIsReadByAnother() throws Exception {
        Sessions.save(store(), Sessions.version(3));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(3));
        StoredSession found = store().exclusively(Sessions.JANE, Sessions.LONG, Sessions::load);
        assertThat(found).isEqualTo(Sessions.version(3));
    }

    @Test
    void aLogoutIsKept() throws Exception {
        Sessions.save(store(), Sessions.version(3));
        Sessions.save(store(), Sessions.loggedOut(2));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.loggedOut(2));
    }

    @Test
    void anOperatorReadsWhatIsThereWithoutTokens() throws Exception {
        Sessions.save(store(), Sessions.version(3));
        assertThat(database.query("SELECT vendor, base_url, identity_name, generation, version, phase"
                        + " FROM latchkey_session"))
                .containsExactly("controlbyweb https://cloud.example.com jane 1 3 FREE");
        assertThat(database.query(
                        "SELECT id FROM latchkey_session WHERE updated_at > CURRENT_TIMESTAMP - INTERVAL '1' HOUR"))
                .hasSize(1);
    }

    @Test
    void whatIsNoSessionIsReportedAndReplaced() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        database.execute("UPDATE latchkey_session SET session_json = '{\"format\":1,'");
        assertThatThrownBy(() -> store().load(Sessions.JANE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The stored session cannot be read");
        Sessions.save(store(), Sessions.version(2));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void theTextIsAsciiSoThatNoEncodingChangesIt() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        assertThat(database.query("SELECT session_json FROM latchkey_session").get(0))
                .isASCII()
                .contains("admin of \\u5f20");
    }

    @Test
    void aRowThatWasCopiedIsNotTakenForAnothers() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        Sessions.save(store(), Sessions.version(Sessions.of("joe"), 7));
        database.execute("UPDATE latchkey_session SET session_json ="
                + " (SELECT session_json FROM latchkey_session WHERE identity_name = 'joe')");
        isNotTakenForJanes();
    }

    @Test
    void aRowThatWasSwappedIsNotTakenForAnothers() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        Sessions.save(store(), Sessions.version(Sessions.of("joe"), 7));
        String id = database.query("SELECT id FROM latchkey_session WHERE identity_name = 'jane'")
                .get(0);
        database.execute("DELETE FROM latchkey_session WHERE identity_name = 'jane'");
        database.execute("UPDATE latchkey_session SET id = '" + id + "'");
        isNotTakenForJanes();
    }

    private void isNotTakenForJanes() throws Exception {
        assertThatThrownBy(() -> store().load(Sessions.JANE)).hasMessageContaining("it is one of another key");
        boolean refused = store().exclusively(Sessions.JANE, Sessions.LONG, entry -> {
            assertThatThrownBy(entry::load).hasMessageContaining("it is one of another key");
            return true;
        });
        assertThat(refused).isTrue();

        Sessions.save(store(), Sessions.version(2));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void aSessionOfAnotherKeyIsNotSaved() {
        assertThatThrownBy(() -> Sessions.save(store(), Sessions.of("joe"), Sessions.version(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatALaterVersionWroteIsLeftAlone() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        database.execute("UPDATE latchkey_session SET session_json = '{\"format\":99,\"sealed\":true}'");
        assertThatThrownBy(() -> store().load(Sessions.JANE)).hasMessageContaining("format 99");
        assertThatThrownBy(() -> Sessions.save(store(), Sessions.version(2))).hasMessageContaining("format 99");
        assertThat(database.query("SELECT version, session_json FROM latchkey_session"))
                .containsExactly("1 {\"format\":99,\"sealed\":true}");
    }

    @Test
    void aRowThatAnOperatorRemovedIsMadeAgain() throws Exception {
        Sessions.save(store(), Sessions.version(1));
        database.execute("DELETE FROM latchkey_session");
        assertThat(store().load(Sessions.JANE)).isNull();
        Sessions.save(store(), Sessions.version(2));
        assertThat(store().load(Sessions.JANE)).isEqualTo(Sessions.version(2));
    }

    @Test
    void identitiesAreKeptApartToTheLastCharacter() throws Exception {
        List<String> identities = List.of(
                "jane",
                "Jane",
                "JANE",
                "jane ",
                "jane  ",
                " ",
                "ja",
                "j\u00e4ne",
                "ja\u0308ne",
                "O'Neil\"; DROP TABLE latchkey_session; --",
                "line\nbreak\ttab",
                "a NUL \0 inside",
                "\ud83d\udd11 \u05d9\u05d9\u05df \u5f20",
                "%_\\u0000",
                "%_\0",
                "?",
                "x".repeat(100_000) + "1",
                "x".repeat(100_000) + "2");
        JdbcTokenStore store = store();
        for (int i = 0; i < identities.size(); i++) {
            SessionKey key = Sessions.of(identities.get(i));
            assertThat(store.load(key)).isNull();
            Sessions.save(store, Sessions.version(key, i));
        }
        for (int i = 0; i < identities.size(); i++) {
            SessionKey key = Sessions.of(identities.get(i));
            assertThat(store.load(key)).isEqualTo(Sessions.version(key, i));
        }
    }
}
