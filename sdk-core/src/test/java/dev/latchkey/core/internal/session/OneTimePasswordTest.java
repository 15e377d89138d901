package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.TokenStore;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OneTimePasswordTest {
    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    OneTimePasswordTest() {
        server.asksForOneTimePassword = true;
        server.issuesRefreshTokens = false;
    }

    private SessionRig rig(@Nullable OneTimePassword hook) {
        return new SessionRig(server, time, TokenStore.inMemory(), SessionRig.JANE, hook);
    }

    private SessionRig rig(OneTimePassword hook, Duration limit) {
        return SessionRig.asking(server, time, TokenStore.inMemory(), hook, limit);
    }

    @Test
    void theHookAnswersTheChallenge() throws Exception {
        try (SessionRig rig = rig(() -> "123456")) {
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(server.requests).containsExactly("login jane", "code 123456");
        }
    }

    @Test
    void withoutAHookTheLoginSaysWhatIsMissing() {
        try (SessionRig rig = rig(null)) {
            assertThat(rig.failure()).isInstanceOf(MfaRequiredException.class).hasMessageContaining("oneTimePassword(");
        }
    }

    @Test
    void aCodeThatWasSentIsNotSentAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (SessionRig rig = rig(() -> {
            asked.incrementAndGet();
            return "123456";
        })) {
            rig.token();
            time.advance(Duration.ofHours(2));
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
            assertThat(asked).hasValue(2);
            assertThat(server.requests).containsExactly("login jane", "code 123456", "login jane");
        }
    }

    @Test
    void aHookThatAsksAPersonIsNotUsedInTheBackgroundButForACallerWhoWaits() throws Exception {
        AtomicInteger code = new AtomicInteger(100_000);
        try (SessionRig rig = rig(() -> String.valueOf(code.incrementAndGet()))) {
            rig.token();
            time.advance(Duration.ofMinutes(57));
            assertThat(rig.token()).isEqualTo("a1");
            await().until(() -> rig.events.contains("renewalFailed MfaRequiredException"));
            assertThat(code).hasValue(100_001);

            time.advance(Duration.ofMinutes(3));
            assertThat(rig.token()).isEqualTo("a2");
            assertThat(code).hasValue(100_002);
        }
    }

    @Test
    void anUnattendedHookIsUsedInTheBackground() throws Exception {
        AtomicInteger code = new AtomicInteger(100_000);
        try (SessionRig rig = rig(OneTimePassword.unattended(() -> String.valueOf(code.incrementAndGet())))) {
            rig.token();
            time.advance(Duration.ofMinutes(57));
            rig.token();
            await().until(() -> rig.token().equals("a2"));
        }
    }

    @Test
    void aHookThatThrowsOrGivesNothingFailsTheLogin() {
        try (SessionRig rig = rig(() -> {
            throw new IllegalStateException("phone is off");
        })) {
            assertThat(rig.failure()).isInstanceOf(MfaRequiredException.class);
        }
        try (SessionRig rig = rig(() -> " ")) {
            assertThat(rig.failure()).hasMessageContaining("blank");
        }
    }

    @Test
    void aLoginAsksOnce() {
        server.asksTwice = true;
        AtomicInteger code = new AtomicInteger(100_000);
        try (SessionRig rig = rig(() -> String.valueOf(code.incrementAndGet()))) {
            assertThat(rig.failure()).isInstanceOf(MfaRequiredException.class).hasMessageContaining("second");
            assertThat(code).hasValue(100_001);
            assertThat(server.requests).containsExactly("login jane", "code 100001");
        }
    }

    @Test
    void afterTwoRefusedCodesOnlyALoginByTheUserTriesAnother() throws Exception {
        server.refusesOneTimePasswords = true;
        AtomicInteger code = new AtomicInteger(100_000);
        try (SessionRig rig = rig(OneTimePassword.unattended(() -> String.valueOf(code.incrementAndGet())))) {
            assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class).hasMessageContaining("somebody else");
            for (int i = 0; i < 5; i++) {
                time.advance(Duration.ofMinutes(1));
                assertThat(rig.failure()).isInstanceOf(MfaRequiredException.class);
            }
            assertThat(rig.failure()).hasMessageContaining("session().login()");
            assertThat(code).hasValue(100_002);

            server.refusesOneTimePasswords = false;
            rig.engine.actions().login(null).get(10, TimeUnit.SECONDS);
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(code).hasValue(100_003);
        }
    }

    @Test
    void aCodeThatIsAcceptedMakesUpForOneThatWasRefused() throws Exception {
        AtomicInteger code = new AtomicInteger(100_000);
        try (SessionRig rig = rig(OneTimePassword.unattended(() -> String.valueOf(code.incrementAndGet())))) {
            for (int i = 1; i <= 3; i++) {
                server.refusesOneTimePasswords = true;
                assertThat(rig.failure()).isInstanceOf(RenewalFailedException.class);
                time.advance(Duration.ofMinutes(1));
                server.refusesOneTimePasswords = false;
                assertThat(rig.token()).isEqualTo("a" + i);
                time.advance(Duration.ofHours(2));
            }
        }
    }

    @Test
    void aHookThatNeverAnswersIsInterruptedAndLeavesNoThread() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        try (SessionRig rig = rig(
                () -> {
                    inside.incrementAndGet();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        inside.decrementAndGet();
                    }
                    return "123456";
                },
                Duration.ofMillis(20))) {
            for (int i = 0; i < 5; i++) {
                assertThat(loginFailure(rig))
                        .isInstanceOf(MfaRequiredException.class)
                        .hasMessageContaining("did not answer");
            }
            await().until(() -> inside.get() == 0);
        }
    }

    @Test
    void aHookThatIgnoresItsInterruptKeepsOneThreadWhichIsNamed() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        try (SessionRig rig = rig(
                () -> {
                    asked.incrementAndGet();
                    while (end.getCount() > 0) {
                        LockSupport.parkNanos(1_000_000);
                        Thread.interrupted();
                    }
                    return "123456";
                },
                Duration.ofMillis(20))) {
            assertThat(loginFailure(rig)).hasMessageContaining("did not answer");
            assertThat(loginFailure(rig)).hasMessageContaining("latchkey-session-");
            assertThat(asked).hasValue(1);
            end.countDown();
        }
    }

    @Test
    void aLogoutEndsTheWaitForTheHook() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        try (SessionRig rig = rig(() -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "123456";
        })) {
            CompletableFuture<SessionState> login = rig.engine.actions().login(null);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            CompletableFuture<LogoutResult> logout = rig.engine.actions().logout();
            assertThat(interrupted.await(4, TimeUnit.SECONDS)).isTrue();
            assertThat(logout.get(10, TimeUnit.SECONDS)).isEqualTo(LogoutResult.LOCAL_ONLY);
            assertThat(login).isCompletedExceptionally();
        }
    }

    @Test
    void digitsOfOtherScriptsAndSpacesAreMended() throws Exception {
        try (SessionRig rig = rig(() -> " \u0661\u0662\u0663 456")) {
            rig.token();
            assertThat(server.requests).containsExactly("login jane", "code 123456");
        }
    }

    @Test
    void whatCannotBeACodeIsRefusedWithoutBeingShown() {
        try (SessionRig rig = rig(() -> "12345\u00e9")) {
            assertThat(rig.failure())
                    .isInstanceOf(MfaRequiredException.class)
                    .hasMessageContaining("visible ASCII")
                    .hasMessageNotContaining("12345");
        }
    }

    private static Throwable loginFailure(SessionRig rig) throws Exception {
        return rig.engine
                .actions()
                .login(null)
                .handle((done, thrown) -> Objects.requireNonNull(thrown.getCause()))
                .get(10, TimeUnit.SECONDS);
    }
}
