package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionStartTest {
    private static final String GIVEN = "r99";
    private static final SessionStart FIXED =
            SessionStart.fixed(new Tokens("static-token", null, null), "An administrator makes and disables it.");

    private final TokenServer server = new TokenServer();

    @Test
    void aGivenRefreshTokenIsTheFirstThingSpent() throws Exception {
        server.aliveRefresh.add(GIVEN);
        try (SessionRig rig = SessionRig.startingWith(server, SessionStart.from(GIVEN))) {
            assertThat(rig.engine.view().holdsRefreshToken(GIVEN)).isTrue();
            assertThat(rig.token()).isEqualTo("a1");
            rig.time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(server.requests).containsExactly("refresh " + GIVEN, "refresh r1");
            assertThat(rig.engine.view().holdsRefreshToken(GIVEN)).isFalse();
        }
    }

    @Test
    void aGivenRefreshTokenGoesOnWhereTheServerDoesNotRotate() throws Exception {
        server.aliveRefresh.add(GIVEN);
        server.issuesRefreshTokens = false;
        try (SessionRig rig = SessionRig.startingWith(server, SessionStart.from(GIVEN))) {
            rig.token();
            assertThat(rig.engine.view().holdsRefreshToken(GIVEN)).isTrue();
            server.aliveRefresh.add(GIVEN);
            rig.time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(server.requests).containsExactly("refresh " + GIVEN, "refresh " + GIVEN);
        }
    }

    @Test
    void aGivenRefreshTokenThatIsRejectedIsNotSentAgain() {
        try (SessionRig rig = SessionRig.startingWith(server, SessionStart.from(GIVEN))) {
            for (int call = 0; call < 3; call++) {
                assertThat(((SessionExpiredException) rig.failure()).reason()).isEqualTo(Reason.REFRESH_REJECTED);
                rig.time.advance(Duration.ofMinutes(1));
            }
            assertThat(server.refreshes).hasValue(1);
            await().untilAsserted(() -> assertThat(rig.events).containsExactly("expired REFRESH_REJECTED"));
        }
    }

    @Test
    void aGivenRefreshTokenSurvivesAnOutage() throws Exception {
        server.aliveRefresh.add(GIVEN);
        server.failWith(TokenServer::outage);
        try (SessionRig rig = SessionRig.startingWith(server, SessionStart.from(GIVEN))) {
            rig.failure();
            server.failWith(null);
            rig.time.advance(Duration.ofMinutes(1));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void afterALogoutTheGivenRefreshTokenIsNotTakenUpAgain() throws Exception {
        server.aliveRefresh.add(GIVEN);
        server.needsLiveTokenForLogout = false;
        try (SessionRig rig = SessionRig.startingWith(server, SessionStart.from(GIVEN))) {
            rig.engine.actions().logout().get();
            assertThat(((SessionExpiredException) rig.failure()).reason()).isEqualTo(Reason.LOGGED_OUT);
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void fixedTokensAreSentForAsLongAsTheClientLives() throws Exception {
        try (SessionRig rig = SessionRig.startingWith(server, FIXED)) {
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
            assertThat(rig.engine.view().expiresAt()).isEmpty();
            rig.time.advance(Duration.ofDays(10_000));
            assertThat(rig.token()).isEqualTo("static-token");
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aRefusalOfFixedTokensIsTheAnswer() throws Exception {
        try (SessionRig rig = SessionRig.startingWith(server, FIXED)) {
            Authorization fixed = rig.authorization();
            assertThat(rig.tokenAfterRefusal(fixed)).isNull();
            rig.engine.refusedWithoutReplay(fixed, SessionRig.signal());
            rig.engine.doubted(fixed);
            assertThat(rig.token()).isEqualTo("static-token");
            assertThat(server.requests).isEmpty();
        }
    }

    @Test
    void aSessionOfFixedTokensIsOverForAsLongAsTheServerRefusesThem() throws Exception {
        try (SessionRig rig = SessionRig.startingWith(server, FIXED)) {
            Authorization fixed = rig.authorization();
            rig.time.advance(Duration.ofDays(1));
            rig.engine.refused(fixed);
            Instant refusedAt = rig.time.now();
            rig.time.advance(Duration.ofDays(1));
            rig.engine.refused(fixed);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.EXPIRED);
            assertThat(rig.engine.view().status().state()).isEqualTo(SessionState.EXPIRED);
            assertThat(rig.engine.view().status().since()).isEqualTo(refusedAt);
            assertThat(rig.token()).isEqualTo("static-token");

            rig.engine.accepted(fixed);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "renewal", "logout"})
    void whatFixedTokensHaveNoUseForIsRefusedWithAdvice(String operation) {
        try (SessionRig rig = SessionRig.startingWith(server, FIXED)) {
            ThrowingCallable asked = switch (operation) {
                case "login" -> () -> rig.engine.actions().login(null);
                case "renewal" -> rig.engine.actions()::renew;
                default -> rig.engine.actions()::logout;
            };
            assertThatThrownBy(asked)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining(operation)
                    .hasMessageEndingWith("An administrator makes and disables it.");
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void aStartShowsNoToken() {
        assertThat(FIXED).hasToString("SessionStart[fixed]");
        assertThat(SessionStart.from(GIVEN)).hasToString("SessionStart[refreshToken=***]");
        assertThat(SessionStart.NOTHING).hasToString("SessionStart[nothing]");
    }
}
