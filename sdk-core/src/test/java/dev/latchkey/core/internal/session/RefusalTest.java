package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.SessionState;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void aRefusedTokenIsRenewedOnce() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization refused = rig.authorization();
            assertThat(rig.tokenAfterRefusal(refused)).isEqualTo("a2");
            assertThat(rig.server.refreshes).hasValue(1);
        }
    }

    @Test
    void aTokenThatArrivedMeanwhileIsUsedWithoutAnotherRenewal() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization old = rig.authorization();
            rig.engine.actions().renew().get();
            assertThat(rig.tokenAfterRefusal(old)).isEqualTo("a2");
            assertThat(rig.tokenAfterRefusal(old)).isEqualTo("a2");
            assertThat(rig.server.refreshes).hasValue(1);
        }
    }

    @Test
    void aRenewalInFlightIsJoinedBeforeTheTokenAtHandIsTrusted() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization first = rig.authorization();
            rig.engine.actions().renew().get();
            rig.server.hold();
            var renewal = rig.engine.actions().renew();
            await().until(() -> rig.server.refreshes.get() == 2);

            var replay = Caller.start(() -> rig.tokenAfterRefusal(first)).awaitWaiting();
            assertThat(renewal).isNotDone();
            rig.server.release();

            assertThat(replay.get()).isEqualTo("a3");
        }
    }

    @Test
    void anEndpointThatRefusesEveryTokenForcesThreeRenewalsAndThenGetsItsRefusal() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            for (int call = 0; call < 20; call++) {
                rig.engine.afterRefusal(rig.authorization(), SessionRig.signal());
            }
            assertThat(rig.server.refreshes).hasValue(3);

            rig.time.advance(Duration.ofSeconds(10));
            assertThat(rig.tokenAfterRefusal(rig.authorization())).isEqualTo("a5");
            assertThat(rig.tokenAfterRefusal(rig.authorization())).isNull();
        }
    }

    @Test
    void aForcedRenewalThatHelpedIsGivenBack() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            for (int call = 0; call < 20; call++) {
                Replay replay =
                        Objects.requireNonNull(rig.engine.afterRefusal(rig.authorization(), SessionRig.signal()));
                assertThat(replay.forced()).isTrue();
                rig.engine.accepted(replay);
            }
            assertThat(rig.server.refreshes).hasValue(20);
        }
    }

    @Test
    void renewalsOfExpiredTokensCostNoBudget() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            for (int call = 0; call < 20; call++) {
                Authorization old = rig.authorization();
                rig.time.advance(Duration.ofHours(2));
                Replay replay = Objects.requireNonNull(rig.engine.afterRefusal(old, SessionRig.signal()));
                assertThat(replay.forced()).isFalse();
            }
        }
    }

    @Test
    void aVendorThatGivesTheSameTokenAgainEndsInTheRefusal() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization refused = rig.authorization();
            rig.server.issued.set(0);
            assertThat(rig.tokenAfterRefusal(refused)).isNull();
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
        }
    }

    @Test
    void aRefusalThatCannotBeReplayedStartsTheRenewalAndWaitsForNothing() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization refused = rig.authorization();
            rig.server.hold();
            rig.engine.refusedWithoutReplay(refused);
            rig.engine.refusedWithoutReplay(refused);
            rig.server.release();
            await().until(() -> rig.token().equals("a2"));
            assertThat(rig.server.refreshes).hasValue(1);
        }
    }
}
