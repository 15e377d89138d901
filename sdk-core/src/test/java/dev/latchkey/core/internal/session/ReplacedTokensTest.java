package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.auth.LogoutResult;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

/** A vendor that keeps the old tokens alive after a login. */
class ReplacedTokensTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration NOT_IN_THIS_TEST = Duration.ofMinutes(30);

    @Test
    void replacedTokensAreLoggedOutOnceNoCallCanCarryThem() throws Exception {
        try (SessionRig rig = SessionRig.keepingReplaced(AT_ONCE, false)) {
            rig.token();
            rig.engine.actions().renew().get();
            await().untilAsserted(() -> assertThat(rig.server.requests).endsWith("logout a1"));
            assertThat(rig.server.aliveAccess).containsExactly("a2");
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void untilThenTheyStayAlive() throws Exception {
        try (SessionRig rig = SessionRig.keepingReplaced(NOT_IN_THIS_TEST, false)) {
            rig.token();
            rig.engine.actions().renew().get();
            assertThat(rig.server.aliveAccess).containsExactlyInAnyOrder("a1", "a2");
        }
    }

    @Test
    void aLogoutDoesNotWaitForThat() throws Exception {
        try (SessionRig rig = SessionRig.keepingReplaced(NOT_IN_THIS_TEST, false)) {
            rig.token();
            rig.engine.actions().renew().get();
            assertThat(rig.engine.actions().logout().get()).isEqualTo(LogoutResult.SERVER);
            assertThat(rig.server.requests).endsWith("logout a2", "logout a1");
            assertThat(rig.server.aliveAccess).isEmpty();
        }
    }

    @Test
    void tokensThatOthersMayHoldAreLeftAlone() throws Exception {
        try (SessionRig rig = SessionRig.keepingReplaced(AT_ONCE, true)) {
            rig.token();
            rig.engine.actions().renew().get();
            rig.engine.actions().logout().get();
            assertThat(rig.server.requests).containsExactly("login jane", "login jane", "logout a2");
        }
    }

    @Test
    void tokensThatEndBeforeTheirCallsAreNotWorthIt() throws Exception {
        try (SessionRig rig = SessionRig.keepingReplaced(NOT_IN_THIS_TEST, false)) {
            rig.server.lifetime = Duration.ofMinutes(20);
            rig.token();
            rig.engine.actions().renew().get();
            rig.engine.actions().logout().get();
            assertThat(rig.server.requests).containsExactly("login jane", "login jane", "logout a2");
        }
    }

    @Test
    void aServerThatRefusesDoesNoHarm() throws Exception {
        try (SessionRig rig = SessionRig.keepingReplaced(AT_ONCE, false)) {
            rig.token();
            rig.server.aliveAccess.clear();
            rig.engine.actions().renew().get();
            await().untilAsserted(() -> assertThat(rig.server.requests).endsWith("logout a1"));
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void closingForgetsThem() throws Exception {
        SessionRig rig = SessionRig.keepingReplaced(NOT_IN_THIS_TEST, false);
        rig.token();
        rig.engine.actions().renew().get();
        rig.close();
        assertThat(rig.server.requests).containsExactly("login jane", "login jane");
    }

    @Test
    void threadsThatHaveEndedTakeNoTask() {
        SessionThreads threads = new SessionThreads();
        threads.end();
        assertThatThrownBy(() -> threads.later(AT_ONCE, () -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
