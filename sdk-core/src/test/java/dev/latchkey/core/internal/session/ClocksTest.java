package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
    void aRefusalThatMayHaveOtherReasonsRenewsWhatIsOverByTheWallClock() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            Authorization refused = rig.authorization();
            rig.time.setWallBy(Duration.ofDays(1));
            rig.engine.doubted(refused);
            await().until(() -> rig.token().equals("a2"));
            rig.engine.doubted(refused);
            rig.engine.doubted(rig.authorization());
            rig.engine.actions().logout().get();
            assertThat(rig.server.requests).containsExactly("login jane", "refresh r1", "logout a2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PT1H"})
    void aRefusalThatMayHaveOtherReasonsLeavesATokenThatMayLive(String lifetime) throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.lifetime = lifetime.isEmpty() ? null : Duration.parse(lifetime);
            Authorization refused = rig.authorization();
            rig.time.setWallBy(Duration.ofMinutes(59));
            rig.engine.doubted(refused);
            rig.engine.actions().logout().get();
            assertThat(rig.server.requests).containsExactly("login jane", "logout a1");
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
