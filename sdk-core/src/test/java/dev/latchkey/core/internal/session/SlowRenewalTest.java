package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.TokenStore;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A renewal takes a minute; a logout and a login with other credentials do not. */
class SlowRenewalTest {
    private static final Credentials OTHER = new Credentials("jane", TokenServer.PASSWORD);

    private final TokenStore store = TokenStore.inMemory();
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    @Test
    void aLoginWithOtherCredentialsGoesWithoutItAndItsLatePairIsLoggedOut() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            Caller<String> waiter = renewing(rig);
            CompletableFuture<SessionState> login = rig.engine.actions().login(OTHER);
            assertThat(login.get(10, TimeUnit.SECONDS)).isEqualTo(SessionState.ACTIVE);
            assertThat(waiter.get()).isEqualTo("a2");
            server.release();
            await().until(() -> server.requests.contains("logout a3"));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(Objects.requireNonNull(store.load(SessionRig.KEY)).generation())
                    .isEqualTo(1);
        }
    }

    @Test
    void itsLatePairCountsIfThatLoginFails() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            renewing(rig);
            assertThat(rig.engine.actions().login(new Credentials("jane", "wrong")))
                    .failsWithin(Duration.ofSeconds(10));
            server.release();
            await().until(() -> "a2".equals(rig.token()));
            await().until(() -> Objects.requireNonNull(
                            Objects.requireNonNull(store.load(SessionRig.KEY)).tokens())
                    .accessToken()
                    .equals("a2"));
            assertThat(server.refreshes).hasValue(1);
        }
    }

    @Test
    void whoEnsuresASessionGoesOnWithTheLoginThatTookItsPlace() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            Caller<String> waiter = renewing(rig);
            CompletableFuture<SessionState> ensured = rig.engine.actions().ensure();
            rig.engine.actions().login(OTHER).get(10, TimeUnit.SECONDS);
            assertThat(ensured).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(SessionState.ACTIVE);
            assertThat(waiter.get()).isEqualTo("a2");
            server.release();
        }
    }

    /** Its refresh token is on its way, however long that takes; the store's note of it is not waited for that long. */
    @Test
    void noOtherRenewalBeginsBesideIt() throws Exception {
        try (SessionRig rig = SessionRig.on(store, server, time)) {
            renewing(rig);
            assertThat(rig.engine.actions().login(new Credentials("jane", "wrong")))
                    .failsWithin(Duration.ofSeconds(10));
            Caller<String> next = Caller.start(rig::token).awaitWaiting();
            await().during(Duration.ofMillis(800)).until(() -> server.refreshes.get() == 1);
            server.release();
            assertThat(next.get()).isEqualTo("a2");
            assertThat(server.refreshes).hasValue(1);
        }
    }

    @Test
    void theLatePairOfARenewalThatALogoutLeftBehindIsLoggedOut() throws Exception {
        server.issuesRefreshTokens = false;
        try (SessionRig rig = SessionRig.hurried(server, time, store)) {
            rig.token();
            server.hold();
            var renewal = rig.engine.actions().renew();
            await().until(server::isHolding);
            assertThat(rig.engine.actions().logout().get(10, TimeUnit.SECONDS)).isEqualTo(LogoutResult.SERVER);
            assertThat(renewal).isCompletedExceptionally();
            assertThat(server.requests).containsExactly("login jane", "login jane", "logout a1");
            server.release();
            await().untilAsserted(() -> assertThat(server.requests).endsWith("logout a1", "logout a2"));
            assertThat(server.aliveAccess).isEmpty();
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.LOGGED_OUT);
        }
    }

    @Test
    void aLogoutIsAnsweredInTime() {
        SessionThreads threads = new SessionThreads();
        CompletableFuture<LogoutResult> answer = new CompletableFuture<>();
        threads.answerWithin(Duration.ofMillis(20), answer, LogoutResult.LOCAL_ONLY);
        assertThat(answer).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(LogoutResult.LOCAL_ONLY);
        threads.end();
    }

    private Caller<String> renewing(SessionRig rig) throws Exception {
        rig.token();
        time.advance(Duration.ofHours(2));
        server.hold();
        Caller<String> waiter = Caller.start(rig::token).awaitWaiting();
        await().until(() -> server.refreshes.get() == 1);
        await().until(server::isHolding);
        server.letThroughWhatComes();
        return waiter;
    }
}
