package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A store that others may share cannot be reached or written: nothing that they hold as well is spent meanwhile. */
class StoreOutageTest {
    private final FaultyStore store = new FaultyStore();
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    @Test
    void aTokenThatIsStillGoodIsUsedAndNothingElseIsTriedWhileTheStoreIsGone() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofMinutes(57));
            store.broken(true);
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.events.contains("renewalFailed RenewalFailedException"));
            assertThat(server.requests).containsExactly("login jane");
        }
    }

    @Test
    void anExpiredSessionWithoutCredentialsWaitsForTheStore() throws Exception {
        seed();
        try (SessionRig rig = withoutCredentials()) {
            assertThat(rig.token()).isEqualTo("a1");
            time.advance(Duration.ofHours(2));
            store.broken(true);
            assertThat(rig.failure())
                    .isInstanceOf(RenewalFailedException.class)
                    .hasMessageContaining("the token store cannot be used")
                    .hasMessageContaining("mend the store");
            assertThat(server.refreshes).hasValue(0);

            store.broken(false);
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.events).doesNotContain("expired NOT_LOGGED_IN");
        }
    }

    /** Another process renewed as soon as the store was back, which killed the token at hand. */
    @Test
    void aCallThatIsRefusedLooksIntoTheStoreAgainAtOnce() throws Exception {
        seed();
        try (SessionRig first = withoutCredentials();
                SessionRig second = withoutCredentials()) {
            Authorization held = first.authorization();
            second.token();
            store.broken(true);
            assertThat(first.engine.actions().renew()).failsWithin(Duration.ofSeconds(10));
            store.broken(false);
            assertThat(second.engine.actions().renew()).succeedsWithin(Duration.ofSeconds(10));
            assertThat(first.tokenAfterRefusal(held)).isEqualTo("a2");
            assertThat(server.refreshes).hasValue(1);
        }
    }

    @Test
    void anExpiredSessionWithoutCredentialsWaitsForAStoreThatCanBeWritten() throws Exception {
        seed();
        try (SessionRig rig = withoutCredentials()) {
            time.advance(Duration.ofHours(2));
            store.failSaves(true);
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
            assertThat(server.refreshes).hasValue(0);

            store.failSaves(false);
            time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void whoHasNoCredentialsIsNotLoggedOutByAStoreThatIsAwayAtTheStart() throws Exception {
        seed();
        try (SessionRig rig = withoutCredentials()) {
            store.broken(true);
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class).hasRootCauseMessage("disk is gone");
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.NEW);
            store.broken(false);
            time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void aRefreshTokenOfTheUsersIsNotSpentWhileTheStoreCannotBeRead() throws Exception {
        seed();
        try (SessionRig rig = SessionRig.startingWith(server, store, SessionStart.from("r1"))) {
            store.failLoads(true);
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
            assertThat(server.refreshes).hasValue(0);
            store.failLoads(false);
            rig.time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void anExpiredSessionWithCredentialsLogsInAndSavesOnceTheStoreIsBack() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            rig.token();
            time.advance(Duration.ofHours(2));
            store.broken(true);
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(server.requests).containsExactly("login jane", "login jane");

            store.broken(false);
            await().until(() -> storedRefreshToken().equals("r2"));
        }
    }

    /** The password was changed while the session went on by its refresh token. */
    @Test
    void credentialsThatAreRejectedDoNotEndASessionWhoseRefreshTokenIsInTheStore() throws Exception {
        seed();
        try (SessionRig rig = new SessionRig(server, time, store, () -> new Credentials("jane", "old"), null)) {
            time.advance(Duration.ofHours(2));
            assertThat(rig.engine.actions().login(null)).failsWithin(Duration.ofSeconds(10));
            assertThat(rig.token()).isEqualTo("a2");
            time.advance(Duration.ofHours(2));
            store.broken(true);
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
            store.broken(false);
            time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a3");
        }
    }

    @Test
    void twoThatLoggedInMeanwhileEndUpWithOneSession() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time)) {
            first.token();
            second.token();
            time.advance(Duration.ofHours(2));
            store.broken(true);
            first.token();
            second.token();
            store.broken(false);
            await().until(() -> first.token().equals(second.token()));
            assertThat(storedRefreshToken().substring(1))
                    .isEqualTo(first.token().substring(1));
        }
    }

    @Test
    void aPairThatIsNotSavedYetIsSavedAtTheClose() throws Exception {
        SessionRig rig = SessionRig.on(store, server, time);
        rig.token();
        time.advance(Duration.ofHours(2));
        store.failSavesAfter(1);
        assertThat(rig.token()).isEqualTo("a2");
        store.failSaves(false);
        rig.close();
        assertThat(storedRefreshToken()).isEqualTo("r2");
    }

    @Test
    void aStoreThatFailsOnTheWayOutOfItsSectionSpendsNothingTwice() throws Exception {
        try (SessionRig rig = SessionRig.on(new FailingAtTheEnd(store), server, time)) {
            assertThat(rig.token()).isEqualTo("a1");
            time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(server.requests).containsExactly("login jane", "refresh r1");
        }
    }

    @Test
    void aStoreThatQuotesWhatItCouldNotWriteShowsNoToken() throws Exception {
        seed();
        List<String> told = new CopyOnWriteArrayList<>();
        try (SessionRig rig = withoutCredentials()) {
            rig.engine.addListener(new SessionListener() {
                @Override
                public void storeFailed(Exception cause) {
                    told.add(texts(cause));
                }
            });
            time.advance(Duration.ofHours(2));
            store.failSavesQuoting(true);

            String failure = texts(rig.failure());

            await().until(() -> !told.isEmpty());
            assertThat(told.get(0)).contains("IllegalStateException");
            told.add(failure);
            assertThat(told)
                    .allSatisfy(texts -> assertThat(texts).doesNotContain("a1").doesNotContain("r1"));
        }
    }

    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            texts.append(each).append('\n');
        }
        return texts.toString();
    }

    private void seed() throws Exception {
        try (SessionRig first = SessionRig.on(store, server, time)) {
            first.token();
        }
    }

    private SessionRig withoutCredentials() {
        return new SessionRig(server, time, store, null, null);
    }

    private String storedRefreshToken() {
        return Objects.requireNonNull(
                Objects.requireNonNull(Objects.requireNonNull(store.kept()).tokens())
                        .refreshToken());
    }
}
