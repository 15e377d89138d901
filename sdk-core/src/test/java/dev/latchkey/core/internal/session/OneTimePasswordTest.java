package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.TokenStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
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
            for (int i = 0; i < 5; i++) {
                assertThat(rig.failure()).isInstanceOf(MfaRequiredException.class);
                time.advance(Duration.ofMinutes(1));
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
                assertThat(rig.failure()).isInstanceOf(MfaRequiredException.class);
                time.advance(Duration.ofMinutes(1));
                server.refusesOneTimePasswords = false;
                assertThat(rig.token()).isEqualTo("a" + i);
                time.advance(Duration.ofHours(2));
            }
        }
    }

    @Test
    void aHookThatNeverAnswersIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        SessionThreads threads = new SessionThreads();
        OneTimePasswordGate gate = new OneTimePasswordGate(
                () -> {
                    never.await();
                    return "123456";
                },
                Duration.ofMillis(20),
                threads);
        assertThatThrownBy(() -> gate.during(Flight.login(null)).next())
                .isInstanceOf(MfaRequiredException.class)
                .hasMessageContaining("did not answer");
        threads.endNow();
    }
}
