package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.internal.otp.Totp;
import dev.latchkey.core.store.LoginNotes;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The built-in one-time passwords, of one client and of a fleet. The clock stands still unless a test moves it. */
class TotpSessionTest {
    private static final String SECRET = "JBSWY3DPEHPK3PXP";
    private static final Totp TOTP = Totp.of(SECRET);
    private static final Duration STEP = Duration.ofSeconds(30);

    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();
    private final CountingStore store = new CountingStore();
    private final Set<String> used = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final long first = TOTP.step(time.now());

    TotpSessionTest() {
        server.asksForOneTimePassword = true;
        server.issuesRefreshTokens = false;
        server.accepts = this::accepts;
    }

    /** As servers do: each code once, with a clock like the clients'. */
    private boolean accepts(String code) {
        boolean right = code.equals(TOTP.code(TOTP.step(time.now()))) && used.add(code);
        if (!right) {
            refused.incrementAndGet();
        }
        return right;
    }

    private SessionRig member() {
        return member(store);
    }

    private SessionRig member(TokenStore shared) {
        return SessionRig.asking(server, time, shared, OneTimePassword.totp(SECRET), Duration.ofSeconds(5));
    }

    @Test
    void theCodeIsThatOfTheClientsClock() throws Exception {
        try (SessionRig rig = member()) {
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(server.requests).containsExactly("login jane", "code " + TOTP.code(first));
        }
    }

    @Test
    void aSecondLoginWaitsForTheNextStepBeforeItSendsAnything() throws Exception {
        try (SessionRig rig = member()) {
            login(rig).get(10, TimeUnit.SECONDS);
            CompletableFuture<SessionState> second = login(rig);
            awaitVisits(2);
            assertThat(second).isNotDone();
            assertThat(server.logins).hasValue(1);

            time.advance(STEP);
            second.get(10, TimeUnit.SECONDS);
            assertThat(codes()).containsExactly(TOTP.code(first), TOTP.code(first + 1));
        }
    }

    @Test
    void aLogoutEndsTheWaitForTheNextStep() throws Exception {
        try (SessionRig rig = member()) {
            login(rig).get(10, TimeUnit.SECONDS);
            CompletableFuture<SessionState> second = login(rig);
            awaitVisits(2);
            rig.engine.actions().logout().get(4, TimeUnit.SECONDS);
            assertThat(second.handle((state, thrown) -> thrown).get(4, TimeUnit.SECONDS))
                    .isNotNull();
            assertThat(server.logins).hasValue(1);
        }
    }

    @Test
    void aStepThatIsLongerThanTheLimitFailsAtOnceAsPassing() throws Exception {
        String slow = "otpauth://totp/a?secret=" + SECRET + "&period=600";
        server.accepts = null;
        try (SessionRig rig =
                SessionRig.asking(server, time, store, OneTimePassword.totp(slow), Duration.ofSeconds(5))) {
            login(rig).get(10, TimeUnit.SECONDS);
            assertThat(failure(login(rig)))
                    .asInstanceOf(type(RenewalFailedException.class))
                    .satisfies(thrown -> assertThat(thrown.retryAfter()).hasValue(Duration.ofMinutes(10)))
                    .extracting(Throwable::getMessage, STRING)
                    .contains("sent already");
            assertThat(server.logins).hasValue(1);
        }
    }

    @Test
    void sevenMembersWhoLogInAtOnceShareOneLogin() throws Exception {
        List<SessionRig> fleet = new ArrayList<>();
        List<CompletableFuture<SessionState>> logins = new ArrayList<>();
        server.hold();
        for (int i = 0; i < 7; i++) {
            fleet.add(member());
            logins.add(login(fleet.get(i)));
        }
        server.awaitArrival();
        await().until(() -> store.loads.get() == 7);
        server.release();
        for (CompletableFuture<SessionState> each : logins) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(SessionState.ACTIVE);
        }
        assertThat(server.logins).hasValue(1);
        assertThat(refused).hasValue(0);
        fleet.forEach(SessionRig::close);
    }

    @Test
    void sevenMembersWhoLogInOneAfterTheOtherSendNoCodeTwice() throws Exception {
        for (int i = 0; i < 7; i++) {
            try (SessionRig member = member()) {
                CompletableFuture<SessionState> login = login(member);
                if (i > 0) {
                    awaitVisits(2 * i);
                    assertThat(login).isNotDone();
                    time.advance(STEP);
                }
                login.get(10, TimeUnit.SECONDS);
            }
        }
        assertThat(codes()).doesNotHaveDuplicates().hasSize(7);
        assertThat(refused).hasValue(0);
    }

    @Test
    void aMemberThatWaitsForTheNextStepTakesUpTheSessionThatAnotherHasSavedMeanwhile() throws Exception {
        try (SessionRig one = member();
                SessionRig two = member();
                SessionRig three = member()) {
            login(one).get(10, TimeUnit.SECONDS);
            List<CompletableFuture<SessionState>> waiting = List.of(login(two), login(three));
            awaitVisits(3);
            time.advance(STEP);
            for (CompletableFuture<SessionState> each : waiting) {
                each.get(10, TimeUnit.SECONDS);
            }
            assertThat(server.logins).hasValue(2);
            assertThat(two.token()).isEqualTo(three.token()).isEqualTo("a2");
        }
    }

    @Test
    void aLoginWithCredentialsTakesUpNobodyElsesSession() throws Exception {
        try (SessionRig one = member();
                SessionRig two = member()) {
            server.hold();
            CompletableFuture<SessionState> ours = login(one);
            server.awaitArrival();
            CompletableFuture<SessionState> other = two.engine.actions().login(new Credentials("jane", "a guess"));
            server.release();
            ours.get(10, TimeUnit.SECONDS);
            await().until(() -> {
                time.advance(STEP);
                return other.isDone();
            });
            assertThat(other).isCompletedExceptionally();
        }
    }

    @Test
    void withoutACommonStoreTheSecondMemberIsRefusedOnceAndGetsInWithTheNextStep() throws Exception {
        try (SessionRig one = member(TokenStore.inMemory());
                SessionRig two = member(TokenStore.inMemory())) {
            one.token();
            assertThat(two.failure())
                    .isInstanceOf(RenewalFailedException.class)
                    .hasMessageContaining("does not share this client's token store");
            time.advance(STEP);
            assertThat(two.token()).isEqualTo("a2");
        }
    }

    @Test
    void afterTwoRefusedCodesNoMemberSendsAnotherUntilALoginOrTheProbe() throws Exception {
        server.refusesOneTimePasswords = true;
        for (int i = 0; i < 2; i++) {
            try (SessionRig member = member()) {
                member.failure();
                time.advance(STEP);
            }
        }
        try (SessionRig next = member()) {
            assertThat(next.failure()).isInstanceOf(MfaRequiredException.class).hasMessageContaining("login()");
            assertThat(server.logins).hasValue(2);

            time.advance(Duration.ofMinutes(61));
            assertThat(next.failure()).isInstanceOf(MfaRequiredException.class);
            assertThat(server.logins).hasValue(3);

            time.advance(Duration.ofMinutes(61));
            assertThat(next.failure()).isInstanceOf(MfaRequiredException.class);
            assertThat(server.logins).hasValue(3);

            server.refusesOneTimePasswords = false;
            login(next).get(10, TimeUnit.SECONDS);
            time.advance(Duration.ofHours(2));
            assertThat(next.token()).isEqualTo("a2");
        }
    }

    @Test
    void aCodeWhoseLoginBrokeOffCountsAsUsed() throws Exception {
        try (SessionRig one = member();
                SessionRig two = member()) {
            server.accepts = code -> {
                throw TokenServer.outage();
            };
            assertThat(one.failure()).isInstanceOf(RenewalFailedException.class);
            server.accepts = this::accepts;
            CompletableFuture<SessionState> login = login(two);
            awaitVisits(2);
            time.advance(STEP);
            login.get(10, TimeUnit.SECONDS);
            assertThat(codes()).doesNotHaveDuplicates();
        }
    }

    @Test
    void aNoteThatIsFarAheadOfTheClockIsNotUsedAndIsTold() throws Exception {
        note(first + 3);
        try (SessionRig rig = member()) {
            assertThat(rig.token()).isEqualTo("a1");
            assertThat(rig.engine.clocksDiffer()).isTrue();
            time.advance(Duration.ofHours(2));
            rig.token();
            assertThat(rig.engine.clocksDiffer()).isFalse();
        }
    }

    @Test
    void aNoteThatIsALittleAheadIsWaitedFor() throws Exception {
        note(first + 1);
        time.advance(Duration.ofSeconds(10));
        try (SessionRig rig = member()) {
            CompletableFuture<SessionState> login = login(rig);
            awaitVisits(2);
            assertThat(server.logins).hasValue(0);
            time.advance(STEP.multipliedBy(2));
            login.get(10, TimeUnit.SECONDS);
            assertThat(codes()).containsExactly(TOTP.code(first + 2));
        }
    }

    @Test
    void aHooksCodeThatAnotherMemberHasSentFailsAtOnceAsPassing() throws Exception {
        AtomicInteger code = new AtomicInteger(100_000);
        OneTimePassword hook = OneTimePassword.unattended(() -> String.valueOf(code.get()));
        try (SessionRig one = SessionRig.asking(server, time, store, hook, Duration.ofSeconds(5));
                SessionRig two = SessionRig.asking(server, time, store, hook, Duration.ofSeconds(5))) {
            server.accepts = null;
            login(one).get(10, TimeUnit.SECONDS);
            assertThat(failure(login(two)))
                    .asInstanceOf(type(RenewalFailedException.class))
                    .satisfies(thrown -> assertThat(thrown.retryAfter()).hasValue(STEP));
            code.incrementAndGet();
            login(two).get(10, TimeUnit.SECONDS);
            assertThat(codes()).containsExactly("100000", "100001");
        }
    }

    private void note(long step) throws Exception {
        store.exclusively(SessionRig.KEY, Duration.ofSeconds(1), entry -> {
            LoginNotes notes = new LoginNotes(List.of(), step);
            try {
                entry.save(new StoredSession(SessionRig.KEY, 0, 0, null, Instant.EPOCH, null, null, null, notes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    private static CompletableFuture<SessionState> login(SessionRig rig) {
        return rig.engine.actions().login(null);
    }

    private static Throwable failure(CompletableFuture<SessionState> login) throws Exception {
        return login.handle((state, thrown) -> Objects.requireNonNull(thrown.getCause()))
                .get(10, TimeUnit.SECONDS);
    }

    private List<String> codes() {
        return server.requests.stream()
                .filter(request -> request.startsWith("code "))
                .map(request -> request.substring("code ".length()))
                .toList();
    }

    /** Until the store's section was left so many times. */
    private void awaitVisits(int count) {
        await().until(() -> store.visits.get() >= count);
    }

    private static final class CountingStore implements TokenStore {
        final AtomicInteger loads = new AtomicInteger();
        final AtomicInteger visits = new AtomicInteger();
        private final TokenStore store = TokenStore.inMemory();

        @Override
        public @Nullable StoredSession load(SessionKey key) throws IOException {
            StoredSession found = store.load(key);
            loads.incrementAndGet();
            return found;
        }

        @Override
        public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
                throws IOException, InterruptedException {
            T result = store.exclusively(key, maxWait, section);
            visits.incrementAndGet();
            return result;
        }
    }
}
