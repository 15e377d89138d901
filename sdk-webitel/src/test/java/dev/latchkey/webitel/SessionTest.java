package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Fingerprint;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.fake.webitel.WebitelAnswers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's own session, end to end. */
class SessionTest {
    private static final String WHOAMI = "/api/v2/whoami";
    private static final Duration LIFE_OVER = Duration.ofDays(101);

    @Fake
    final FakeWebitel fake = Marked.fake();

    @Test
    void theFirstCallLogsInAndCarriesBothHalvesOfThePair() {
        try (WebitelClient client = client().build()) {
            assertThat(client.profile()).isEmpty();
            whoami(client);

            assertThat(fake.journal().count("POST", "/login")).isOne();
            JournalEntry call = fake.journal().requests("GET", WHOAMI).get(0);
            assertThat(call.status()).isEqualTo(200);
            assertThat(call.fingerprint("X-Access-Token")).isNotNull();
            assertThat(call.fingerprint("X-Key")).isNotNull();
            assertThat(call.header("Authorization")).isNull();
        }
    }

    @Test
    void theProfileTellsWhoLoggedIn() {
        fake.settings().answers(WebitelAnswers.OBSERVED);
        try (WebitelClient client = client().build()) {
            client.session().login().execute();

            UserProfile profile = client.profile().orElseThrow();
            assertThat(profile.username()).isEqualTo(Marked.USER);
            assertThat(profile.domain()).isEqualTo("mydomain.com");
            assertThat(profile.role()).isEqualTo(Role.USER);
            assertThat(profile.roleName()).isEqualTo("user");
            assertThat(profile.acl().allows("cdr", "ro")).isTrue();
            assertThat(profile.acl().allows("cdr", "r")).isFalse();
            assertThat(profile.cdr()).isEqualTo(new CdrServer("http://cdr:10023", false));
            assertThat(profile.verto()).isEqualTo("wss://pre.webitel.com/verto/");

            client.session().logout().execute();
            assertThat(client.profile()).isEmpty();
        }
    }

    @Test
    void theServerMayNameTheUserOtherwiseThanTheLoginDid() {
        fake.addUser(FakeUser.builder(Marked.USER, Marked.PASSWORD)
                .answeredName("root")
                .build());
        TokenStore store = TokenStore.inMemory();
        try (WebitelClient client = client().tokenStore(store).build();
                WebitelClient other = client().tokenStore(store).build()) {
            whoami(client);
            whoami(other);

            assertThat(other.profile().orElseThrow().username()).isEqualTo("root");
            assertThat(other.profile()).isEqualTo(client.profile());
            assertThat(fake.journal().count("POST", "/login")).isOne();
        }
    }

    @Test
    void callsAtExpiryShareOneLogin() {
        try (WebitelClient client = client().timeSource(time(fake.clock())).build()) {
            whoami(client);
            fake.clock().advance(LIFE_OVER);

            List<CompletableFuture<String>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> client.request("GET", WHOAMI).returningText().executeAsync())
                    .toList();
            calls.forEach(CompletableFuture::join);

            assertThat(fake.journal().count("POST", "/login")).isEqualTo(2);
            assertThat(fake.journal().requests("GET", WHOAMI))
                    .hasSize(51)
                    .allSatisfy(call -> assertThat(call.status()).isEqualTo(200));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-400, -1, 0, 1, 400})
    void theExpiryIsThatOfTheServersClock(long daysAhead) {
        fake.clock().set(Instant.now().plus(Duration.ofDays(daysAhead)));
        try (WebitelClient client = client().build()) {
            client.session().login().execute();

            assertThat(client.session().expiresAt().orElseThrow())
                    .isCloseTo(Instant.now().plus(Duration.ofDays(100)), within(30, ChronoUnit.SECONDS));
        }
    }

    @Test
    void anExpiryThatCannotBeReadMeansUntilRefused() {
        fake.faults().on("POST", "/login").next(Fault.amended(answer -> {
            answer.put("expires", "soon");
            answer.put("acl", 7);
            answer.put("role", List.of());
        }));
        try (WebitelClient client = client().build()) {
            client.session().login().execute();

            assertThat(client.session().expiresAt()).isEmpty();
            UserProfile profile = client.profile().orElseThrow();
            assertThat(profile.roleName()).isEqualTo("user");
            assertThat(profile.role()).isNull();
            assertThat(profile.acl().rights()).isEmpty();
        }
    }

    @Test
    void aWrongPasswordIsSentOnceAndNeverAgainByItself() {
        try (WebitelClient client = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(Marked.USER, "wrong-" + Marked.PASSWORD)
                .build()) {
            for (int i = 0; i < 3; i++) {
                SessionExpiredException e = assertThrows(SessionExpiredException.class, () -> whoami(client));
                assertThat(e.reason()).isEqualTo(SessionExpiredException.Reason.CREDENTIALS_REJECTED);
                assertThat(e).cause().isInstanceOf(UnauthorizedException.class);
            }

            assertThat(fake.journal().count("POST", "/login")).isOne();
            assertThat(fake.journal().count()).isOne();
        }
    }

    @Test
    void aReplacedPairIsLoggedOutOnceNoCallCanCarryIt() {
        try (WebitelClient client = client().timeout(Duration.ofSeconds(2)).build()) {
            whoami(client);
            client.session().renew().execute();
            assertThat(fake.liveSessions()).isEqualTo(2);

            await().until(() -> fake.liveSessions() == 1);

            JournalEntry before = fake.journal().requests("GET", WHOAMI).get(0);
            JournalEntry logout = fake.journal().requests("POST", "/logout").get(0);
            assertThat(logout.fingerprint("X-Key")).isEqualTo(before.fingerprint("X-Key"));
            whoami(client);
            assertThat(fake.journal().count("POST", "/login")).isEqualTo(2);
        }
    }

    @Test
    void aReplacedPairThatASharedStoreMayStillKnowIsLeftAlone() {
        try (WebitelClient client = client().tokenStore(TokenStore.inMemory()).build()) {
            whoami(client);
            client.session().renew().execute();

            assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.SERVER);

            assertThat(fake.journal().count("POST", "/logout")).isOne();
            assertThat(fake.liveSessions()).isOne();
        }
    }

    @Test
    void aLogoutEndsTheReplacedPairsToo() {
        try (WebitelClient client = client().build()) {
            whoami(client);
            client.session().renew().execute();

            assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.SERVER);

            assertThat(client.session().state()).isEqualTo(SessionState.LOGGED_OUT);
            assertThat(fake.liveSessions()).isZero();
            SessionExpiredException e = assertThrows(SessionExpiredException.class, () -> whoami(client));
            assertThat(e.reason()).isEqualTo(SessionExpiredException.Reason.LOGGED_OUT);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLogoutOfAPairThatTheServerHasEndedIsALogout(boolean byExpiry) {
        try (WebitelClient client = client().build()) {
            whoami(client);
            if (byExpiry) {
                fake.clock().advance(LIFE_OVER);
            } else {
                fake.endSessions();
            }

            assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.SERVER);
            assertThat(fake.journal().count("POST", "/login")).isOne();
        }
    }

    @Test
    void aLogoutThatDoesNotReachTheServerSaysSo() {
        try (WebitelClient client = client().build()) {
            whoami(client);
            fake.faults().on("POST", "/logout").always(Fault.status(500));

            assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.LOCAL_ONLY);
        }
    }

    @Test
    void thePureOperationsLeaveTheSessionAlone() {
        fake.addUser(FakeUser.builder("root", Marked.PASSWORD).build());
        try (WebitelClient client = client().build()) {
            client.session().login().execute();
            LoginAnswer root = client.auth().login("root", Marked.PASSWORD).execute();
            assertThat(client.profile().orElseThrow().username()).isEqualTo(Marked.USER);
            assertThat(root.profile().role()).isEqualTo(Role.ROOT);

            Confirmation said = client.auth().logout(root.token(), root.key()).execute();

            assertThat(said).isEqualTo(new Confirmation("OK", "Successful logout."));
            assertThat(fake.isAlive(root.token(), root.key())).isFalse();
            whoami(client);
            assertThat(fake.journal().count("POST", "/login")).isEqualTo(2);
            JournalEntry login = fake.journal().requests("POST", "/login").get(1);
            assertThat(login.header("X-Access-Token")).isNull();
            assertThat(login.header("X-Key")).isNull();
            JournalEntry logout = fake.journal().requests("POST", "/logout").get(0);
            assertThat(logout.fingerprint("X-Key")).isEqualTo(Fingerprint.of(root.key()));
        }
    }

    private WebitelClient.Builder client() {
        return Marked.client(fake);
    }

    private static void whoami(WebitelClient client) {
        client.request("GET", WHOAMI).returningText().execute();
    }

    /** The fake's clock as both of the client's. */
    private static TimeSource time(FakeClock clock) {
        return new TimeSource() {
            @Override
            public long nanoTime() {
                return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
            }

            @Override
            public Instant now() {
                return clock.instant();
            }
        };
    }
}
