package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.OneTimePasswords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The story of a second factor. */
class MfaTest {
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String WRONG = "not-a-code";

    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private final Api guest = Api.guest(fake);
    private Api jane;
    private String janePath;

    @BeforeEach
    void addJane() {
        janePath = "/api/users/"
                + fake.users()
                        .add(FakeUser.builder("jane").password("her-password").build());
        jane = Api.of(fake, "jane");
        fake.clock().freeze();
    }

    @Test
    void enrollingTakesAKeyAndACode() throws Exception {
        Answer enabled = jane.post("/api/mfa/enable", null);

        assertThat(enabled.status()).isEqualTo(200);
        String uri = enabled.text("uri");
        assertThat(uri)
                .matches("otpauth://totp/Cybus:Connectware\\?issuer=Cybus&secret=[A-Z2-7]{32}"
                        + "&algorithm=SHA1&digits=6&period=30");
        String key = uri.replaceAll(".*secret=([A-Z2-7]+).*", "$1");
        assertThat(fake.oneTimePassword("jane"))
                .isEqualTo(new OneTimePasswords().at(key, fake.clock().instant()));
        assertThat(logIn().members()).as("not active yet").containsEntry("needsMfa", false);

        assertThat(validate(WRONG).status()).isEqualTo(401);
        Answer validated = validate(fake.oneTimePassword("jane"));

        assertThat(validated.status()).isEqualTo(200);
        assertThat(validated.members().get("backupCodes")).isEqualTo(fake.backupCodes("jane"));
        assertThat(fake.backupCodes("jane")).hasSize(10).doesNotHaveDuplicates();
        assertThat(Json.asObject(jane.get("/api/session").members().get("mfa"))).containsEntry("enabled", true);
        assertThat(jane.get(janePath).members()).containsEntry("mfa_is_enrolled", true);
    }

    @Test
    void theLastKeyThatWasOfferedCounts() throws Exception {
        jane.post("/api/mfa/enable", null);
        String first = fake.oneTimePassword("jane");
        jane.post("/api/mfa/enable", null);

        assertThat(validate(first).status()).isEqualTo(401);
        assertThat(validate(fake.oneTimePassword("jane")).status()).isEqualTo(200);
        assertThat(jane.post("/api/mfa/enable", null).status())
                .as("enrolled already")
                .isEqualTo(409);
    }

    @Test
    void withoutAKeyThereIsNothingToValidateOrDisable() throws Exception {
        assertThat(validate("123456").status()).isEqualTo(400);
        assertThat(disable("otp", "123456").status()).isEqualTo(400);
        assertThat(regenerate("otp", "123456").status()).isEqualTo(400);
        assertThatThrownBy(() -> fake.oneTimePassword("jane"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("enable MFA");
    }

    @Test
    void aLoginThenTakesTwoSteps() throws Exception {
        fake.enrolForMfa("jane");
        int live = fake.liveSessions();

        Answer first =
                guest.logIn("username", "jane", "password", "her-password", "expireTimeInHours", 1, "label", "phone");

        assertThat(first.members())
                .containsEntry("needsMfa", true)
                .containsKey("secret")
                .doesNotContainKeys("token", "expiresAt");
        assertThat(fake.liveSessions()).isEqualTo(live);
        Answer second = secondStep(first, "otp", fake.oneTimePassword("jane"));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.members())
                .containsEntry("needsMfa", false)
                .containsEntry("expiresAt", Views.date(fake.clock().instant().plus(Duration.ofHours(1))))
                .doesNotContainKey("secret");
        Api loggedIn = guest.with(second.text("token"));
        assertThat(loggedIn.get("/api/session").members()).containsEntry("username", "jane");
        assertThat(Api.each(loggedIn.get(janePath + "/tokens").json(), "label")).contains("phone");
    }

    @Test
    void theSecondStepNeedsTheSecretOfThisUserInTime() throws Exception {
        fake.enrolForMfa("jane");
        fake.enrolForMfa("admin");
        Answer first = logIn();
        String otp = fake.oneTimePassword("jane");

        assertThat(guest.post("/api/mfa/login", Map.of("username", "jane", "secret", "LEAK7Q4Z", "otp", otp))
                        .status())
                .isEqualTo(401);
        assertThat(guest.post("/api/mfa/login", Map.of("username", "admin", "secret", first.text("secret"), "otp", otp))
                        .status())
                .isEqualTo(401);
        assertThat(secondStep(first, "otp", otp).status()).isEqualTo(200);
        assertThat(secondStep(first, "backupCode", fake.backupCodes("jane").get(0))
                        .status())
                .as("a secret is good for one token")
                .isEqualTo(401);

        Answer late = logIn();
        fake.clock().advance(Duration.ofMinutes(5));
        assertThat(secondStep(late, "otp", fake.oneTimePassword("jane")).status())
                .isEqualTo(401);
    }

    @Test
    void aTokenThatIsSentAlongDoesNotMatter() throws Exception {
        fake.enrolForMfa("jane");
        Map<String, Object> body =
                Map.of("username", "jane", "secret", logIn().text("secret"), "otp", fake.oneTimePassword("jane"));

        assertThat(guest.with("expired").post("/api/mfa/login", body).status()).isEqualTo(200);
    }

    @Test
    void ofACodeAndABackupCodeTheCodeCounts() throws Exception {
        String backupCode = fake.enrolForMfa("jane").get(0);
        String otp = fake.oneTimePassword("jane");

        assertThat(secondStep(logIn()).status()).isEqualTo(400);
        assertThat(disable().status()).isEqualTo(400);
        assertThat(secondStep(logIn(), "otp", otp, "backupCode", backupCode).status())
                .isEqualTo(200);
        assertThat(secondStep(logIn(), "otp", otp, "backupCode", backupCode).status())
                .as("the code is used up")
                .isEqualTo(401);
        assertThat(secondStep(logIn(), "backupCode", backupCode).status())
                .as("the backup code is not")
                .isEqualTo(200);
        assertThat(guest.post("/api/mfa/login", Map.of("username", "jane", "otp", otp))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCodeIsGoodOnce() throws Exception {
        fake.enrolForMfa("jane");
        String otp = fake.oneTimePassword("jane");

        assertThat(secondStep(logIn(), "otp", otp).status()).isEqualTo(200);
        assertThat(secondStep(logIn(), "otp", otp).status()).isEqualTo(401);
        fake.clock().advance(STEP);
        assertThat(secondStep(logIn(), "otp", otp).status())
                .as("the step before is taken too, but not twice")
                .isEqualTo(401);
        assertThat(secondStep(logIn(), "otp", fake.oneTimePassword("jane")).status())
                .isEqualTo(200);
    }

    @Test
    void eachTestOfAClassLogsInWithTheCodeOfItsTime() throws Exception {
        fake.enrolForMfa("jane");

        for (int test = 0; test < 3; test++) {
            fake.clearTraces();
            fake.clock().freeze();
            assertThat(secondStep(logIn(), "otp", fake.oneTimePassword("jane")).status())
                    .isEqualTo(200);
            fake.clock().advance(STEP);
            assertThat(secondStep(logIn(), "otp", fake.oneTimePassword("jane")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aCodeThatEnrolledIsUsedUpToo() throws Exception {
        jane.post("/api/mfa/enable", null);
        String otp = fake.oneTimePassword("jane");
        validate(otp);

        assertThat(secondStep(logIn(), "otp", otp).status()).isEqualTo(401);
    }

    @Test
    void aServerThatTakesACodeTwiceIsOneOfTheSettings() throws Exception {
        fake.settings().mfa().usedCodesRefused(false);
        fake.enrolForMfa("jane");
        String otp = fake.oneTimePassword("jane");

        assertThat(secondStep(logIn(), "otp", otp).status()).isEqualTo(200);
        assertThat(secondStep(logIn(), "otp", otp).status()).isEqualTo(200);
    }

    @Test
    void fiveWrongCodesLockTheUserOutForFiveMinutes() throws Exception {
        String backupCode = fake.enrolForMfa("jane").get(0);
        Answer login = logIn();
        for (int i = 0; i < 5; i++) {
            assertThat(secondStep(login, "otp", WRONG).status()).isEqualTo(401);
        }

        assertThat(secondStep(login, "otp", fake.oneTimePassword("jane")).status())
                .isEqualTo(429);
        assertThat(disable("backupCode", backupCode).status()).isEqualTo(429);
        assertThat(fake.backupCodes("jane")).as("none is used up meanwhile").contains(backupCode);
        assertThat(logIn().status()).as("the first step goes on").isEqualTo(200);
        fake.clock().advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(secondStep(logIn(), "backupCode", backupCode).status()).isEqualTo(429);

        fake.clock().advance(Duration.ofMillis(1));
        assertThat(secondStep(logIn(), "otp", WRONG).status())
                .as("the count starts afresh")
                .isEqualTo(401);
        assertThat(secondStep(logIn(), "otp", fake.oneTimePassword("jane")).status())
                .isEqualTo(200);
    }

    @Test
    void clearingTheTracesEndsTheLockoutAndForgetsWrongCodes() throws Exception {
        fake.enrolForMfa("jane");
        for (int test = 0; test < 2; test++) {
            Answer login = logIn();
            for (int i = 0; i < 5; i++) {
                assertThat(secondStep(login, "otp", WRONG).status()).isEqualTo(401);
            }
            assertThat(secondStep(login, "otp", WRONG).status()).isEqualTo(429);
            fake.clearTraces();
        }

        assertThat(secondStep(logIn(), "otp", fake.oneTimePassword("jane")).status())
                .isEqualTo(200);
    }

    @Test
    void theLockoutMayRefuseTheFirstStepToo() throws Exception {
        fake.settings().mfa().lockoutRefusesLogin(true).lockoutStatus(403);
        fake.enrolForMfa("jane");
        Answer login = logIn();
        for (int i = 0; i < 5; i++) {
            secondStep(login, "otp", WRONG);
        }

        assertThat(logIn().status()).isEqualTo(403);
        fake.clock().advance(Duration.ofMinutes(5));
        assertThat(logIn().status()).isEqualTo(200);
    }

    @Test
    void aRightCodeEndsTheCount() throws Exception {
        List<String> codes = fake.enrolForMfa("jane");
        for (int i = 0; i < 3; i++) {
            for (int wrong = 0; wrong < 4; wrong++) {
                assertThat(secondStep(logIn(), "backupCode", WRONG).status()).isEqualTo(401);
            }
            assertThat(secondStep(logIn(), "backupCode", codes.get(i)).status()).isEqualTo(200);
        }
    }

    @Test
    void theLockoutIsOneOfTheSettings() throws Exception {
        fake.settings()
                .mfa()
                .wrongCodesAllowed(1)
                .lockout(Duration.ofSeconds(1))
                .lockoutStatus(403);
        fake.enrolForMfa("jane");
        regenerate("otp", WRONG);

        Answer locked = regenerate("otp", fake.oneTimePassword("jane"));

        assertThat(locked.status()).isEqualTo(403);
        assertThat(locked.members().keySet()).containsExactly("code", "message");
        fake.clock().advance(Duration.ofSeconds(1));
        assertThat(regenerate("otp", fake.oneTimePassword("jane")).status()).isEqualTo(200);
    }

    @Test
    void aClockThatIsSetBackDoesNotLengthenTheLockout() throws Exception {
        fake.enrolForMfa("jane");
        fake.settings().mfa().wrongCodesAllowed(1);
        fake.clock().advance(Duration.ofDays(1));
        regenerate("otp", WRONG);

        fake.clock().reset();

        assertThat(regenerate("otp", fake.oneTimePassword("jane")).status()).isEqualTo(200);
    }

    @Test
    void aBackupCodeIsGoodOnce() throws Exception {
        String code = fake.enrolForMfa("jane").get(3);

        assertThat(secondStep(logIn(), "backupCode", code).status()).isEqualTo(200);
        assertThat(fake.backupCodes("jane")).hasSize(9).doesNotContain(code);
        assertThat(secondStep(logIn(), "backupCode", code).status()).isEqualTo(401);
    }

    @Test
    void regeneratingEndsTheOldBackupCodes() throws Exception {
        List<String> old = fake.enrolForMfa("jane");

        Answer regenerated = regenerate("backupCode", old.get(0));

        assertThat(regenerated.members().get("backupCodes")).isEqualTo(fake.backupCodes("jane"));
        assertThat(fake.backupCodes("jane")).hasSize(10).doesNotContainAnyElementsOf(old);
        assertThat(secondStep(logIn(), "backupCode", old.get(1)).status()).isEqualTo(401);
        assertThat(secondStep(logIn(), "backupCode", fake.backupCodes("jane").get(0))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theUserDisablesItByACode() throws Exception {
        fake.enrolForMfa("jane");

        Answer disabled = disable("otp", fake.oneTimePassword("jane"));

        assertThat(disabled.status()).isEqualTo(200);
        assertThat(disabled.body()).isEmpty();
        assertThat(logIn().members()).containsEntry("needsMfa", false);
        assertThat(fake.backupCodes("jane")).isEmpty();
    }

    @Test
    void theAdministratorResetsIt() throws Exception {
        fake.enrolForMfa("jane");
        Answer login = logIn();
        for (int i = 0; i < 5; i++) {
            secondStep(login, "otp", WRONG);
        }

        Answer reset = Api.of(fake, "admin").put(janePath, Map.of("disableMfa", true));

        assertThat(reset.members()).containsEntry("mfa_is_enrolled", false);
        assertThat(logIn().members()).containsEntry("needsMfa", false);
        assertThat(secondStep(login, "otp", "123456").status())
                .as("a secret from before")
                .isEqualTo(401);
        fake.enrolForMfa("jane");
        assertThat(secondStep(logIn(), "otp", fake.oneTimePassword("jane")).status())
                .as("the lockout is over too")
                .isEqualTo(200);
        Api.of(fake, "admin").put(janePath, Map.of("disableMfa", false));
        assertThat(logIn().members()).containsEntry("needsMfa", true);
    }

    @Test
    void whoIsToEnrolIsToldSoAndMayGoOn() throws Exception {
        Api.of(fake, "admin").put(janePath, Map.of("enforceMFAEnrollment", true));

        Answer login = logIn();

        assertThat(login.members()).containsEntry("enforceMFAEnrollment", true).containsEntry("needsMfa", false);
        assertThat(guest.with(login.text("token")).get("/api/roles").status()).isEqualTo(200);
    }

    @Test
    void aKeyMayBeGivenBeforehand() throws Exception {
        fake.users()
                .add(FakeUser.builder("joe")
                        .password("his-password")
                        .mfa("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "backup-1")
                        .build());
        fake.clock().set(Instant.ofEpochSecond(59));

        assertThat(fake.oneTimePassword("joe")).isEqualTo("287082");
        assertThat(fake.backupCodes("joe")).containsExactly("backup-1");
    }

    private Answer logIn() throws Exception {
        return guest.logIn("username", "jane", "password", "her-password");
    }

    private Answer validate(String otp) throws Exception {
        return jane.post("/api/mfa/validate", Map.of("otp", otp));
    }

    private Answer disable(Object... members) throws Exception {
        return jane.post("/api/mfa/disable", Json.object(members));
    }

    private Answer regenerate(Object... members) throws Exception {
        return jane.post("/api/mfa/regenerate/backupcodes", Json.object(members));
    }

    private Answer secondStep(Answer login, Object... members) throws Exception {
        Map<String, Object> body = Json.object(members);
        body.put("username", "jane");
        body.put("secret", login.text("secret"));
        return guest.post("/api/mfa/login", body);
    }
}
