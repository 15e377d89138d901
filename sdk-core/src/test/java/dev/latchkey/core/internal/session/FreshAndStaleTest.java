package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.auth.SessionState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FreshAndStaleTest {

    @Test
    void theFirstCallLogsInAndLaterOnesUseTheSameToken() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.NEW);
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.server.requests).containsExactly("login jane");
            assertThat(rig.engine.view().state()).isEqualTo(SessionState.ACTIVE);
            assertThat(rig.engine.view().expiresAt()).contains(rig.time.now().plus(Duration.ofHours(1)));
        }
    }

    @Test
    void aStaleTokenIsReturnedAtOnceWhileOneRenewalRuns() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofMinutes(57));
            rig.server.hold();

            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.token()).isEqualTo("a1");
            rig.server.release();

            await().until(() -> rig.token().equals("a2"));
            assertThat(rig.server.requests).containsExactly("login jane", "refresh r1");
        }
    }

    @Test
    void aTokenIsNotStaleBeforeTheLastFiveMinutes() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofMinutes(54));
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.server.refreshes).hasValue(0);
        }
    }

    @Test
    void anExpiredTokenIsRenewedBeforeItIsReturned() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void anOutageDuringTheStaleTimeIsNotFeltAndTriedAgainAfterAPause() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofMinutes(57));
            rig.server.failWith(TokenServer::outage);
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.events.contains("renewalFailed RenewalFailedException"));

            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.server.refreshes).hasValue(1);

            rig.server.failWith(null);
            rig.time.advance(Duration.ofSeconds(30));
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.token().equals("a2"));
            assertThat(rig.server.refreshes).hasValue(2);
        }
    }

    @Test
    void anOutageAtExpiryFailsFastWithOneCauseUntilThePauseIsOver() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.failWith(TokenServer::outage);

            RenewalFailedException first = (RenewalFailedException) rig.failure();
            RenewalFailedException second = (RenewalFailedException) rig.failure();

            assertThat(first.getCause())
                    .isInstanceOf(ServerErrorException.class)
                    .isSameAs(second.getCause());
            assertThat(first).isNotSameAs(second).hasMessageContaining("GET /things/{id}");
            assertThat(first.retryable()).isTrue();
            assertThat(rig.server.refreshes).hasValue(1);

            rig.server.failWith(null);
            rig.time.advance(Duration.ofSeconds(2));
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void aTokenOfUnknownLifetimeIsUsedUntilItIsRefused() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.lifetime = null;
            Authorization first = rig.authorization();
            rig.time.advance(Duration.ofDays(1000));
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.view().expiresAt()).isEmpty();
            assertThat(rig.tokenAfterRefusal(first)).isEqualTo("a2");
        }
    }

    @Test
    void aRenewalOnDemandReplacesAFreshToken() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            assertThat(rig.engine.actions().renew().get()).isEqualTo(SessionState.ACTIVE);
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void theProfileOfTheLoginOutlivesRenewals() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.profile = "{\"name\":\"jane\"}";
            rig.token();
            rig.server.profile = null;
            rig.engine.actions().renew().get();
            assertThat(rig.engine.view().profile()).isEqualTo("{\"name\":\"jane\"}");
        }
    }

    /** It waits for the lock while the renewal ends, and looks again; ensuring looks without the way of a fresh token. */
    @Test
    void aCallThatFoundAnExpiredTokenAndIsOvertakenByTheRenewalStartsNoOther() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            assertThat(rig.token()).isEqualTo("a1");
            for (int calls = 0; calls < 2; calls++) {
                assertThat(rig.engine.actions().ensure().get()).isEqualTo(SessionState.ACTIVE);
            }
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.snapshot().version()).isEqualTo(1);
        }
    }
}
