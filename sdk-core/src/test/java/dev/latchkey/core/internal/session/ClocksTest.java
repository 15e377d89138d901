package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.RenewalFailedException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClocksTest {
    private static final Instant START = new ManualTime().now();

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H", "P400D", "P-400D"})
    void aWallClockThatJumpsDuringASessionChangesNothing(Duration jump) throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.setWallBy(jump);
            rig.time.advance(Duration.ofMinutes(30));
            assertThat(rig.token()).isEqualTo("a1");
            rig.time.advance(Duration.ofHours(1));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.server.requests).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1H", "PT-1H"})
    void aWallClockThatIsSetWhileTheServerIsAskedChangesNothing(Duration jump) throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.time.setWallBy(jump.negated());
            rig.server.clock = () -> START.plusNanos(rig.time.nanoTime());
            rig.server.hold();
            Caller<String> first = Caller.start(rig::token).awaitWaiting();
            rig.time.setWallBy(jump);
            rig.server.release();
            assertThat(first.get()).isEqualTo("a1");
            assertThat(rig.engine.view().expiresAt()).contains(rig.time.now().plus(Duration.ofHours(1)));
        }
    }

    @Test
    void aMonotonicClockThatGoesBackMakesNoPauseLonger() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.failWith(TokenServer::outage);
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
            rig.server.failWith(null);
            rig.time.advance(Duration.ofDays(-1));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void aMonotonicClockThatGoesBackLeavesATokenUntilItIsRefused() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization first = rig.authorization();
            rig.time.advance(Duration.ofDays(-1));
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.tokenAfterRefusal(first)).isEqualTo("a2");
            rig.time.advance(Duration.ofMinutes(30));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.server.requests).hasSize(2);
        }
    }

    @Test
    void aMonotonicClockThatLeapsAheadCostsOneRenewal() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofDays(36_500));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(rig.server.requests).hasSize(2);
        }
    }

    @Test
    void theExpiryShownFollowsTheWallClock() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.setWallBy(Duration.ofHours(5));
            assertThat(rig.engine.view().expiresAt()).contains(rig.time.now().plus(Duration.ofHours(1)));
        }
    }
}
