package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Fingerprint;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.TokenPayload;
import dev.latchkey.fake.devicehive.UserStatus;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration HALF_A_YEAR = Duration.ofDays(182);

    @Fake
    final FakeDeviceHive fake = Marked.fake("jane");

    private final List<SessionExpiredException> expiries = new CopyOnWriteArrayList<>();
    private DeviceHiveClient client;

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theFirstCallLogsIn() {
        client = builder().credentials("jane", Marked.PASSWORD).build();

        call();

        assertThat(lines()).containsExactly("POST /token 201", "POST /token/create 201");
        assertThat(client.session().expiresAt().orElseThrow())
                .isCloseTo(fake.clock().instant().plus(HALF_AN_HOUR), within(10));
    }

    @Test
    void anExpiredAccessTokenIsRenewedOnceAndWithoutTheStaleHeader() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        call();
        fake.clock().advance(HALF_AN_HOUR);
        fake.journal().clear();

        call();
        call();

        assertThat(lines())
                .containsExactly("POST /token/refresh 201", "POST /token/create 201", "POST /token/create 201");
        requireNoTokenOnOpenEndpoints();
    }

    @Test
    void theRefreshTokenGoesOnFromRenewalToRenewal() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        call();
        for (int renewal = 0; renewal < 3; renewal++) {
            fake.clock().advance(HALF_AN_HOUR);
            call();
        }

        assertThat(fake.journal().count("POST", "/token")).isEqualTo(1);
        assertThat(fake.journal().requests("POST", "/token/refresh").stream()
                        .map(entry -> entry.fingerprint("refreshToken"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void aTokenThatTheServerRefusesBeforeItsTimeIsRenewedAndTheCallReplayed() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        call();
        fake.revokeAccessTokens();
        fake.journal().clear();

        call();

        assertThat(lines())
                .containsExactly("POST /token/create 401", "POST /token/refresh 201", "POST /token/create 201");
    }

    @Test
    void anExpiredRefreshTokenLeadsToExactlyOneLogin() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        call();
        fake.clock().advance(HALF_A_YEAR);
        fake.journal().clear();

        call();
        call();

        assertThat(lines())
                .containsExactly(
                        "POST /token/refresh 401",
                        "POST /token 201",
                        "POST /token/create 201",
                        "POST /token/create 201");
        requireNoTokenOnOpenEndpoints();
        assertThat(expiries).isEmpty();
    }

    @Test
    void anExpiredRefreshTokenWithoutCredentialsEndsTheSessionAndTheListenerIsTold() {
        client = builder().refreshToken(fake.logIn("jane").refreshToken()).build();
        call();
        fake.clock().advance(HALF_A_YEAR);
        fake.journal().clear();

        for (int attempt = 0; attempt < 3; attempt++) {
            assertThatExceptionOfType(SessionExpiredException.class)
                    .isThrownBy(this::call)
                    .satisfies(e -> {
                        assertThat(e.reason()).isEqualTo(SessionExpiredException.Reason.REFRESH_REJECTED);
                        assertThat(e.getCause()).isInstanceOf(UnauthorizedException.class);
                        assertThat(e.getCause().getMessage()).contains("Token has expired");
                    });
        }

        assertThat(lines()).containsExactly("POST /token/refresh 401");
        await().untilAsserted(() -> assertThat(expiries).hasSize(1));
        assertThat(client.session().state()).isEqualTo(SessionState.EXPIRED);
    }

    @Test
    void aRefreshTokenStartsASessionWithoutALogin() {
        client = builder()
                .refreshToken(fake.logIn("jane").refreshToken())
                .credentials("jane", Marked.PASSWORD)
                .build();

        call();

        assertThat(lines()).containsExactly("POST /token/refresh 201", "POST /token/create 201");
    }

    @Test
    void aDeadRefreshTokenAtTheStartGivesWayToTheCredentials() {
        client = builder()
                .refreshToken(fake.sign(TokenPayload.userRefresh(1)
                        .withExpiresAt(fake.clock().instant().minusSeconds(1))))
                .credentials("jane", Marked.PASSWORD)
                .build();

        call();
        fake.clock().advance(HALF_AN_HOUR);
        call();

        assertThat(lines())
                .containsExactly(
                        "POST /token/refresh 401",
                        "POST /token 201",
                        "POST /token/create 201",
                        "POST /token/refresh 201",
                        "POST /token/create 201");
    }

    @Test
    void aWrongPasswordIsSentOnceAndLocksNobodyOut() {
        client = builder().credentials("jane", "wrong").build();

        for (int attempt = 0; attempt < 20; attempt++) {
            assertThatExceptionOfType(SessionExpiredException.class)
                    .isThrownBy(this::call)
                    .satisfies(
                            e -> assertThat(e.reason()).isEqualTo(SessionExpiredException.Reason.CREDENTIALS_REJECTED));
        }

        assertThat(lines()).containsExactly("POST /token 401");
        assertThat(fake.failedLogins("jane")).isEqualTo(1);
        assertThat(fake.user("jane").status()).isEqualTo(UserStatus.ACTIVE);
        await().untilAsserted(() -> assertThat(expiries).hasSize(1));
    }

    @Test
    void aLockedUserIsNotAskedForAgain() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        call();
        fake.changeStatus("jane", UserStatus.LOCKED_OUT);
        fake.journal().clear();

        assertThatExceptionOfType(SessionExpiredException.class).isThrownBy(this::call);
        assertThatExceptionOfType(SessionExpiredException.class).isThrownBy(this::call);

        assertThat(lines()).containsExactly("POST /token/create 401", "POST /token/refresh 401", "POST /token 401");
    }

    @Test
    void aFailureOfTheServersIsNoRefusal() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        fake.faults().on("POST", "/token").next(Fault.status(500).json("{\"error\":500,\"message\":\"No database\"}"));

        call();

        assertThat(lines()).containsExactly("POST /token 500", "POST /token 201", "POST /token/create 201");
    }

    @Test
    void theServersComplaintAboutAMissingRefreshTokenIsARefusal() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        call();
        fake.clock().advance(HALF_AN_HOUR);
        fake.journal().clear();
        fake.faults()
                .on("POST", "/token/refresh")
                .next(Fault.status(500)
                        .json("{\"error\":500,\"message\":\"JWT String argument cannot be null or empty.\"}"));

        call();

        assertThat(lines()).containsExactly("POST /token/refresh 500", "POST /token 201", "POST /token/create 201");
    }

    @Test
    void thatComplaintIsKnownWhereAMaskHidesItsWords() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        fake.faults()
                .next(Fault.status(500)
                        .json("{\"error\":500,\"message\":\"JWT String argument cannot be null or empty.\"}"));

        ServerErrorException e = assertThrows(
                ServerErrorException.class,
                () -> client.request("POST", "/token/refresh")
                        .anonymous()
                        .mask("argument")
                        .returningText()
                        .withoutRetries()
                        .execute());

        assertThat(e.serverMessage()).hasValue("JWT String *** cannot be null or empty.");
        assertThat(new DeviceHiveTokens(null).rejects(e)).isTrue();
    }

    @Test
    void anOpaqueTokenIsUsedUntilItIsRefused() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        fake.faults().on("POST", "/token").next(Fault.amended(answer -> answer.put("accessToken", "opaque")));

        client.session().login().execute();
        assertThat(client.session().expiresAt()).isEmpty();
        call();

        assertThat(lines())
                .containsExactly(
                        "POST /token 201",
                        "POST /token/create 401",
                        "POST /token/refresh 201",
                        "POST /token/create 201");
    }

    @Test
    void anAccessTokenOfOnesOwnIsSentAndNeverRenewed() {
        String own = fake.logIn("jane").accessToken();
        client = builder().accessToken(own).build();

        call();
        fake.clock().advance(HALF_AN_HOUR);
        assertThatExceptionOfType(UnauthorizedException.class).isThrownBy(this::call);

        assertThat(lines()).containsExactly("POST /token/create 201", "POST /token/create 401");
        assertThat(fake.journal().requests().get(0).fingerprint("Authorization"))
                .isEqualTo(Fingerprint.of(own));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> client.session().renew().execute())
                .withMessageContaining("refreshToken(");
    }

    @Test
    void anEmptyRefusalAndAnEmptyFailureSayWhatTheyMean() {
        client = builder().accessToken("not-of-this-server").build();

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(this::call)
                .withMessageContaining("POST /token/create: 401")
                .withMessageContaining("expired, is a refresh token")
                .withMessageContaining("locked, disabled or deleted");
        fake.faults().on("POST", "/token/create").next(Fault.status(500).body("text/plain", ""));
        assertThatExceptionOfType(dev.latchkey.core.ServerErrorException.class)
                .isThrownBy(this::call)
                .withMessageContaining("Authorization header is not exactly");
        fake.faults().on("POST", "/token").next(Fault.status(401).body("text/plain", ""));
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client.token().login("jane", Marked.PASSWORD).execute())
                .withMessageContaining("look for what adds it");
    }

    @Test
    void noInterceptorOfTheUsersPutsATokenOnOpenEndpoints() {
        Interceptor adds = chain -> chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", "Bearer stale")
                .build());
        OkHttpClient users = new OkHttpClient.Builder()
                .addInterceptor(adds)
                .addNetworkInterceptor(adds)
                .build();
        client = builder()
                .credentials("jane", Marked.PASSWORD)
                .okHttpClient(users)
                .build();
        String plugin = Marked.pluginToken(fake);

        call();
        JwtTokens tokens = client.token().login("jane", Marked.PASSWORD).execute();
        client.token().refresh(tokens.refreshToken()).execute();
        client.plugin().authenticate(plugin).execute();

        assertThat(fake.journal().requests()).hasSize(5);
        requireNoTokenOnOpenEndpoints();
        users.connectionPool().evictAll();
    }

    @Test
    void aLogoutIsLocal() {
        client = builder().credentials("jane", Marked.PASSWORD).build();
        call();
        fake.journal().clear();

        assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.LOCAL_ONLY);

        assertThat(lines()).isEmpty();
        assertThatExceptionOfType(SessionExpiredException.class)
                .isThrownBy(this::call)
                .satisfies(e -> assertThat(e.reason()).isEqualTo(SessionExpiredException.Reason.LOGGED_OUT));
    }

    private void call() {
        client.token().create(TokenOperationsTest.token(1)).execute();
    }

    private DeviceHiveClient.Builder builder() {
        return DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .timeSource(new FakeTime(fake.clock()))
                .listener(new SessionListener() {
                    @Override
                    public void expired(SessionExpiredException cause) {
                        expiries.add(cause);
                    }
                });
    }

    private List<String> lines() {
        return fake.journal().requests().stream()
                .map(entry -> entry.method() + " " + entry.path() + " " + entry.status())
                .toList();
    }

    private void requireNoTokenOnOpenEndpoints() {
        assertThat(fake.journal().requests().stream()
                        .filter(entry -> !entry.path().endsWith("/create"))
                        .map(SessionTest::authorization))
                .isNotEmpty()
                .containsOnlyNulls();
    }

    private static String authorization(JournalEntry entry) {
        return entry.header("Authorization");
    }

    private static org.assertj.core.data.TemporalUnitOffset within(long seconds) {
        return new org.assertj.core.data.TemporalUnitWithinOffset(seconds, ChronoUnit.SECONDS);
    }

    /** The fake's clock as the client's. */
    private record FakeTime(FakeClock clock) implements TimeSource {
        @Override
        public long nanoTime() {
            return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public Instant now() {
            return clock.instant();
        }
    }
}
