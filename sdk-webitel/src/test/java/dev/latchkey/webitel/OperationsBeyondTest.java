package dev.latchkey.webitel;

import static dev.latchkey.testsupport.JsonTree.object;

import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The operations beyond the vendor's auth page. */
class OperationsBeyondTest {
    private static final String DOMAIN = "north.example";
    private static final String UUID = "ce15ab37-f29e-4754-bf2b-a476ca00974d";
    private static final Map<?, ?> ONE_CHANGED = object("n", 1, "nModified", 1, "ok", 1);

    @TestFactory
    Stream<DynamicTest> eachIsSentAsRecordedAndDecodedWhole() {
        return new OperationWalk<>(
                        "webitel",
                        "",
                        url -> WebitelClient.builder()
                                .baseUrl(url)
                                .credentials("100@mydomain.com", "secret")
                                .build(),
                        new WebitelScheme(),
                        "webitel.auth.login",
                        DocumentedOperationsTest.issuedTokens(),
                        Stream.of(whoami(), domainTokens(), security(), roles(), accounts())
                                .flatMap(List::stream)
                                .toList())
                .beyond("")
                .tests();
    }

    private static List<OperationCase<WebitelClient>> whoami() {
        return List.of(OperationCase.of(
                "webitel.whoami.get",
                WebitelClient::whoami,
                (WhoAmI me) -> object(
                        "acl",
                        me.acl().rights(),
                        "id",
                        me.id(),
                        "domain",
                        me.domain(),
                        "roleName",
                        me.roleName(),
                        "expires",
                        millis(me.expires()),
                        "cdr",
                        object("host", me.cdr().host(), "useProxy", me.cdr().useProxy()),
                        "verto",
                        me.verto())));
    }

    private static List<OperationCase<WebitelClient>> domainTokens() {
        return List.of(
                OperationCase.of(
                                "webitel.domainTokens.create",
                                (WebitelClient client) -> client.domainTokens(DOMAIN)
                                        .create("user", Instant.ofEpochMilli(1796094987236L)),
                                (NewDomainToken made) ->
                                        wrapped(object("data", json(made.info()), "token", made.token())))
                        .with("domain", DOMAIN),
                OperationCase.of(
                                "webitel.domainTokens.list",
                                (WebitelClient client) ->
                                        client.domainTokens(DOMAIN).list(),
                                (List<TokensOfDomain> all) -> wrapped(all.stream()
                                        .map(one -> object(
                                                "name",
                                                one.name(),
                                                "tokens",
                                                one.tokens().stream()
                                                        .map(OperationsBeyondTest::json)
                                                        .toList()))
                                        .toList()))
                        .with("domain", DOMAIN)
                        .with("columns", "{\"_id\":0}"),
                OperationCase.of(
                                "webitel.domainTokens.setEnabled",
                                (WebitelClient client) ->
                                        client.domainTokens(DOMAIN).setEnabled(UUID, false),
                                (Boolean found) -> wrapped(found ? ONE_CHANGED : Map.of()))
                        .with("domain", DOMAIN)
                        .with("uuid", UUID),
                OperationCase.of(
                                "webitel.domainTokens.delete",
                                (WebitelClient client) ->
                                        client.domainTokens(DOMAIN).delete(UUID),
                                (Boolean deleted) -> wrapped(deleted ? ONE_CHANGED : Map.of()))
                        .with("domain", DOMAIN)
                        .with("uuid", UUID));
    }

    private static List<OperationCase<WebitelClient>> security() {
        return List.of(
                OperationCase.of(
                                "webitel.security.get",
                                (WebitelClient client) -> client.security().get("123 456"),
                                OperationsBeyondTest::json)
                        .with("code", "123456"),
                OperationCase.of(
                        "webitel.security.change",
                        (WebitelClient client) -> client.security().setEnabled(true, "123 456"),
                        OperationsBeyondTest::json));
    }

    private static List<OperationCase<WebitelClient>> roles() {
        Map<String, List<String>> rights = new LinkedHashMap<>();
        rights.put("cdr", List.of("r", "ro"));
        rights.put("account", List.of("r"));
        NewRole shiftLead = NewRole.builder("shift-lead")
                .parent("user")
                .allow("account", "r", "u")
                .allow("cdr", "r")
                .build();
        return List.of(
                OperationCase.of(
                        "webitel.roles.list",
                        (WebitelClient client) -> client.roles().list(),
                        (RoleList list) -> wrapped(object("roles", list.roles(), "parents", list.parents()))),
                OperationCase.of(
                                "webitel.roles.get",
                                (WebitelClient client) -> client.roles().get("user"),
                                (Acl acl) -> wrapped(acl.rights()))
                        .with("name", "user"),
                OperationCase.of(
                        "webitel.roles.create",
                        (WebitelClient client) -> client.roles().create(shiftLead),
                        OperationsBeyondTest::json),
                OperationCase.of(
                                "webitel.roles.replaceRights",
                                (WebitelClient client) -> client.roles().replaceRights("reader", rights),
                                (Acl acl) -> wrapped(acl.rights()))
                        .with("name", "reader"),
                OperationCase.of(
                                "webitel.roles.delete",
                                (WebitelClient client) -> client.roles().delete("reader"),
                                OperationsBeyondTest::json)
                        .with("name", "reader"));
    }

    private static List<OperationCase<WebitelClient>> accounts() {
        NewAccount made = NewAccount.builder("110", "user")
                .password("s3cret")
                .parameter("vm-enabled", "true")
                .variable("default_language", "en")
                .build();
        AccountUpdate update = AccountUpdate.builder().password("changed1").build();
        return List.of(
                OperationCase.of(
                                "webitel.accounts.list",
                                (WebitelClient client) ->
                                        client.accounts(DOMAIN).list(new AccountQuery("some-filter", "some-columns")),
                                OperationsBeyondTest::accounts)
                        .with("domain", DOMAIN)
                        .with("filter", "some-filter")
                        .with("columns", "some-columns"),
                OperationCase.of(
                                "webitel.accounts.get",
                                (WebitelClient client) ->
                                        client.accounts(DOMAIN).get("110"),
                                (AccountDetails details) -> wrapped(details.values()))
                        .with("domain", DOMAIN)
                        .with("id", "110"),
                OperationCase.of(
                        "webitel.accounts.create",
                        (WebitelClient client) -> client.accounts(DOMAIN).create(made),
                        (AccountDetails details) -> wrapped(details.text())),
                OperationCase.of(
                                "webitel.accounts.update",
                                (WebitelClient client) ->
                                        client.accounts(DOMAIN).update("110", update),
                                (AccountDetails details) -> wrapped(details.values()))
                        .with("domain", DOMAIN)
                        .with("id", "110"),
                OperationCase.of(
                                "webitel.accounts.delete",
                                (WebitelClient client) ->
                                        client.accounts(DOMAIN).delete("110"),
                                OperationsBeyondTest::json)
                        .with("domain", DOMAIN)
                        .with("id", "110"));
    }

    private static Object wrapped(Object info) {
        return object("status", "OK", "info", info);
    }

    private static Object json(Confirmation said) {
        return object("status", said.status(), "info", said.info());
    }

    private static Object json(DomainTokenInfo info) {
        return object(
                "uuid",
                info.uuid(),
                "expire",
                millis(info.expires()),
                "roleName",
                info.roleName(),
                "createdBy",
                info.createdBy(),
                "createdOn",
                millis(info.createdOn()),
                "enabled",
                info.enabled());
    }

    private static Object json(SecuritySettings settings) {
        return object(
                "qr_data",
                Objects.requireNonNull(settings.enrollment()).uri(),
                "name",
                settings.name(),
                "secret",
                settings.secret(),
                "enabled",
                settings.enabled());
    }

    private static Object accounts(Map<String, Account> accounts) {
        Map<String, Object> rows = new LinkedHashMap<>();
        accounts.forEach((id, one) -> rows.put(
                id,
                object(
                        "name",
                        one.name(),
                        "role",
                        one.role(),
                        "agent",
                        one.agent(),
                        "agent.status",
                        one.agentStatus(),
                        "state",
                        one.state(),
                        "status",
                        one.status(),
                        "descript",
                        one.description(),
                        "id",
                        one.id(),
                        "cc_logged",
                        one.callCentre(),
                        "online",
                        one.online(),
                        "domain",
                        one.domain())));
        return wrapped(rows);
    }

    private static long millis(Instant instant) {
        return Objects.requireNonNull(instant).toEpochMilli();
    }
}
