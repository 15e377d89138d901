package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.MfaEnrollment;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakeUser;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The second factor from its enrolment to its end, in the fake's time. */
class MfaStoryTest {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    private static final String SECOND_STEP = "/api/mfa/login";
    private static final Duration STEP = Duration.ofSeconds(30);

    @Fake
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", PASSWORD);

    private final List<ConnectwareClient> clients = new ArrayList<>();

    @BeforeEach
    void addJane() {
        fake.clock().freeze();
        fake.settings().secretMarker(SecretLeaks.MARKER);
        fake.users().add(FakeUser.builder("jane").password(PASSWORD).build());
    }

    @AfterEach
    void close() {
        clients.forEach(ConnectwareClient::close);
    }

    private ConnectwareClient open(ConnectwareClientBuilder builder) {
        ConnectwareClient client = builder.build();
        clients.add(client);
        return client;
    }

    private ConnectwareClientBuilder jane() {
        return ConnectwareClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", PASSWORD)
                .timeSource(new FakeTime(fake.clock()));
    }

    private String nextCode() {
        fake.clock().advance(STEP);
        return fake.oneTimePassword("jane");
    }

    private int secondSteps() {
        return (int) fake.journal().requests().stream()
                .filter(request -> request.path().equals(SECOND_STEP))
                .count();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFactorIsEnrolledUsedRenewedAndGivenUp(boolean sane) {
        fake.settings().saneShapes(sane);
        ConnectwareClient client = open(jane());

        MfaEnrollment enrollment = client.mfa().enable().execute();
        assertThat(enrollment.secret()).isNotBlank();
        assertThat(enrollment.digits()).isEqualTo(6);
        assertThat(enrollment.period()).isEqualTo(30);
        assertThat(client.auth().session().execute().mfa().enabled()).isFalse();

        BackupCodes codes = client.mfa().validate(fake.oneTimePassword("jane")).execute();
        assertThat(codes.codes()).isEqualTo(fake.backupCodes("jane")).isNotEmpty();
        assertThat(client.auth().session().execute().mfa().enabled()).isTrue();

        BackupCodes renewed = client.mfa()
                .regenerateBackupCodes(MfaCode.backupCode(codes.codes().get(0)))
                .execute();
        assertThat(renewed.codes()).isEqualTo(fake.backupCodes("jane")).doesNotContainAnyElementsOf(codes.codes());

        client.mfa().disable(MfaCode.otp(nextCode())).execute();
        assertThat(client.auth().session().execute().mfa().enabled()).isFalse();
        assertThat(client.auth().login("jane", PASSWORD).execute()).isInstanceOf(LoginOutcome.Done.class);
    }

    @Test
    void aLoginOfAnotherSessionIsAChallengeThatACodeCompletes() {
        List<String> backup = fake.enrolForMfa("jane");
        ConnectwareClient client = open(jane().credentials("admin", PASSWORD));

        LoginOutcome outcome = client.auth().login("jane", PASSWORD).execute();

        assertThat(outcome).isInstanceOfSatisfying(LoginOutcome.Challenge.class, challenge -> {
            assertThat(challenge.result().token()).isNull();
            assertThat(challenge.toString()).doesNotContain(SecretLeaks.MARKER);
            assertThatThrownBy(() -> challenge.complete("000000").execute()).isInstanceOf(ApiException.class);
            LoginResult result =
                    challenge.complete(fake.oneTimePassword("jane")).execute();
            assertThat(fake.isTokenAlive(result.token())).isTrue();
        });
        LoginOutcome.Challenge again =
                (LoginOutcome.Challenge) client.auth().login("jane", PASSWORD).execute();
        assertThat(again.completeWithBackupCode(backup.get(0)).execute().token())
                .isNotNull();
        assertThat(fake.backupCodes("jane")).doesNotContain(backup.get(0));
        assertThat(client.session().state()).isEqualTo(SessionState.NEW);
    }

    @Test
    void theSessionAnswersByItsHookOnceALogin() {
        fake.enrolForMfa("jane");
        AtomicInteger asked = new AtomicInteger();
        ConnectwareClient client = open(jane().oneTimePassword(OneTimePassword.unattended(() -> {
            asked.incrementAndGet();
            return fake.oneTimePassword("jane");
        })));

        assertThat(client.auth().session().execute().username()).isEqualTo("jane");
        assertThat(client.auth().session().execute().username()).isEqualTo("jane");
        fake.clock().advance(Duration.ofHours(13));
        assertThat(client.auth().session().execute().username()).isEqualTo("jane");

        assertThat(asked).hasValue(2);
        assertThat(secondSteps()).isEqualTo(2);
    }

    @Test
    void aSessionWithoutAHookSaysThatASecondFactorIsNeeded() {
        List<String> backup = fake.enrolForMfa("jane");
        ConnectwareClient client = open(jane());

        assertThatThrownBy(() -> client.auth().session().execute())
                .isInstanceOf(MfaRequiredException.class)
                .hasMessageContaining("oneTimePassword(");
        assertThat(secondSteps()).isZero();
        assertThat(fake.backupCodes("jane")).isEqualTo(backup);
    }

    @Test
    void aHookWhoseCodesAreWrongDoesNotLockTheUser() {
        fake.enrolForMfa("jane");
        AtomicInteger wrong = new AtomicInteger(100_000);
        ConnectwareClient client =
                open(jane().oneTimePassword(OneTimePassword.unattended(() -> "x" + wrong.incrementAndGet())));

        assertThatThrownBy(() -> client.auth().session().execute()).isInstanceOf(RenewalFailedException.class);
        for (int i = 0; i < 8; i++) {
            fake.clock().advance(STEP);
            assertThatThrownBy(() -> client.auth().session().execute()).isInstanceOf(MfaRequiredException.class);
        }

        assertThat(secondSteps()).isEqualTo(2);
        assertThat(wrong).hasValue(100_002);
        LoginOutcome.Challenge challenge =
                (LoginOutcome.Challenge) client.auth().login("jane", PASSWORD).execute();
        assertThat(challenge.complete(nextCode()).execute().token()).isNotNull();
    }

    @Test
    void fiveWrongCodesLockTheUserForAWhile() {
        fake.enrolForMfa("jane");
        ConnectwareClient client = open(jane());
        LoginOutcome.Challenge challenge =
                (LoginOutcome.Challenge) client.auth().login("jane", PASSWORD).execute();
        for (int i = 0; i < 5; i++) {
            assertThat(catchThrowableOfType(
                            ApiException.class, () -> challenge.complete("x").execute()))
                    .isExactlyInstanceOf(UnauthorizedException.class);
        }
        assertThatThrownBy(
                        () -> challenge.complete(fake.oneTimePassword("jane")).execute())
                .isExactlyInstanceOf(RateLimitedException.class);
        assertThat(secondSteps()).isEqualTo(6);

        fake.clock().advance(Duration.ofMinutes(6));
        LoginOutcome.Challenge later =
                (LoginOutcome.Challenge) client.auth().login("jane", PASSWORD).execute();
        assertThat(later.complete(fake.oneTimePassword("jane")).execute().token())
                .isNotNull();
    }

    @Test
    void anAdministratorHelpsWhoHasLostTheFactor() {
        fake.enrolForMfa("jane");
        ConnectwareClient admin = open(jane().credentials("admin", PASSWORD));
        User jane = admin.users().list(UserQuery.all()).stream()
                .filter(user -> "jane".equals(user.username()))
                .findFirst()
                .orElseThrow();
        assertThat(jane.mfaIsEnrolled()).isTrue();

        admin.users()
                .update(jane.id(), UserUpdate.builder().disableMfa(true).build())
                .execute();

        assertThat(open(jane()).auth().session().execute().mfa().enabled()).isFalse();
    }

    @Test
    void aUserInterfaceLogsInInTwoSteps() throws Exception {
        fake.enrolForMfa("jane");
        ConnectwareClient client = open(jane());

        SessionLogin.Challenge challenge = (SessionLogin.Challenge)
                client.logIn("jane", PASSWORD).executeAsync().get(10, TimeUnit.SECONDS);
        assertThat(client.session().state()).isEqualTo(SessionState.NEW);
        assertThat(challenge).hasToString("Challenge[username=jane]");

        assertThatThrownBy(() -> challenge.complete("x").execute())
                .isInstanceOf(MfaRequiredException.class)
                .hasMessageContaining("refused the one-time password");
        assertThat(client.session().state()).isEqualTo(SessionState.NEW);

        assertThat(challenge.complete(fake.oneTimePassword("jane")).execute()).isEqualTo(SessionState.ACTIVE);
        assertThat(client.auth().session().execute().username()).isEqualTo("jane");
        assertThat(fake.journal().requests())
                .filteredOn(request -> request.path().equals(SECOND_STEP))
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).isNull());
    }

    @Test
    void aBackupCodeEndsTheSecondStepToo() {
        List<String> backup = fake.enrolForMfa("jane");
        ConnectwareClient client = open(jane());
        SessionLogin.Challenge challenge =
                (SessionLogin.Challenge) client.logIn("jane", PASSWORD).execute();

        assertThat(challenge.completeWithBackupCode(backup.get(0)).execute()).isEqualTo(SessionState.ACTIVE);
        assertThat(fake.backupCodes("jane")).hasSize(backup.size() - 1);
    }

    @Test
    void aUserWithoutASecondFactorIsLoggedInAtOnce() throws Exception {
        ConnectwareClient client = open(jane());

        assertThat(client.logIn("jane", PASSWORD).execute()).isEqualTo(new SessionLogin.Done(SessionState.ACTIVE));
        assertThat(client.logIn("jane", PASSWORD).executeAsync(Runnable::run).get(10, TimeUnit.SECONDS))
                .isEqualTo(new SessionLogin.Done(SessionState.ACTIVE));
    }

    @Test
    void aWrongPasswordAndAnotherUserAreRefused() {
        ConnectwareClient client = open(jane());

        assertThatThrownBy(() ->
                        client.logIn("jane", "wrong-" + SecretLeaks.MARKER).execute())
                .isInstanceOf(SessionExpiredException.class);
        assertThatThrownBy(() -> client.logIn("jane", "wrong-" + SecretLeaks.MARKER)
                        .executeAsync()
                        .get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(SessionExpiredException.class);
        assertThatThrownBy(() -> client.logIn("admin", PASSWORD)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.logIn(" ", PASSWORD)).isInstanceOf(InvalidInputException.class);
    }
}
