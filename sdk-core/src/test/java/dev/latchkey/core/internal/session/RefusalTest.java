package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.call.CallSignal;
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

    /** A call as the SDK makes it, to an endpoint that refuses every token. */
    private static void refusedCall(SessionRig rig, CallSignal signal) throws Exception {
        Authorization token = rig.engine.authorization(signal);
        Replay last = null;
        for (int replays = 0; replays < 2; replays++) {
            Replay replay = rig.engine.afterRefusal(token, signal);
            if (replay == null) {
                break;
            }
            last = replay;
            token = replay.authorization();
        }
        if (last != null) {
            rig.engine.refusedAgain(last, signal);
        }
    }

    private static CallSignal signal(String path) {
        return new CallSignal(SessionRig.call(), "GET", path);
    }

    @Test
    void anEndpointThatRefusesFreshTokensStopsCausingRenewals() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            for (int minute = 0; minute < 9; minute++) {
                refusedCall(rig, signal("/closed"));
                rig.time.advance(Duration.ofMinutes(1));
            }
            assertThat(rig.server.refreshes).hasValue(2);

            rig.time.advance(Duration.ofMinutes(1).plusSeconds(1));
            refusedCall(rig, signal("/closed"));
            assertThat(rig.server.refreshes).as("forgotten after ten minutes").hasValue(4);
        }
    }

    @Test
    void otherEndpointsStillRenewWhatTheyAreRefused() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            refusedCall(rig, signal("/closed"));
            Authorization held = rig.authorization();
            Replay replay = rig.engine.afterRefusal(held, signal("/open"));
            assertThat(replay).isNotNull();
            assertThat(rig.server.refreshes).hasValue(3);
        }
    }

    @Test
    void anEndpointThatAnswersOtherwiseIsForgotten() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            refusedCall(rig, signal("/closed"));
            rig.engine.answered(signal("/closed"));
            assertThat(rig.engine.afterRefusal(rig.authorization(), signal("/closed")))
                    .isNotNull();
        }
    }

    @Test
    void anEndpointThatRefusesEveryTokenStillGetsTheOneThatArrivedMeanwhile() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            refusedCall(rig, signal("/closed"));
            Authorization before = rig.authorization();
            rig.engine.actions().renew().get();
            Replay replay = Objects.requireNonNull(rig.engine.afterRefusal(before, signal("/closed")));
            assertThat(replay.authorization()).isEqualTo(rig.authorization());
        }
    }

    @Test
    void aTokenThatEndedIsRenewedForAnEndpointThatRefusesEveryToken() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.lifetime = Duration.ofMinutes(5);
            refusedCall(rig, signal("/closed"));
            rig.time.advance(Duration.ofMinutes(6));
            assertThat(rig.token()).isEqualTo("a4");
        }
    }

    @Test
    void uploadsThatAreRefusedWithFreshTokensStopCausingRenewals() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            for (int call = 0; call < 5; call++) {
                rig.engine.refusedWithoutReplay(rig.authorization(), signal("/uploads"));
                await().until(() -> rig.token().equals("a2"));
                rig.time.advance(Duration.ofSeconds(30));
            }
            assertThat(rig.server.refreshes).hasValue(1);
        }
    }

    @Test
    void onlyAHundredEndpointsAreRemembered() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            RefusingEndpoints refusing = new RefusingEndpoints(rig.time);
            Authorization token = rig.authorization();
            for (int i = 0; i <= RefusingEndpoints.MOST; i++) {
                refusing.refusedAgain("GET /" + i, token);
            }
            assertThat(refusing.contains("GET /0")).isFalse();
            assertThat(refusing.contains("GET /1")).isTrue();
            assertThat(refusing.contains("GET /100")).isTrue();
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
            rig.engine.refusedWithoutReplay(refused, SessionRig.signal());
            rig.engine.refusedWithoutReplay(refused, SessionRig.signal());
            rig.server.release();
            await().until(() -> rig.token().equals("a2"));
            assertThat(rig.server.refreshes).hasValue(1);
        }
    }
}
