package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.SessionStatus;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.core.internal.call.CallInterruptedIOException;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import org.junit.jupiter.api.Test;

class TokenWaitTest {
    private final TokenServer server = new TokenServer();

    private SessionRig rig() {
        return SessionRig.patient(server, TokenStore.inMemory(), SessionRig.JANE);
    }

    private static RateLimitedException limited(Duration retryAfter) {
        return new RateLimitedException(
                new Failure("POST", "/token", 429, "slow down", null, null, null, null), retryAfter, null);
    }

    /** A caller who has met the first failure and waits for the second try. */
    private Caller<String> waiting(SessionRig rig, AtomicInteger tried, int tries) {
        Caller<String> caller = Caller.start(rig::token);
        await().until(() -> tried.get() == tries && failures(rig) == tries);
        return caller.awaitWaiting();
    }

    /** How many tries have come to their end, all without a token. */
    private static int failures(SessionRig rig) {
        SessionStatus.Failure last = rig.engine.view().status().lastFailure();
        return last == null ? 0 : last.inARow();
    }

    @Test
    void oneOutageOfTheTokenEndpointFailsNobody() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            List<Caller<String>> callers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                callers.add(waiting(rig, server.logins, 1));
            }
            server.failWith(null);
            rig.advance(Duration.ofMillis(1300));
            for (Caller<String> caller : callers) {
                assertThat(caller.get()).isEqualTo("a1");
            }
            assertThat(server.logins).hasValue(2);
        }
    }

    @Test
    void noTryIsMadeBeforeASecondLessThirtyPercent() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Caller<String> caller = waiting(rig, server.logins, 1);
            rig.advance(Duration.ofMillis(699));
            caller.awaitWaiting();
            assertThat(server.logins).hasValue(1);
            server.failWith(null);
            rig.advance(Duration.ofMillis(601));
            assertThat(caller.get()).isEqualTo("a1");
        }
    }

    @Test
    void aCallerWhoArrivesInThePauseWaitsAsWell() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Caller<String> first = waiting(rig, server.logins, 1);
            Caller<String> second = Caller.start(rig::token).awaitWaiting();
            assertThat(server.logins).hasValue(1);
            server.failWith(null);
            rig.advance(Duration.ofMillis(1300));
            assertThat(first.get()).isEqualTo("a1");
            assertThat(second.get()).isEqualTo("a1");
        }
    }

    @Test
    void aCallerGivesUpWithTheCauseAfterFiveSeconds() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Caller<ApiException> caller = Caller.start(rig::failure);
            await().until(() -> failures(rig) == 1);
            caller.awaitWaiting(); // His patience counts from the first failure on.
            int[] tenths = new int[1];
            while (!caller.isDone()) {
                int tries = server.logins.get();
                rig.advance(Duration.ofMillis(100));
                tenths[0]++;
                await().pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> caller.isDone() || (caller.isParked() && failures(rig) == server.logins.get()));
                assertThat(server.logins.get() - tries).isLessThanOrEqualTo(1);
            }
            assertThat(caller.get())
                    .isInstanceOfSatisfying(
                            RenewalFailedException.class,
                            e -> assertThat(e.retryAfter()).isEmpty())
                    .hasCauseInstanceOf(ServerErrorException.class);
            assertThat(tenths[0]).isBetween(34, 52);
            assertThat(server.logins.get()).isBetween(4, 8);
        }
    }

    @Test
    void aTryThatHangsHoldsACallerWhoHasMetAFailureNoLongerThanHisPatience() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Caller<ApiException> caller = Caller.start(rig::failure);
            await().until(() -> server.logins.get() == 1);
            caller.awaitWaiting();
            server.hold();
            rig.advance(Duration.ofMillis(1300));
            await().until(() -> server.logins.get() == 2);
            rig.advance(Duration.ofSeconds(4));
            await().until(() -> {
                caller.wake();
                return caller.isDone();
            });
            assertThat(caller.get()).hasCauseInstanceOf(ServerErrorException.class);
            server.release();
        }
    }

    @Test
    void nobodyWaitsBeyondTheLimitOfHisCall() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Duration limit = Duration.ofMillis(600);
            CallSignal hurried = new CallSignal(SessionRig.call(), "GET", "/things", leaving(limit));
            assertThatThrownBy(() -> rig.engine.authorization(hurried)).hasMessageContaining("could not be renewed");
            assertThat(server.logins).hasValue(1);
        }
    }

    @Test
    void whatTheServerAsksForIsKeptAndTold() throws Exception {
        server.failWith(() -> limited(Duration.ofMinutes(1)));
        try (SessionRig rig = rig()) {
            assertThat(rig.failure()).isInstanceOfSatisfying(RenewalFailedException.class, e -> {
                assertThat(e.retryAfter()).contains(Duration.ofMinutes(1));
                assertThat(e).hasMessageContaining("The server asks to wait 60 s.");
                assertThat(e.retryable()).isTrue();
            });
            rig.time.advance(Duration.ofSeconds(50));
            assertThat(rig.failure())
                    .isInstanceOfSatisfying(
                            RenewalFailedException.class,
                            e -> assertThat(e.retryAfter().orElseThrow())
                                    .isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_500)));
            assertThat(server.logins).hasValue(1);
            server.failWith(null);
            rig.time.advance(Duration.ofSeconds(11));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void aShortPauseOfTheServersIsWaitedOut() throws Exception {
        server.failWith(() -> limited(Duration.ofSeconds(3)));
        try (SessionRig rig = rig()) {
            Caller<String> caller = waiting(rig, server.logins, 1);
            rig.advance(Duration.ofMillis(2999));
            caller.awaitWaiting();
            assertThat(server.logins).hasValue(1);
            server.failWith(null);
            rig.advance(Duration.ofMillis(501));
            assertThat(caller.get()).isEqualTo("a1");
        }
    }

    @Test
    void aServerThatAsksForADayIsAskedAgainAfterAnHour() throws Exception {
        server.failWith(() -> limited(Duration.ofDays(1)));
        try (SessionRig rig = rig()) {
            assertThat(rig.failure())
                    .isInstanceOfSatisfying(
                            RenewalFailedException.class,
                            e -> assertThat(e.retryAfter()).contains(Duration.ofHours(1)));
            server.failWith(null);
            rig.time.advance(Duration.ofHours(1).plusSeconds(1));
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void aRenewalThatTheUserAsksForIsAlwaysTried() throws Exception {
        server.failWith(() -> limited(Duration.ofMinutes(1)));
        try (SessionRig rig = rig()) {
            rig.failure();
            server.failWith(null);
            assertThat(rig.engine.actions().renew().get()).isNotNull();
            assertThat(rig.token()).isEqualTo("a1");
        }
    }

    @Test
    void aRenewalThatTheUserAsksForWakesThoseWhoWait() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Caller<String> caller = waiting(rig, server.logins, 1);
            server.failWith(null);
            rig.engine.actions().renew().get();
            assertThat(caller.get()).isEqualTo("a1");
            assertThat(server.logins).hasValue(2);
        }
    }

    @Test
    void aLogoutEndsTheWaitAtOnce() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Caller<ApiException> caller = Caller.start(rig::failure);
            await().until(() -> server.logins.get() == 1);
            caller.awaitWaiting();
            rig.engine.actions().logout().get();
            assertThat(caller.get()).isInstanceOf(SessionExpiredException.class);
        }
    }

    @Test
    void aCancelAndAnInterruptEndTheWaitAtOnce() throws Exception {
        server.failWith(TokenServer::outage);
        try (SessionRig rig = rig()) {
            Call call = SessionRig.call();
            Caller<Authorization> cancelled =
                    Caller.start(() -> rig.engine.authorization(new CallSignal(call, "GET", "/x")));
            Caller<String> interrupted = waiting(rig, server.logins, 1);
            cancelled.awaitWaiting();
            call.cancel();
            interrupted.interrupt();
            assertThatThrownBy(cancelled::get)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("Canceled");
            assertThatThrownBy(interrupted::get).hasCauseInstanceOf(CallInterruptedIOException.class);
        }
    }

    @Test
    void aPauseOfTheBackgroundHoldsNobodyBackWhoseTokenHasEnded() throws Exception {
        try (SessionRig rig = rig()) {
            rig.token();
            server.failWith(TokenServer::outage);
            for (int failed = 1; failed <= 6; failed++) {
                int refreshes = failed;
                rig.time.advance(failed == 1 ? Duration.ofMinutes(57) : Duration.ofSeconds(25));
                await().until(() -> {
                    rig.token();
                    return server.refreshes.get() == refreshes && rig.events.size() == refreshes + 1;
                });
            }
            rig.time.advance(Duration.ofMinutes(3).minusSeconds(125));
            server.failWith(null);
            assertThat(rig.token()).isEqualTo("a2");
        }
    }

    @Test
    void aRefusedTokenIsRenewedThoughTheFirstTryMeetsAnOutage() throws Exception {
        try (SessionRig rig = rig()) {
            Authorization refused = rig.authorization();
            server.failWith(TokenServer::outage);
            Caller<String> caller = Caller.start(() -> rig.tokenAfterRefusal(refused));
            await().until(() -> server.refreshes.get() == 1);
            caller.awaitWaiting();
            server.failWith(null);
            rig.advance(Duration.ofMillis(1300));
            assertThat(caller.get()).isEqualTo("a2");
        }
    }

    @Test
    void nobodyWaitsForWhatWaitingDoesNotMend() {
        try (SessionRig rig = SessionRig.patient(server, TokenStore.inMemory(), null)) {
            assertThat(rig.failure()).isInstanceOf(SessionExpiredException.class);
        }
    }

    private static CallSignal.Progress leaving(Duration limit) {
        return new CallSignal.Progress() {
            @Override
            public Failure told(Failure failure) {
                return failure;
            }

            @Override
            public long remainingNanos() {
                return limit.toNanos();
            }
        };
    }
}
