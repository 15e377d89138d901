package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.LoginNotes;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.vendor.AuthScheme;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is noted on logins stays in the store whatever else is saved there. */
class StoredNotesTest {
    private static final LoginNotes NOTES = LoginNotes.NONE.withOneTimePasswordStep(7);
    private static final StoredSession SESSION =
            new StoredSession(SessionRig.KEY, 1, 1, new Tokens("a", "r", null), Instant.EPOCH, null, null, null);

    private final FaultyStore store = new FaultyStore();
    private final SavedSession saved = new SavedSession(
            StoreAccess.direct(store),
            SessionRig.KEY,
            AuthScheme.bearer(),
            Duration.ofSeconds(5),
            new SessionEvents(Runnable::run, () -> 0));

    @Test
    void anEntryOfNotesAloneIsMadeWhereNobodyHasLoggedIn() throws Exception {
        assertThat((boolean) saved.exclusively(section -> section.load() == null && section.note(NOTES)))
                .isTrue();
        assertThat(store.kept())
                .isEqualTo(new StoredSession(SessionRig.KEY, 0, 0, null, Instant.EPOCH, null, null, null, NOTES));
    }

    @Test
    void aSaveKeepsThem() throws Exception {
        store.answer(SESSION.noting(NOTES));
        assertThat((boolean) saved.exclusively(
                        section -> section.load() != null && section.save(SESSION.renewing(Instant.EPOCH))))
                .isTrue();
        assertThat(store.kept()).isEqualTo(SESSION.renewing(Instant.EPOCH).noting(NOTES));
    }

    @Test
    void aNoteKeepsWhatWasSaved() throws Exception {
        store.answer(SESSION);
        LoginNotes noted = saved.exclusively(section -> {
            section.load();
            section.save(SESSION.renewing(Instant.EPOCH));
            section.note(NOTES);
            return section.notes();
        });
        assertThat(noted).isEqualTo(NOTES);
        assertThat(store.kept()).isEqualTo(SESSION.renewing(Instant.EPOCH).noting(NOTES));
    }

    /** It may hold the only live tokens. */
    @Test
    void whatCouldNotBeReadIsNotReplacedByNotes() throws Exception {
        store.answer(SESSION);
        store.failLoads(true);
        assertThat((boolean) saved.exclusively(section -> section.load() == null && section.note(NOTES)))
                .isFalse();
        assertThat(store.kept()).isEqualTo(SESSION);
    }

    @Test
    void withoutTheStoreNothingIsNoted() throws Exception {
        store.broken(true);
        assertThat((boolean) saved.exclusively(
                        section -> section.note(NOTES) || !section.notes().equals(LoginNotes.NONE)))
                .isFalse();
    }

    @Test
    void renewalsAndLogoutsKeepThem() throws Exception {
        try (SessionRig rig = SessionRig.on(store, new TokenServer(), new ManualTime())) {
            rig.token();
            store.answer(kept().noting(NOTES));
            rig.time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(kept().version()).isEqualTo(2);
            assertThat(kept().logins()).isEqualTo(NOTES);
            rig.engine.actions().logout().get();
            assertThat(kept().isLoggedOut()).isTrue();
            assertThat(kept().logins()).isEqualTo(NOTES);
        }
    }

    /** Nobody has logged in or out, so that the refresh token which the client was given is the one to spend. */
    @Test
    void anEntryOfNotesAloneDoesNotCountBeforeAGivenRefreshToken() throws Exception {
        store.answer(new StoredSession(SessionRig.KEY, 0, 0, null, Instant.EPOCH, null, null, null, NOTES));
        TokenServer server = new TokenServer();
        server.aliveRefresh.add("r0");
        try (SessionRig rig = SessionRig.startingWith(server, store, SessionStart.from("r0"))) {
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(kept().logins()).isEqualTo(NOTES);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    private StoredSession kept() {
        return Objects.requireNonNull(store.kept());
    }
}
