package dev.latchkey.fake.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Domain tokens, roles, accounts and root's settings, as the engine has them. */
class EngineTest {
    private static final String USER = "100@north.example";
    private static final String ADMIN = "200@north.example";
    private static final String TOKENS = "/api/v2/domains/north.example/settings/token";
    private static final String COLUMNS = "?columns=%7B%22_id%22%3A0%7D";
    private static final String SECURITY = "/api/v2/settings/security";
    private static final String ROLES = "/api/v2/acl/roles";
    private static final String ACCOUNTS = "/api/v2/accounts";

    @Tested
    final FakeWebitel fake = FakeWebitel.withUser(USER, "secret");

    private final Client client = new Client(fake);

    @BeforeEach
    void addUsers() {
        fake.addUser(FakeUser.builder(ADMIN, "secret").role(1, "admin").build());
        fake.addUser(FakeUser.builder("root", "secret").build());
    }

    @ParameterizedTest
    @CsvSource({
        "null, Bad expire date.",
        "0, Bad expire date.",
        "true, Bad expire date.",
        "'\"\"', Bad expire date.",
        "1796094987, Bad expire date.",
        "'\"1796094987\"', Bad expire date."
    })
    void anEndThatIsNoneOrHasPassedIsRefused(String expire, String said) throws Exception {
        assertRefused(400, said, ask(ADMIN, "POST", TOKENS, "{\"expire\":" + expire + ",\"role\":\"user\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2027-06-01T00:00:00Z\"", "\"soon\"", "{}"})
    void anEndThatIsNoNumberNeverComes(String expire) throws Exception {
        Answer made = ask(ADMIN, "POST", TOKENS, "{\"expire\":" + expire + ",\"role\":\"user\"}");
        String token = (String) info(made).get("token");

        fake.clock().advance(Duration.ofDays(200_000));

        assertThat(client.get("/api/v2/whoami", "X-Access-Token", token).status())
                .isEqualTo(200);
    }

    @Test
    void aNumberAsATextIsANumber() throws Exception {
        long end = fake.clock().instant().plusSeconds(60).toEpochMilli();
        Answer made = ask(ADMIN, "POST", TOKENS, "{\"expire\":\"" + end + "\",\"role\":\"user\"}");
        String token = (String) info(made).get("token");

        assertThat(Json.asObject(info(made).get("data"))).containsEntry("expire", "" + end);
        fake.clock().advance(Duration.ofSeconds(61));
        assertThat(client.get("/api/v2/whoami", "X-Access-Token", token).text("info"))
                .isEqualTo("Token Expired");
    }

    @Test
    void whatTheRightsDoNotAllowIsForbidden() throws Exception {
        assertRefused(403, "Permission denied!", ask(USER, "GET", TOKENS + COLUMNS, null));
        assertRefused(403, "Permission denied!", ask(USER, "DELETE", TOKENS + "/any", null));
        assertRefused(403, "Permission denied!", ask(ADMIN, "DELETE", ROLES + "/user", null));
        assertRefused(403, "Permission denied!", ask(ADMIN, "PUT", ROLES + "/user", "{}"));
        assertRefused(403, "Permission denied!", ask(USER, "POST", ACCOUNTS, "{}"));
        assertRefused(403, "Permission denied!", ask(USER, "DELETE", ACCOUNTS + "/100", null));
        assertRefused(403, "Forbidden", ask(ADMIN, "PUT", SECURITY, "{\"setEnable\":true}"));
        fake.addUser(FakeUser.builder(USER, "secret").acl(Map.of()).build());
        assertRefused(403, "Permission denied!", ask(USER, "GET", ACCOUNTS, null));
        assertRefused(403, "Permission denied!", ask(USER, "GET", ACCOUNTS + "/100", null));
        assertRefused(403, "Permission denied!", ask(USER, "GET", ROLES, null));
    }

    @Test
    void nFindsTheTokenWhereItsStateChangesAndTheDomainWhereItIsDeleted() throws Exception {
        assertThat(info(ask(ADMIN, "DELETE", TOKENS + "/unknown", null))).containsEntry("n", 0L);
        DomainToken token = fake.createDomainToken("north.example");
        String one = TOKENS + "/" + token.id();

        assertThat(info(ask(ADMIN, "PATCH", one, "{\"state\":true}"))).containsEntry("nModified", 0L);
        assertThat(info(ask(ADMIN, "PATCH", one, "{\"state\":\"true\"}"))).containsEntry("nModified", 1L);
        assertThat(info(ask(ADMIN, "PATCH", TOKENS + "/unknown", "{}"))).containsEntry("n", 0L);
        assertThat(info(ask(ADMIN, "DELETE", TOKENS + "/unknown", null)))
                .containsEntry("n", 1L)
                .containsEntry("nModified", 0L);
        assertThat(info(ask(ADMIN, "DELETE", one, null))).containsEntry("nModified", 1L);
    }

    @Test
    void rolesAreMadeJoinedReplacedAndDeleted() throws Exception {
        assertRefused(400, "Bad request", ask("root", "POST", ROLES, "{}"));
        assertRefused(400, "Roles is required", ask("root", "POST", ROLES, "{\"allows\":{}}"));
        assertRefused(400, "Bad request", ask("root", "POST", ROLES, "{\"roles\":\"lead\",\"parents\":\"user\"}"));
        ask("root", "POST", ROLES, "{\"roles\":\"lead\",\"parents\":\"user\",\"allows\":{\"cdr\":\"u\"}}");
        ask("root", "POST", ROLES, "{\"roles\":\"lead\",\"allows\":{\"cdr\":[\"r\",\"u\"]}}");

        assertThat(info(ask(USER, "GET", ROLES + "/lead", null))).containsEntry("cdr", List.of("r", "u", "ro"));
        assertThat(info(ask("root", "PUT", ROLES + "/lead", "{\"cdr\":[]}"))).containsEntry("cdr", List.of("ro"));
        assertThat(info(ask(USER, "GET", ROLES, null)).get("parents"))
                .isEqualTo(Map.of("admin", List.of("user"), "lead", List.of("user")));
        assertThat(ask("root", "DELETE", ROLES + "/lead", null).text("info")).isEqualTo("Destroyed");
        assertThat(info(ask(USER, "GET", ROLES + "/lead", null))).isEmpty();
        assertRefused(400, "Bad request.", ask("root", "DELETE", ROLES + "/root", null));
        assertThat(info(ask(USER, "GET", ROLES + "/root", null))).containsKey("system/reload");
        fake.reset();
        addUsers();
        assertThat(info(ask(USER, "GET", ROLES, null)).get("roles")).isEqualTo(List.of("admin", "user"));
    }

    @Test
    void aRoleInheritsOverGenerationsAndFromMoreThanOne() throws Exception {
        ask("root", "POST", ROLES, "{\"roles\":\"lead\",\"parents\":\"admin\",\"allows\":{\"book\":[\"r\"]}}");

        assertThat(info(ask(USER, "GET", ROLES + "/lead", null)))
                .containsEntry("book", List.of("r"))
                .containsEntry("domain", List.of("ro", "uo"))
                .containsEntry("acl/roles", List.of("r"));

        ask("root", "POST", ROLES, "{\"roles\":\"shift\",\"parents\":\"user\",\"allows\":{}}");
        ask("root", "POST", ROLES, "{\"roles\":\"shift\",\"parents\":\"lead\",\"allows\":{}}");
        ask("root", "POST", ROLES, "{\"roles\":\"user\",\"parents\":\"shift\",\"allows\":{}}");
        assertThat(info(ask("root", "GET", ROLES + "/shift", null))).containsEntry("book", List.of("r"));
        assertThat(Json.asObject(info(ask("root", "GET", ROLES, null)).get("parents")))
                .containsEntry("shift", List.of("lead", "user"));
    }

    @Test
    void theRoleThatWasLastChangedIsListedFirst() throws Exception {
        ask("root", "POST", ROLES, "{\"roles\":\"lead\",\"allows\":{\"cdr\":[\"r\"]}}");
        ask("root", "POST", ROLES, "{\"roles\":\"nothing\",\"allows\":{}}");
        ask("root", "POST", ROLES, "{\"roles\":\"list\",\"parents\":[\"user\"],\"allows\":{\"cdr\":[\"r\"]}}");
        ask("root", "PUT", ROLES + "/user", "{\"cdr\":[\"r\"]}");
        ask("root", "PUT", ROLES + "/none", "{}");

        Map<String, Object> all = info(ask(USER, "GET", ROLES, null));
        assertThat(all.get("roles")).isEqualTo(List.of("user", "list", "lead", "admin"));
        assertThat(all.get("parents")).isEqualTo(Map.of("admin", List.of("user")));
    }

    @Test
    void anAdministratorHasWhatTheServerComesWith() throws Exception {
        assertThat(info(ask(ADMIN, "GET", ROLES + "/admin", null)))
                .containsOnlyKeys(List.of(
                                "account",
                                "acl/roles",
                                "blacklist",
                                "calendar",
                                "callback",
                                "callback/members",
                                "cc/members",
                                "cc/queue",
                                "cc/tiers",
                                "cdr",
                                "cdr/files",
                                "cdr/media",
                                "channels",
                                "dialer",
                                "dialer/members",
                                "dialer/templates",
                                "domain",
                                "domain/item",
                                "gateway",
                                "hook",
                                "hotdesk",
                                "kibana",
                                "metadata",
                                "rotes/default",
                                "rotes/domain",
                                "rotes/extension",
                                "rotes/public",
                                "vmail",
                                "widget")
                        .toArray(String[]::new))
                .containsEntry("account", List.of("*", "r", "uo"))
                .containsEntry("acl/roles", List.of("r"))
                .containsEntry("domain", List.of("ro", "uo"));
    }

    @Test
    void rootListsTheTokensOfAllDomainsAtOnce() throws Exception {
        fake.createDomainToken("south.example");
        fake.createDomainToken("north.example");
        String all = "/api/v2/domains/*/settings/token" + COLUMNS;

        assertThat(names(ask("root", "GET", all, null))).containsExactly("south.example", "north.example");
        assertThat(names(ask(ADMIN, "GET", all, null))).containsExactly("north.example");
        for (int i = 0; i < 40; i++) {
            fake.createDomainToken(i + ".example");
        }
        assertThat(names(ask("root", "GET", all, null))).hasSize(40);
    }

    @Test
    void aListOfAccountsHasWhatWasAskedFor() throws Exception {
        assertThat(ask(
                                ADMIN,
                                "GET",
                                ACCOUNTS + "?filter=%7B%22role%22%3A%22admin%22%7D&columns=%7B%22role%22%3A1%7D",
                                null)
                        .members()
                        .get("info"))
                .isEqualTo(Map.of(
                        "200",
                        Map.of(
                                "role",
                                "admin",
                                "id",
                                "200",
                                "online",
                                false,
                                "cc_logged",
                                false,
                                "domain",
                                "north.example")));
        assertThat(info(ask(ADMIN, "GET", ACCOUNTS + "?filter=%7B&columns=%5B%5D", null)))
                .containsOnlyKeys("100", "200");
    }

    @Test
    void rootHasToSayWhoseAccountItIs() throws Exception {
        assertRefused(400, "Domain, login is require.", ask("root", "GET", ACCOUNTS + "/100", null));
        assertRefused(400, "Domain, login is require.", ask("root", "DELETE", ACCOUNTS + "/100", null));
        assertRefused(400, "Domain is require.", ask("root", "PUT", ACCOUNTS + "/100", "{\"parameters\":[]}"));
        String body = "{\"login\":\"110\",\"role\":\"user\",\"domain\":\"south.example\"}";
        ask("root", "POST", ACCOUNTS + "?domain=north.example", body);
        assertThat(ask("root", "GET", ACCOUNTS + "/110?domain=north.example", null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSettingsAskForACodeInTheQueryOrTheBody() throws Exception {
        assertThatThrownBy(fake::oneTimePassword).isInstanceOf(IllegalStateException.class);
        assertThat(ask("root", "GET", SECURITY, null).members()).containsEntry("secret", null);
        assertRefused(400, "No method", ask("root", "PUT", SECURITY, "{}"));
        ask("root", "PUT", SECURITY, "{\"setEnable\":\"no\"}");
        String code = fake.oneTimePassword();

        assertRefused(301, "Code is required", ask("root", "GET", SECURITY, null));
        assertRefused(403, "Forbidden", ask("root", "GET", SECURITY + "?code=000000", null));
        assertThat(ask("root", "GET", SECURITY + "?code=" + code, null).status())
                .isEqualTo(200);
        Answer other = ask("root", "PUT", SECURITY, "{\"generateNewSecretKey\":1,\"code\":\"" + code + "\"}");
        assertThat(other.text("secret")).matches("[A-Z2-7]{52}");
        assertRefused(403, "Forbidden", ask("root", "GET", SECURITY + "?code=" + code, null));
        assertThat(client.postJson("/login", "{\"username\":\"root\",\"password\":\"secret\"}")
                        .status())
                .isEqualTo(301);
        assertRefused(
                301,
                "Code is required",
                ask("root", "PUT", SECURITY + "?code=" + fake.oneTimePassword(), "{\"code\":\"\"}"));
        Answer off = ask("root", "PUT", SECURITY + "?code=" + fake.oneTimePassword(), "{\"setEnable\":\"\"}");
        assertThat(off.members()).containsEntry("enabled", false);
    }

    @Test
    void theControlEndpointsTellRootsCodeAndMakeTokensOfARole() throws Exception {
        fake.serveControlEndpoints();
        ask("root", "PUT", SECURITY, "{\"setEnable\":true}");

        assertThat(client.control("GET", "one-time-password", null).text("otp")).isEqualTo(fake.oneTimePassword());
        String token = client.control("POST", "domain-tokens", "{\"domain\":\"north.example\",\"role\":\"admin\"}")
                .text("token");
        assertThat(client.get("/api/v2/whoami", "X-Access-Token", token).text("roleName"))
                .isEqualTo("admin");
    }

    @Test
    void accountsAreMadeReadChangedAndDeleted() throws Exception {
        assertRefused(400, "Domain is require.", ask("root", "GET", ACCOUNTS, null));
        assertRefused(400, "Domain, login is require.", ask("root", "POST", ACCOUNTS, "{\"login\":\"110\"}"));
        Answer made = ask(ADMIN, "POST", ACCOUNTS, "{\"login\":\"110\",\"role\":\"user\",\"domain\":\"other\"}");
        assertThat(made.text("info")).startsWith("a1-hash=").endsWith("\n+OK\n");
        assertRefused(400, "Number exists", ask(ADMIN, "POST", ACCOUNTS, "{\"login\":\"110\",\"role\":\"user\"}"));

        assertThat(info(ask("root", "GET", ACCOUNTS + "?domain=north.example", null)))
                .containsOnlyKeys("100", "200", "110");
        Answer lead = ask(ADMIN, "PUT", ACCOUNTS + "/110", "{\"variables\":[\"account_role=lead\"]}");
        assertThat(info(lead)).containsEntry("variable_account_role", "lead");
        assertThat(info(ask(ADMIN, "GET", ACCOUNTS + "/110", null))).containsEntry("webitel-extensions", "110");
        assertRefused(400, "Bad request.", ask(ADMIN, "PUT", ACCOUNTS + "/110", "{\"password\":\"new\"}"));
        assertThat(ask(ADMIN, "PUT", ACCOUNTS + "/999", "{\"variables\":[\"a=b\"]}")
                        .status())
                .isEqualTo(500);
        assertThat(ask(ADMIN, "DELETE", ACCOUNTS + "/110", null).text("info")).isEqualTo("+OK\n");
        assertThat(ask(ADMIN, "GET", ACCOUNTS + "/110", null).status()).isEqualTo(404);
        assertThat(fake.journal().toString()).doesNotContain("password=new");
    }

    @Test
    void whoChangesHimselfHasToNameHisDomain() throws Exception {
        String change = "{\"parameters\":[\"password=changed\"]}";

        assertRefused(403, "Permission denied!", ask(USER, "PUT", ACCOUNTS + "/100", change));
        assertThat(ask(USER, "PUT", ACCOUNTS + "/100?domain=north.example", change)
                        .status())
                .isEqualTo(200);
        assertThat(fake.liveSessions(USER)).isZero();
        assertRefused(
                400,
                "Woow! Slow down!",
                ask(ADMIN, "PUT", ACCOUNTS + "/200", "{\"variables\":[\"account_role=user\"]}"));
        assertRefused(
                400,
                "Woow! Slow down!",
                ask(ADMIN, "PUT", ACCOUNTS + "/200?domain=north.example", "{\"parameters\":[\"role=user\"]}"));
        assertRefused(400, "Easy! it's YOU !!!", ask(ADMIN, "DELETE", ACCOUNTS + "/200", null));
    }

    @Test
    void aBodyThatIsNoneOrBrokenIsSaidToBe() throws Exception {
        assertRefused(400, "Unexpected token in JSON", ask("root", "POST", ROLES, "{"));
        assertRefused(400, "Bad request", ask("root", "POST", ROLES, "[]"));
    }

    private Answer ask(String username, String method, String target, String json) throws IOException {
        TokenPair pair = fake.logIn(username);
        RequestBody body = json == null ? null : RequestBody.create(json, MediaType.get("application/json"));
        return client.send(method, target, body, "X-Access-Token", pair.token(), "X-Key", pair.key());
    }

    private static List<Object> names(Answer answer) {
        return ((List<?>) answer.members().get("info"))
                .stream().map(each -> Json.asObject(each).get("name")).toList();
    }

    private static Map<String, Object> info(Answer answer) {
        assertThat(answer.text("status")).isEqualTo("OK");
        return Json.asObject(answer.members().get("info"));
    }

    private static void assertRefused(int status, String said, Answer answer) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("info")).isEqualTo(said);
        assertThat(answer.header("Location")).isNull();
    }
}
