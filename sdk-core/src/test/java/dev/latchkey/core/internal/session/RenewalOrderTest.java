package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.core.vendor.TokenGrant;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RenewalOrderTest {

    @Test
    void theRefreshTokenComesFirst() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.token();
            assertThat(rig.server.requests).containsExactly("login jane", "refresh r1");
        }
    }

    @Test
    void aRejectedRefreshTokenIsFollowedByOneLogin() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.aliveRefresh.clear();
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.server.requests).containsExactly("login jane", "refresh r1", "login jane");
            assertThat(rig.events).doesNotContain("expired REFRESH_REJECTED");
        }
    }

    @Test
    void aRejectedRefreshTokenIsNotSentAgainAfterAFailedLogin() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.aliveRefresh.clear();
            rig.server.failWith(() ->
                    rig.server.requests.get(rig.server.requests.size() - 1).startsWith("login")
                            ? TokenServer.outage()
                            : null);
            rig.failure();
            rig.server.failWith(null);
            rig.time.advance(Duration.ofSeconds(30));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.server.refreshes).hasValue(1);
        }
    }

    @Test
    void withoutCredentialsARejectedRefreshTokenEndsTheSession() throws Exception {
        TokenStore store = TokenStore.inMemory();
        TokenServer server = new TokenServer();
        ManualTime time = new ManualTime();
        try (SessionRig earlier = SessionRig.on(store, server, time)) {
            earlier.token();
        }
        try (SessionRig rig = new SessionRig(server, time, store, null, null)) {
            assertThat(rig.token()).isEqualTo("a1");
            time.advance(Duration.ofHours(2));
            server.aliveRefresh.clear();

            SessionExpiredException expired = (SessionExpiredException) rig.failure();

            assertThat(expired.reason()).isEqualTo(Reason.REFRESH_REJECTED);
        }
    }

    @Test
    void withoutAnythingTheFirstCallSaysThatNobodyIsLoggedIn() {
        try (SessionRig rig = SessionRig.withoutCredentials()) {
            SessionExpiredException expired = (SessionExpiredException) rig.failure();
            assertThat(expired.reason()).isEqualTo(Reason.NOT_LOGGED_IN);
            assertThat(expired).hasMessageContaining("session().login(");
            assertThat(rig.server.requests).isEmpty();
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.EXPIRED);
        }
    }

    @Test
    void aWrongPasswordIsSentOnce() throws Exception {
        AtomicReference<Credentials> credentials = new AtomicReference<>(new Credentials("jane", "wrong"));
        try (SessionRig rig =
                new SessionRig(new TokenServer(), new ManualTime(), TokenStore.inMemory(), credentials::get, null)) {
            SessionExpiredException first = (SessionExpiredException) rig.failure();
            assertThat(first.reason()).isEqualTo(Reason.CREDENTIALS_REJECTED);
            assertThat(first.getCause()).isInstanceOf(UnauthorizedException.class);
            assertThat(first).hasMessageContaining("\"jane\"");
            for (int later = 0; later < 5; later++) {
                rig.time.advance(Duration.ofMinutes(1));
                rig.failure();
            }
            assertThat(rig.server.logins).hasValue(1);
            await().untilAsserted(() -> assertThat(rig.events).containsExactly("expired CREDENTIALS_REJECTED"));

            credentials.set(SessionRig.JANE.get());
            rig.time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void anExplicitLoginReplacesTheCredentials() throws Exception {
        try (SessionRig rig = SessionRig.withoutCredentials()) {
            assertThat(rig.engine.actions().login(SessionRig.JANE.get()).get()).isEqualTo(SessionState.ACTIVE);
            rig.time.advance(Duration.ofHours(2));
            rig.server.aliveRefresh.clear();
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void aLoginThatFailsLeavesTheSessionAsItWas() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            assertThatThrownBy(() -> rig.engine
                            .actions()
                            .login(new Credentials("jane", "typo"))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(SessionExpiredException.class);
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void aLoginOfAnotherIdentityIsRefusedBeforeAnythingIsSent() {
        try (SessionRig rig = SessionRig.withCredentials()) {
            assertThatThrownBy(() -> rig.engine.actions().login(new Credentials("bob", "secret")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("one client is one identity");
            assertThat(rig.server.requests).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotRotateLetsTheRefreshTokenGoOn() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.server.issuesRefreshTokens = false;
            rig.engine.actions().renew().get();
            assertThat(rig.engine.view().holdsRefreshToken("r1")).isTrue();
            assertThat(rig.engine.view().holdsAccessToken("a2")).isTrue();
            assertThat(rig.engine.view().holdsRefreshToken("r2")).isFalse();
        }
    }

    @Test
    void aFaultyCredentialsSupplierFailsTheCallAndIsAskedAgainLater() throws Exception {
        AtomicReference<RuntimeException> fault = new AtomicReference<>(new IllegalStateException("vault is sealed"));
        try (SessionRig rig = new SessionRig(
                new TokenServer(),
                new ManualTime(),
                TokenStore.inMemory(),
                () -> {
                    RuntimeException now = fault.get();
                    if (now != null) {
                        throw now;
                    }
                    return SessionRig.JANE.get();
                },
                null)) {
            assertThat(rig.failure()).hasMessageContaining("vault is sealed");
            fault.set(null);
            rig.time.advance(Duration.ofSeconds(2));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void tokensOfALoginOutsideOfTheSessionAreUsedAndLaterRenewed() throws Exception {
        try (SessionRig rig = SessionRig.withoutCredentials()) {
            TokenGrant granted = TokenGrant.lasting(new Tokens("outside", null, null), Duration.ofHours(1), "{}");

            assertThat(rig.engine
                            .actions()
                            .login(SessionRig.JANE.get(), () -> granted)
                            .get())
                    .isEqualTo(SessionState.ACTIVE);

            assertThat(rig.token()).isEqualTo("outside");
            assertThat(rig.engine.view().profile()).isEqualTo("{}");
            assertThat(rig.server.requests).isEmpty();
            rig.time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.server.requests).containsExactly("login jane");
        }
    }

    @Test
    void tokensOfSomebodyElseAreNotTakenOver() {
        try (SessionRig rig = SessionRig.withCredentials()) {
            TokenGrant granted = TokenGrant.lasting(new Tokens("outside", null, null), null, null);
            assertThatThrownBy(() -> rig.engine.actions().login(new Credentials("bob", "secret"), () -> granted))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("one client is one identity");
        }
    }

    @Test
    void aLoginOutsideOfTheSessionEndsALogout() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.engine.actions().logout().get();
            rig.engine
                    .actions()
                    .login(
                            SessionRig.JANE.get(),
                            () -> TokenGrant.lasting(new Tokens("outside", null, null), null, null))
                    .get();
            assertThat(rig.token()).isEqualTo("outside");
        }
    }
}
