package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.MfaEnrollment;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.fake.webitel.WebitelAnswers;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller would not expect of the real server, met at the fake. */
class TrapsTest {
    private static final String DOMAIN = "mydomain.com";
    private static final String ADMIN = "200@mydomain.com";
    private static final String TOKENS = "/api/v2/domains/{domain}/settings/token";
    private static final String SECURITY = "/api/v2/settings/security";
    private static final String UNKNOWN = "00000000-0000-4000-8000-000000000000";

    @Fake
    final FakeWebitel fake = Marked.fake();

    private WebitelClient user;
    private WebitelClient admin;
    private WebitelClient root;

    @BeforeEach
    void open() {
        fake.settings().answers(WebitelAnswers.OBSERVED);
        fake.addUser(FakeUser.builder(ADMIN, Marked.PASSWORD).role(1, "admin").build());
        fake.addUser(FakeUser.builder("root", Marked.PASSWORD).build());
        user = client(Marked.USER);
        admin = client(ADMIN);
        root = client("root");
    }

    @AfterEach
    void close() {
        user.close();
        admin.close();
        root.close();
    }

    @Test
    void anAdministratorOfADomainCanMakeATokenThatMayDoMoreThanHe() {
        NewRole role = NewRole.builder("shift-lead").allow("account", "r").build();
        String token =
                admin.domainTokens(DOMAIN).create("root", tomorrow()).execute().token();

        try (WebitelClient ofDomain = ofDomain(token)) {
            WhoAmI me = ofDomain.whoami().execute();
            assertThat(me.roleName()).isEqualTo("root");
            assertThat(me.domain()).isEqualTo(DOMAIN);
            assertThat(me.expires()).isNull();
            assertThat(me.acl().allows("acl/roles", "c")).isTrue();
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> admin.roles().create(role).execute());
            assertThat(ofDomain.roles().create(role).execute().info()).isEqualTo("Created");
            assertThatExceptionOfType(ForbiddenException.class)
                    .isThrownBy(() -> ofDomain.security().get().execute())
                    .satisfies(e -> assertThat(e.serverMessage()).hasValue("Forbidden"));
        }
    }

    @Test
    void aTokenOfARoleThatDoesNotExistMayDoNothing() {
        String token = admin.domainTokens(DOMAIN)
                .create("night-watch", tomorrow())
                .execute()
                .token();

        try (WebitelClient ofDomain = ofDomain(token)) {
            assertThat(ofDomain.whoami().execute().acl().rights()).isEmpty();
        }
    }

    @Test
    void aListAlwaysSaysItsColumnsSinceTheServerEndsWithoutThem() {
        assertThat(admin.domainTokens(DOMAIN).list().execute()).isEmpty();
        JournalEntry list = fake.journal().requests("GET", TOKENS).get(0);
        assertThat(list.target()).contains("columns=");

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> admin.request("GET", TOKENS, DOMAIN)
                        .returningText()
                        .withoutRetries()
                        .execute());
    }

    @Test
    void theEndOfATokenIsANumberSinceATextMakesOneThatNeverEnds() {
        admin.request("POST", TOKENS, DOMAIN)
                .json("{\"expire\":\"2027-06-01T00:00:00Z\",\"role\":\"user\"}")
                .returningText()
                .execute();
        Instant end = tomorrow();
        NewDomainToken made = admin.domainTokens(DOMAIN).create("user", end).execute();

        List<TokensOfDomain> all = admin.domainTokens(DOMAIN).list().execute();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).name()).isEqualTo(DOMAIN);
        assertThat(all.get(0).tokens().get(0).expires()).isNull();
        assertThat(all.get(0).tokens().get(1)).isEqualTo(made.info());
        assertThat(made.info().expires()).isEqualTo(end.truncatedTo(ChronoUnit.MILLIS));
        assertThat(made.info().createdBy()).isEqualTo(ADMIN);
    }

    @Test
    void anEndThatIsANumberInATextIsThatNumber() {
        long end = tomorrow().toEpochMilli();
        admin.request("POST", TOKENS, DOMAIN)
                .json("{\"expire\":\"" + end + "\",\"role\":\"user\"}")
                .returningText()
                .execute();

        List<TokensOfDomain> all = admin.domainTokens(DOMAIN).list().execute();
        assertThat(all.get(0).tokens().get(0).expires()).isEqualTo(Instant.ofEpochMilli(end));
    }

    @Test
    void theTextOfATokenIsNoUuidAndIsNotSent() {
        DomainTokens tokens = admin.domainTokens(DOMAIN);
        String text = fake.createDomainToken(DOMAIN).token();

        requireRefused(() -> tokens.delete(text));
        requireRefused(() -> tokens.setEnabled(text, false));
    }

    @Test
    void rootListsAllDomainsAtOnce() {
        fake.createDomainToken("other.com");
        fake.createDomainToken(DOMAIN);

        assertThat(root.domainTokens("*").list().execute())
                .extracting(TokensOfDomain::name)
                .containsExactly("other.com", DOMAIN);
        assertThat(admin.domainTokens("*").list().execute())
                .extracting(TokensOfDomain::name)
                .containsExactly(DOMAIN);
    }

    @Test
    void aDomainThatHasSettingsAndNoTokensIsTakenAsOneWithoutTokens() {
        admin.whoami().execute();
        fake.faults()
                .next(
                        Fault.status(200)
                                .json(
                                        "{\"status\":\"OK\",\"info\":[{\"name\":\"a\",\"params\":{}},{\"name\":\"b\",\"tokens\":null}]}"));

        assertThat(admin.domainTokens(DOMAIN).list().execute())
                .allSatisfy(each -> assertThat(each.tokens()).isEmpty())
                .extracting(TokensOfDomain::name)
                .containsExactly("a", "b");
    }

    @Test
    void accountsMayBeWrappedAsThePagesOf2016HaveIt() {
        admin.whoami().execute();
        fake.faults().next(Fault.status(200).json("{\"status\":\"OK\",\"data\":{\"100\":{\"id\":\"100\"}}}"));
        assertThat(admin.accounts(DOMAIN).list().execute()).containsOnlyKeys("100");

        fake.faults().next(Fault.status(200).json("{\"status\":\"OK\",\"data\":{\"a1-hash\":\"x\"}}"));
        assertThat(admin.accounts(DOMAIN).get("100").execute().get("a1-hash")).hasValue("x");
    }

    @Test
    void anEndThatHasPassedOrIsNoMillisecondIsRefused() {
        DomainTokens tokens = admin.domainTokens(DOMAIN);

        requireSaid(
                "Bad expire date.",
                () -> tokens.create("user", Instant.EPOCH.plusSeconds(1)).execute());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> tokens.create("user", Instant.MAX))
                .withMessageContaining("no number of milliseconds");
    }

    @Test
    void theDomainThatCountsIsTheCallersOwn() {
        admin.domainTokens("other.com").create("user", tomorrow()).execute();
        root.domainTokens("other.com").create("user", tomorrow()).execute();

        assertThat(admin.domainTokens(DOMAIN).list().execute().get(0).tokens())
                .extracting(DomainTokenInfo::createdBy)
                .containsExactly(ADMIN);
        assertThat(root.domainTokens("other.com").list().execute().get(0).tokens())
                .extracting(DomainTokenInfo::createdBy)
                .containsExactly("root");
        assertThat(admin.accounts("other.com").list().execute()).containsKeys("100", "200");
    }

    @Test
    void aTokenThatIsUnknownIsASuccessWithoutEffect() {
        DomainTokens tokens = admin.domainTokens(DOMAIN);
        String uuid = tokens.create("user", tomorrow()).execute().info().uuid();

        assertThat(tokens.setEnabled(UNKNOWN, true).execute()).isFalse();
        assertThat(tokens.delete(UNKNOWN).execute()).isFalse();
        assertThat(tokens.delete(uuid).execute()).isTrue();
        assertThat(tokens.delete(uuid).execute()).isFalse();
        assertThat(tokens.list().execute().get(0).tokens()).isEmpty();
    }

    @Test
    void aTokenIsDisabledByAnythingButTrue() {
        DomainTokens tokens = admin.domainTokens(DOMAIN);
        NewDomainToken made = tokens.create("user", tomorrow()).execute();
        String uuid = made.info().uuid();
        try (WebitelClient ofDomain = ofDomain(made.token())) {
            ofDomain.whoami().execute();
            admin.request("PATCH", TOKENS + "/{uuid}", DOMAIN, uuid)
                    .json("{}")
                    .returningText()
                    .execute();
            requireSaid("Not found token", () -> ofDomain.whoami().execute());

            assertThat(tokens.setEnabled(uuid, true).execute()).isTrue();
            ofDomain.whoami().execute();
            assertThat(tokens.setEnabled(uuid, true).execute()).isTrue();
            assertThat(tokens.setEnabled(uuid, false).execute()).isTrue();
            assertThatExceptionOfType(UnauthorizedException.class)
                    .isThrownBy(() -> ofDomain.whoami().execute());
            tokens.delete(uuid).execute();
            requireSaid("Not found token", () -> ofDomain.whoami().execute());
        }
    }

    @Test
    void rootSetsUpAOneTimePasswordWithoutBeingLockedOut() throws Exception {
        assertThat(root.security().get().execute().enrollment()).isNull();
        SecuritySettings made = root.security().newSecret().execute();
        MfaEnrollment key = Objects.requireNonNull(made.enrollment());
        assertThat(root.security().get().execute()).isEqualTo(made);
        assertThat(key.secret()).isEqualTo(made.secret());

        root.security().setEnabled(true).execute();

        requireSaid("Code is required", () -> root.security().get().execute());
        assertThatExceptionOfType(MfaRequiredException.class)
                .isThrownBy(() -> root.security().get().execute())
                .withMessageContaining("Give the code of this moment");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> root.security().get("000000").execute());
        String code = key.oneTimePassword().current();
        assertThat(root.security().get(code).execute().enabled()).isTrue();
        assertThat(root.security().get(code).execute().enabled()).isTrue();
        try (WebitelClient withCode = Marked.client(fake)
                .credentials("root", Marked.PASSWORD)
                .oneTimePassword(key.oneTimePassword())
                .build()) {
            assertThat(withCode.whoami().execute().roleName()).isEqualTo("root");
        }
        fake.settings().totpAtLogin(false);
        root.auth().login("root", Marked.PASSWORD).execute();
    }

    @Test
    void anotherKeyHoldsAtOnce() throws Exception {
        MfaEnrollment first = root.security().setEnabled(true).execute().enrollment();
        SecuritySettings second =
                root.security().newSecret(first.oneTimePassword().current()).execute();

        assertThat(second.secret()).isNotEqualTo(first.secret());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> root.security()
                        .setEnabled(false, first.oneTimePassword().current())
                        .execute());
        assertThat(root.security()
                        .setEnabled(false, fake.oneTimePassword())
                        .execute()
                        .enabled())
                .isFalse();
    }

    @Test
    void anyTextEnablesTheOneTimePassword() {
        root.request("PUT", SECURITY)
                .json("{\"setEnable\":\"no\"}")
                .returningText()
                .execute();

        assertThat(root.security().get(fake.oneTimePassword()).execute().enabled())
                .isTrue();
        requireSaid(
                "Code is required",
                () -> root.request("PUT", SECURITY).json("{}").returningText().execute());
    }

    @Test
    void whatMayLockRootOutIsNeverRepeated() {
        root.whoami().execute();
        fake.faults().next(Fault.status(503));
        assertThatThrownBy(() -> root.security().setEnabled(true).execute()).isInstanceOf(ServerErrorException.class);
        fake.faults().next(Fault.answerLost());
        assertThatThrownBy(() -> root.security().newSecret().execute()).isInstanceOf(TransportException.class);
        fake.endSessions("root");
        assertThatThrownBy(() -> root.security().setEnabled(true).execute()).isInstanceOf(UnauthorizedException.class);

        assertThat(fake.journal().count("PUT", SECURITY)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "[", "]", "{", "}", "\n", "\r"})
    void whatWouldChangeTheConsolesCommandIsRefused(String character) {
        String secret = SecretLeaks.MARKER + character + "x=1";

        requireRefused(() -> NewAccount.builder("110" + character, "user").build());
        requireRefused(() -> NewAccount.builder("110", "user" + character).build());
        requireRefused(() -> NewAccount.builder("110", "user").password(secret).build());
        requireRefused(
                () -> NewAccount.builder("110", "user").parameter("a", secret).build());
        requireRefused(() -> NewAccount.builder("110", "user").variable("a" + character, "b"));
        requireRefused(() -> AccountUpdate.builder().password(secret));
        requireRefused(() -> AccountUpdate.builder().role(secret));
        requireRefused(() -> AccountUpdate.builder().variable("a", secret).build());
        requireRefused(() -> new AccountUpdate(List.of("a=" + secret), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {":", "@"})
    void whatDividesLoginAndPasswordIsRefusedThere(String character) {
        requireRefused(() -> NewAccount.builder("110" + character, "user").build());
        requireRefused(() -> NewAccount.builder("110", "user")
                .password(SecretLeaks.MARKER + character)
                .build());
        requireRefused(() -> AccountUpdate.builder().password(SecretLeaks.MARKER + character));
        NewAccount.builder("110", "user").variable("mail", "ann" + character).build();
    }

    @Test
    void anAccountShowsNothingThatIsAsGoodAsItsPassword() {
        AccountDetails made = admin.accounts(DOMAIN)
                .create(NewAccount.builder("110", "user")
                        .password(Marked.PASSWORD)
                        .parameter("vm-password", SecretLeaks.MARKER)
                        .build())
                .execute();
        AccountDetails read = user.accounts(DOMAIN).get("110").execute();
        String hash = read.get("a1-hash").orElseThrow();

        assertThat(made.text()).contains("a1-hash=" + hash);
        assertThat(read.get("variable_account_role")).hasValue("user");
        assertThat(made + " " + read).doesNotContain(hash, SecretLeaks.MARKER);
        assertThat(user.accounts(DOMAIN).get("110").executeForResponse().rawBody())
                .isNull();
        assertThat(fake.journal().toString()).doesNotContain(SecretLeaks.MARKER);
        assertThat(fake.journal().requests().stream().map(JournalEntry::body).collect(Collectors.joining()))
                .doesNotContain(SecretLeaks.MARKER)
                .contains("vm-password=***");
    }

    @Test
    void aShortListMayBeAllThatOneMaySee() {
        fake.addUser(FakeUser.builder(Marked.USER, Marked.PASSWORD)
                .right("account", "ro", "uo")
                .build());

        Map<String, Account> seen = user.accounts(DOMAIN).list().execute();

        assertThat(seen).containsOnlyKeys("100");
        assertThat(seen.get("100").role()).isEqualTo("user");
        assertThat(admin.accounts(DOMAIN).list().execute()).containsOnlyKeys("100", "200");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> user.accounts(DOMAIN).get("200").execute());
    }

    @Test
    void aRoleThatExistsIsMadeAgainByJoiningTheRights() {
        Roles roles = root.roles();
        roles.create(NewRole.builder("lead")
                        .parent("user")
                        .allow("account", "r", "u")
                        .build())
                .execute();
        Confirmation again = roles.create(
                        NewRole.builder("lead").allow("account", "c").build())
                .execute();

        assertThat(again.info()).isEqualTo("Created");
        assertThat(roles.get("lead").execute().of("account")).containsExactly("c", "r", "u", "uo");
        assertThat(roles.list().execute().parents()).containsEntry("lead", List.of("user"));
    }

    @Test
    void aRoleThatDoesNotExistIsNoError() {
        Roles roles = root.roles();

        assertThat(roles.get("night-watch").execute().rights()).isEmpty();
        assertThat(roles.delete("night-watch").execute().info()).isEqualTo("Destroyed");
        assertThat(roles.replaceRights("night-watch", Map.of("cdr", List.of("r")))
                        .execute()
                        .of("cdr"))
                .containsExactly("r");
        assertThat(roles.replaceRights("night-watch", Map.of("cdr", List.of()))
                        .execute()
                        .rights())
                .isEmpty();
        requireSaid("Bad request.", () -> roles.delete("root").execute());
        requireSaid("Bad request.", () -> roles.replaceRights("root", Map.of()).execute());
    }

    @Test
    void anotherPasswordEndsOnesOwnSession() {
        user.whoami().execute();
        user.accounts(DOMAIN)
                .update("100", AccountUpdate.builder().password("changed").build())
                .execute();

        assertThat(fake.liveSessions(Marked.USER)).isZero();
        assertThatThrownBy(() -> user.whoami().execute()).isInstanceOf(ApiException.class);
        user.session()
                .login(new dev.latchkey.core.auth.Credentials(Marked.USER, "changed"))
                .execute();
        assertThat(user.whoami().execute().id()).isEqualTo(Marked.USER);
    }

    @Test
    void whatAnAccountMayNotDoWithItselfIsRefused() {
        Accounts accounts = admin.accounts(DOMAIN);
        AccountUpdate role = AccountUpdate.builder().role("user").build();

        requireSaid("Woow! Slow down!", () -> accounts.update("200", role).execute());
        requireSaid("Easy! it's YOU !!!", () -> accounts.delete("200").execute());
        requireSaid(
                "Bad request.",
                () -> accounts.update("100", AccountUpdate.builder().build()).execute());
        requireSaid(
                "Number exists",
                () -> accounts.create(NewAccount.builder("100", "user").build()).execute());
        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> accounts.update("999", role).execute());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.get("999").execute());
        assertThat(accounts.delete("100").execute().status()).isEqualTo("OK");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> accounts.delete("100").execute());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> user(400).accounts(DOMAIN).delete("200").execute());
    }

    private WebitelClient user(int login) {
        String name = login + "@" + DOMAIN;
        fake.addUser(FakeUser.builder(name, Marked.PASSWORD).build());
        return client(name);
    }

    private WebitelClient client(String username) {
        return Marked.client(fake).credentials(username, Marked.PASSWORD).build();
    }

    private WebitelClient ofDomain(String token) {
        return WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .domainToken(token)
                .build();
    }

    private Instant tomorrow() {
        return fake.clock().instant().plus(Duration.ofDays(1));
    }

    private void requireRefused(Runnable input) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(input::run)
                .satisfies(e -> assertThat(e.toString()).doesNotContain(SecretLeaks.MARKER));
        assertThat(fake.journal().requests()).isEmpty();
    }

    private static void requireSaid(String said, Runnable call) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(call::run)
                .satisfies(e -> assertThat(e.serverMessage()).hasValue(said));
    }
}
