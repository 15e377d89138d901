package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class LogoutTest {

    @Test
    void aLogoutEndsTheSessionAtTheServerAndHere() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.SERVER);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
            assertThat(rig.server.aliveAccess).isEmpty();
            assertThat(rig.server.aliveRefresh).isEmpty();
            await().untilAsserted(() -> assertThat(rig.events).containsExactly("renewed", "loggedOut SERVER"));
        }
    }

    @Test
    void credentialsDoNotLogInAgainByThemselves() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.engine.actions().logout().get();
            for (int call = 0; call < 3; call++) {
                assertThat(((SessionExpiredException) rig.failure()).reason()).isEqualTo(Reason.LOGGED_OUT);
                rig.time.advance(Duration.ofHours(1));
            }
            assertThat(rig.server.logins).hasValue(1);

            rig.engine.actions().login(null).get();
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void anExpiredAccessTokenIsRefreshedSoThatTheServerCanLogOut() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.SERVER);
            assertThat(rig.server.requests).containsExactly("login jane", "refresh r1", "logout a2");
            assertThat(rig.server.aliveRefresh).isEmpty();
        }
    }

    @Test
    void aRevokedAccessTokenIsRefreshedSoThatTheRefreshTokenDiesToo() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.server.revokeAccess();
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.SERVER);
            assertThat(rig.server.aliveRefresh).isEmpty();
        }
    }

    @Test
    void aSessionThatTheServerHasEndedAlreadyCountsAsEndedThere() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.server.revokeAccess();
            rig.server.aliveRefresh.clear();
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.SERVER);
        }
    }

    @Test
    void anUnreachableServerStillLogsOutLocally() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.failWith(TokenServer::outage);
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.LOCAL_ONLY);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
        }
    }

    @Test
    void aLogoutDuringARenewalFailsTheWaitersAtOnceAndLogsTheLatePairOut() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.hold();
            Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
            await().until(() -> rig.server.refreshes.get() == 1);

            var logout = rig.engine.actions().logout();

            assertThatThrownBy(waiter::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            ApiIOException.class,
                            e -> assertThat(e.reason()).isInstanceOf(SessionExpiredException.class));
            assertThat(logout).isNotDone();
            rig.server.release();
            assertThat(logout.get()).isEqualTo(LogoutResult.SERVER);
            assertThat(rig.server.requests).endsWith("logout a2");
            assertThat(rig.server.aliveAccess).isEmpty();
            assertThat(rig.server.aliveRefresh).isEmpty();
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
        }
    }

    @Test
    void aLoginQueuedBehindALogoutGivesANewSession() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.hold();
            var logout = rig.engine.actions().logout();
            var login = rig.engine.actions().login(null);
            rig.server.release();
            assertThat(logout.get()).isEqualTo(LogoutResult.SERVER);
            assertThat(login.get()).isEqualTo(SessionState.ACTIVE);
            assertThat(rig.server.aliveAccess).containsExactly(rig.token());
        }
    }

    @Test
    void aLoginThatWaitsForItsTurnIsEndedByALogout() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.hold();
            Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
            await().until(() -> rig.server.refreshes.get() == 1);
            var login = rig.engine.actions().login(null);

            var logout = rig.engine.actions().logout();

            assertThatThrownBy(waiter::get).cause().isInstanceOf(ApiIOException.class);
            rig.server.release();
            assertThat(login)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(SessionExpiredException.class);
            assertThat(logout.get()).isEqualTo(LogoutResult.SERVER);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
            assertThat(rig.server.logins).hasValue(1);
            assertThat(rig.server.aliveAccess).isEmpty();
        }
    }

    @Test
    void aLoginAfterALogoutIsEndedByTheNextLogout() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.engine.actions().logout().get();
            rig.server.hold();
            var login = rig.engine.actions().login(null);
            await().until(() -> rig.server.logins.get() == 2);

            var logout = rig.engine.actions().logout();

            assertThat(login)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .withCauseInstanceOf(SessionExpiredException.class);
            rig.server.release();
            assertThat(logout.get()).isEqualTo(LogoutResult.SERVER);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
            assertThat(rig.server.aliveAccess).isEmpty();
        }
    }

    @Test
    void aSecondLogoutAndOneWithoutSessionDoNothingAtTheServer() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.LOCAL_ONLY);
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.LOCAL_ONLY);
            assertThat(rig.server.requests).isEmpty();
        }
    }

    @Test
    void aStoredSessionIsLoggedOutEvenIfThisClientNeverUsedIt() throws Exception {
        TokenStore store = TokenStore.inMemory();
        TokenServer server = new TokenServer();
        ManualTime time = new ManualTime();
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time)) {
            first.token();
            assertThat(second.engine.actions().logout().get()).isEqualTo(LogoutResult.SERVER);
            assertThat(server.aliveAccess).isEmpty();
        }
    }

    @Test
    void aTombstoneStopsTheOthersWhoShareTheStore() throws Exception {
        TokenStore store = TokenStore.inMemory();
        TokenServer server = new TokenServer();
        ManualTime time = new ManualTime();
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time)) {
            first.token();
            Authorization shared = second.authorization();
            first.engine.actions().logout().get();

            assertThatThrownBy(() -> second.tokenAfterRefusal(shared))
                    .isInstanceOfSatisfying(
                            ApiIOException.class,
                            e -> assertThat(e.reason()).isInstanceOf(SessionExpiredException.class));
            assertThat(second.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
            assertThat(server.logins).hasValue(1);

            first.engine.actions().login(null).get();
            assertThat(second.token()).isEqualTo("a2");
        }
    }

    @Test
    void aTombstoneIsNotReplacedByAnEarlierOne() throws Exception {
        TokenStore store = TokenStore.inMemory();
        TokenServer server = new TokenServer();
        ManualTime time = new ManualTime();
        try (SessionRig first = SessionRig.on(store, server, time);
                SessionRig second = SessionRig.on(store, server, time);
                SessionRig third = SessionRig.on(store, server, time)) {
            first.token();
            third.token();
            first.engine.actions().logout().get();
            first.engine.actions().login(null).get();
            time.advance(Duration.ofHours(2));
            second.token();
            first.engine.actions().logout().get();
            StoredSession buried = Objects.requireNonNull(store.load(SessionRig.KEY));

            third.engine.actions().logout().get();
            StoredSession again = Objects.requireNonNull(store.load(SessionRig.KEY));
            assertThat(again.generation()).isGreaterThanOrEqualTo(buried.generation());
            assertThat(again.version()).isGreaterThanOrEqualTo(buried.version());

            time.advance(Duration.ofHours(2));
            assertThat(((SessionExpiredException) second.failure()).reason()).isEqualTo(Reason.LOGGED_OUT);
        }
    }

    /** The listener that shows a login screen must not hear of the renewal after it. */
    @Test
    void aLogoutRightBehindARenewalIsAnnouncedBehindIt() {
        List<String> told = new ArrayList<>();
        ManualThreads tasks = new ManualThreads();
        ManualTime time = new ManualTime();
        WaitingRoom room = new WaitingRoom(time, false);
        SessionEngine engine = SessionRig.steered(new TokenServer(), time, tasks.ofSession(), room);
        engine.addListener(new SessionListener() {
            @Override
            public void renewed() {
                told.add("renewed");
            }

            @Override
            public void loggedOut(LogoutResult result) {
                told.add("loggedOut");
            }
        });
        var ensured = engine.actions().ensure();
        // Those who wait look again once there is a token, before listeners are told of it.
        var logout = room.nextChange().thenCompose(change -> {
            var asked = engine.actions().logout();
            tasks.runAll();
            return asked;
        });
        tasks.runAll();
        assertThat(ensured).isDone();
        assertThat(logout).isCompletedWithValue(LogoutResult.SERVER);
        assertThat(told).containsExactly("renewed", "loggedOut");
    }

    @Test
    void aRenewalThatHadNotBegunAtALogoutAsksForNothing() {
        ManualThreads tasks = new ManualThreads();
        ManualTime time = new ManualTime();
        TokenServer server = new TokenServer();
        SessionEngine engine = SessionRig.steered(server, time, tasks.ofSession(), new WaitingRoom(time, false));
        var ensured = engine.actions().ensure();
        var logout = engine.actions().logout();
        assertThat(ensured).isCompletedExceptionally();
        tasks.runAll();
        assertThat(logout).isCompletedWithValue(LogoutResult.LOCAL_ONLY);
        assertThat(server.requests).isEmpty();
    }
}
