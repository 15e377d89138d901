package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.internal.call.CallInterruptedIOException;
import dev.latchkey.core.internal.call.CallSignal;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import okhttp3.Call;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
    private static final int CALLERS = 64;

    @Test
    void callersAtExpiryShareOneRenewal() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.token();
            rig.time.advance(Duration.ofHours(2));
            rig.server.hold();
            List<Caller<String>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(Caller.start(rig::token).awaitWaiting());
            }
            rig.server.release();
            for (Caller<String> caller : callers) {
                assertThat(caller.get()).isEqualTo("a2");
            }
            assertThat(rig.server.refreshes).hasValue(1);
        }
    }

    @Test
    void callersShareOneFailureAndItsCause() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.hold();
            rig.server.failWith(TokenServer::outage);
            List<Caller<String>> callers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                callers.add(Caller.start(rig::token).awaitWaiting());
            }
            rig.server.release();
            Set<Throwable> causes = new HashSet<>();
            for (Caller<String> caller : callers) {
                assertThatThrownBy(caller::get)
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isInstanceOfSatisfying(
                                ApiIOException.class, e -> causes.add(e.reason().getCause()));
            }
            assertThat(causes).hasSize(1);
            assertThat(rig.server.logins).hasValue(1);
        }
    }

    @Test
    void anInterruptedCallerLeavesTheRenewalToTheOthers() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.hold();
            Caller<Boolean> interrupted = Caller.start(() -> {
                try {
                    rig.token();
                    return false;
                } catch (CallInterruptedIOException e) {
                    return Thread.currentThread().isInterrupted();
                }
            });
            Caller<String> patient = Caller.start(rig::token).awaitWaiting();
            interrupted.awaitWaiting().interrupt();
            assertThat(interrupted.get()).isTrue();
            assertThat(patient.isDone()).isFalse();
            rig.server.release();
            assertThat(patient.get()).isEqualTo("a1");
            assertThat(rig.server.logins).hasValue(1);
        }
    }

    @Test
    void aCancelledCallerLeavesTheRenewalToTheOthers() throws Exception {
        try (SessionRig rig = SessionRig.withCredentials()) {
            rig.server.hold();
            Call call = SessionRig.call();
            Caller<Authorization> cancelled =
                    Caller.start(() -> rig.engine.authorization(new CallSignal(call, "GET", "/x")));
            Caller<String> patient = Caller.start(rig::token).awaitWaiting();
            cancelled.awaitWaiting();
            call.cancel();
            assertThatThrownBy(cancelled::get)
                    .cause()
                    .isInstanceOf(IOException.class)
                    .hasMessage("Canceled");
            rig.server.release();
            assertThat(patient.get()).isEqualTo("a1");
        }
    }

    @Test
    void aHookThatUsesItsOwnClientFailsInsteadOfWaitingForItself() {
        SessionRig[] own = new SessionRig[1];
        TokenServer server = new TokenServer();
        server.asksForOneTimePassword = true;
        try (SessionRig rig = new SessionRig(
                server,
                new ManualTime(),
                dev.latchkey.core.store.TokenStore.inMemory(),
                SessionRig.JANE,
                () -> own[0].token())) {
            own[0] = rig;
            assertThat(rig.failure()).hasMessageContaining("one-time-password hook failed");
        }
    }
}
