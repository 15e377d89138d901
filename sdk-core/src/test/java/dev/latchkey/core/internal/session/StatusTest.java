package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.SessionStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static SessionStatus status(SessionRig rig) {
        return rig.engine.view().status();
    }

    @Test
    void aNewSessionKnowsNothing() {
        try (SessionRig rig = SessionRig.withCredentials()) {
            assertThat(status(rig))
                    .isEqualTo(new SessionStatus(
                            SessionState.NEW,
                            rig.time.now(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            new SessionStatus.Store(true, null, null),
                            false));
        }
    }

    @Test
    void aTokenTellsSinceWhenUntilWhenAndWhy() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.time.advance(Duration.ofMinutes(1));
            Instant began = rig.time.now();
            rig.token();
            rig.time.advance(Duration.ofMinutes(10));
            assertThat(status(rig).state()).isEqualTo(SessionState.ACTIVE);
            assertThat(status(rig).since()).isEqualTo(began);
            assertThat(status(rig).usableUntil()).isEqualTo(began.plus(Duration.ofHours(1)));
            assertThat(status(rig).lastRenewal()).isEqualTo(new SessionStatus.Renewal(began, RenewalReason.FIRST_USE));
            assertThat(status(rig).nextTry()).isNull();
        }
    }

    @Test
    void theReasonOfEachRenewalIsTold() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.engine.actions().login(null).get();
            assertThat(reason(rig)).isEqualTo(RenewalReason.LOGIN);
            rig.engine.actions().renew().get();
            assertThat(reason(rig)).isEqualTo(RenewalReason.REQUESTED);
            rig.tokenAfterRefusal(rig.authorization());
            assertThat(reason(rig)).isEqualTo(RenewalReason.REFUSED);
            rig.time.advance(Duration.ofHours(2));
            rig.token();
            assertThat(reason(rig)).isEqualTo(RenewalReason.EXPIRED);
            rig.time.advance(Duration.ofMinutes(59));
            rig.token();
            await().until(() -> reason(rig) == RenewalReason.AHEAD_OF_TIME);
        }
    }

    private static RenewalReason reason(SessionRig rig) {
        return Objects.requireNonNull(status(rig).lastRenewal()).reason();
    }

    @Test
    void aSessionWhoseTokenHasEndedIsNotActive() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            Instant end = rig.time.now().plus(Duration.ofHours(1));
            rig.time.advance(Duration.ofHours(1).minusNanos(1));
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
            rig.time.advance(Duration.ofSeconds(5));
            rig.server.failWith(TokenServer::outage);
            rig.failure();
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.RENEWAL_DUE);
            assertThat(status(rig).state()).isEqualTo(SessionState.RENEWAL_DUE);
            assertThat(Duration.between(end, status(rig).since()).abs()).isLessThan(Duration.ofMillis(1));
            assertThat(status(rig).usableUntil()).isNull();

            rig.server.failWith(null);
            rig.time.advance(Duration.ofSeconds(2));
            rig.token();
            assertThat(status(rig).state()).isEqualTo(SessionState.ACTIVE);
            assertThat(status(rig).since()).isEqualTo(rig.time.now());
        }
    }

    @Test
    void aSessionWhoseTokenWasRefusedAndCannotBeRenewedIsNotActive() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Instant began = rig.time.now();
            Authorization refused = rig.authorization();
            rig.server.failWith(TokenServer::outage);
            rig.time.advance(Duration.ofMinutes(1));
            assertThatThrownBy(() -> rig.tokenAfterRefusal(refused)).isInstanceOf(ApiIOException.class);
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.RENEWAL_DUE);
            assertThat(status(rig).state()).isEqualTo(SessionState.RENEWAL_DUE);
            assertThat(status(rig).since()).isEqualTo(began.plus(Duration.ofMinutes(1)));
            assertThat(status(rig).usableUntil()).isNull();

            rig.server.failWith(null);
            rig.time.advance(Duration.ofMinutes(1));
            rig.tokenAfterRefusal(refused);
            assertThat(status(rig).state()).isEqualTo(SessionState.ACTIVE);
            assertThat(status(rig).since()).isEqualTo(rig.time.now());
            assertThat(status(rig).usableUntil()).isEqualTo(rig.time.now().plus(Duration.ofHours(1)));
        }
    }

    @Test
    void aSessionWhoseTokenIsAcceptedElsewhereIsActive() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization token = rig.authorization();
            rig.server.failWith(TokenServer::outage);
            assertThatThrownBy(() -> rig.tokenAfterRefusal(token)).isInstanceOf(ApiIOException.class);
            rig.engine.accepted(token);
            assertThat(status(rig).state()).isEqualTo(SessionState.ACTIVE);
            assertThat(status(rig).usableUntil()).isNotNull();
        }
    }

    @Test
    void aRefusalThatAnotherTokenHasMendedIsNotSeen() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.tokenAfterRefusal(rig.authorization());
            assertThat(status(rig).state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void toEnsureATokenReplacesOneThatWasRefused() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization refused = rig.authorization();
            rig.server.failWith(TokenServer::outage);
            assertThatThrownBy(() -> rig.tokenAfterRefusal(refused)).isInstanceOf(ApiIOException.class);
            rig.server.failWith(null);
            rig.time.advance(Duration.ofMinutes(1));
            assertThat(rig.engine.actions().ensure().get()).isEqualTo(SessionState.ACTIVE);
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void neitherALogoutNorASessionThatIsOverCountsAsAFailure() throws Exception {
        try (SessionRig rig = SessionRig.withoutCredentials()) {
            for (int call = 0; call < 3; call++) {
                rig.failure();
                rig.time.advance(Duration.ofMinutes(1));
            }
            assertThat(status(rig).state()).isEqualTo(SessionState.EXPIRED);
            assertThat(status(rig).lastFailure()).isNull();
        }
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.engine.actions().logout().get();
            for (int call = 0; call < 3; call++) {
                rig.failure();
                rig.time.advance(Duration.ofMinutes(1));
            }
            assertThat(status(rig).state()).isEqualTo(SessionState.LOGGED_OUT);
            assertThat(status(rig).lastFailure()).isNull();
        }
    }

    @Test
    void onlyRefusalsThatTheServerHasGivenAreCounted() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.failWith(TokenServer::refusal);
            for (int call = 0; call < 5; call++) {
                rig.failure();
                rig.time.advance(Duration.ofMinutes(1));
            }
            assertThat(rig.server.logins).hasValue(1);
            assertThat(Objects.requireNonNull(status(rig).lastFailure()).inARow())
                    .isEqualTo(1);
        }
    }

    @Test
    void failuresAreCountedUntilTheNextSuccess() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.failWith(TokenServer::outage);
            for (int tries = 1; tries <= 3; tries++) {
                rig.failure();
                SessionStatus.Failure failure =
                        Objects.requireNonNull(status(rig).lastFailure());
                assertThat(failure.inARow()).isEqualTo(tries);
                assertThat(failure.at()).isEqualTo(rig.time.now());
                assertThat(failure.type()).isEqualTo("ServerErrorException");
                assertThat(failure.problem()).contains("503");
                assertThat(Objects.requireNonNull(status(rig).nextTry()))
                        .isBetween(
                                rig.time.now().plusMillis(700), rig.time.now().plusMillis(1301));
                rig.time.advance(Duration.ofSeconds(2));
            }
            rig.server.failWith(null);
            rig.token();
            assertThat(Objects.requireNonNull(status(rig).lastFailure()).inARow())
                    .isZero();
            assertThat(status(rig).nextTry()).isNull();
        }
    }

    @Test
    void theTextOfAStrangersExceptionIsNotShown() {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.failWith(() -> new IllegalStateException("password is hunter2"));
            rig.failure();
            assertThat(status(rig).toString()).doesNotContain("hunter2").contains("IllegalStateException");
        }
    }

    @Test
    void aStoreThatFailsIsTold() throws Exception {
        FaultyStore broken = new FaultyStore();
        broken.broken(true);
        try (SessionRig rig = SessionRig.on(broken, new TokenServer(), new ManualTime())) {
            rig.token();
            SessionStatus.Store store = status(rig).store();
            assertThat(store.working()).isFalse();
            assertThat(store.problem()).isEqualTo("java.io.IOException");
            assertThat(status(rig).unsaved()).isTrue();
        }
    }

    @Test
    void aClosedSessionIsClosedAndTriesNoMore() throws Exception {
        SessionRig rig = SessionRig.withCredentials();
        rig.server.failWith(TokenServer::outage);
        rig.failure();
        rig.close();
        assertThat(status(rig).state()).isEqualTo(SessionState.CLOSED);
        assertThat(status(rig).nextTry()).isNull();
    }

    @Test
    void noProbeIsNamedOnceAnotherMemberHasLoggedInWithThePassword() throws Exception {
        FaultyStore store = new FaultyStore();
        TokenServer server = new TokenServer();
        ManualTime time = new ManualTime();
        server.failWith(TokenServer::refusal);
        try (SessionRig here = SessionRig.on(store, server, time);
                SessionRig there = SessionRig.on(store, server, time)) {
            here.failure();
            assertThat(here.engine.view().status().nextPasswordProbe()).isNotNull();
            server.failWith(null);
            there.engine.actions().login(null).get();
            time.advance(Duration.ofSeconds(31));
            here.token();
            assertThat(here.engine.view().status().nextPasswordProbe()).isNull();
        }
    }

    @Test
    void noProbeIsNamedAfterALogout() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.failWith(TokenServer::refusal);
            rig.failure();
            rig.engine.actions().logout().get();
            assertThat(rig.engine.view().status().nextPasswordProbe()).isNull();
        }
    }
}
