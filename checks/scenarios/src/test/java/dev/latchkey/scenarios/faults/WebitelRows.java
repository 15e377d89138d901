package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.fake.webitel.TokenPair;
import dev.latchkey.webitel.AccountUpdate;
import dev.latchkey.webitel.Accounts;
import dev.latchkey.webitel.DomainTokens;
import dev.latchkey.webitel.NewAccount;
import dev.latchkey.webitel.NewRole;
import dev.latchkey.webitel.WebitelClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Webitel's two operations, and those beyond its auth page. */
final class WebitelRows extends Rows<FakeWebitel, WebitelClient> {
    private static final String DOMAIN = "mydomain.com";

    WebitelRows() {
        super("webitel");
        add(
                operation("auth.login", s -> s.client().auth().login(s.username(), PASSWORD))
                        .repeating(Repeats.NEVER)
                        .reading(Reads.JSON_AS_FAR_AS_IT_COMES),
                operation("auth.logout", s -> {
                            // Two logins within a millisecond have the same token, and this one would be the session's.
                            s.fake().clock().advance(Duration.ofSeconds(1));
                            TokenPair pair = s.fake().logIn(s.username());
                            return s.client().auth().logout(pair.token(), pair.key());
                        })
                        .reading(Reads.CONFIRMATION)
                        .withoutSession());
        addDomainTokensAndRoles();
        addSecurityAndAccounts();
    }

    private void addDomainTokensAndRoles() {
        add(
                operation("whoami.get", s -> s.client().whoami()),
                operation("domainTokens.create", s -> tokens(s).create("user", tomorrow(s))),
                operation("domainTokens.list", s -> tokens(s).list()),
                operation("domainTokens.setEnabled", s -> tokens(s).setEnabled(addToken(s), false))
                        .repeating(Repeats.HARMLESS),
                operation("domainTokens.delete", s -> tokens(s).delete(addToken(s)))
                        .repeating(Repeats.HARMLESS),
                operation("roles.list", s -> s.client().roles().list()),
                operation("roles.get", s -> s.client().roles().get("user")),
                operation(
                                "roles.create",
                                s -> s.client()
                                        .roles()
                                        .create(NewRole.builder("lead")
                                                .allow("cdr", "r")
                                                .build()))
                        .reading(Reads.CONFIRMATION),
                operation("roles.replaceRights", s -> s.client().roles().replaceRights("user", Map.of())),
                operation("roles.delete", s -> s.client().roles().delete("lead"))
                        .repeating(Repeats.HARMLESS)
                        .reading(Reads.CONFIRMATION));
    }

    private void addSecurityAndAccounts() {
        add(
                operation("security.get", s -> s.client().security().get()),
                operation("security.change", s -> s.client().security().newSecret())
                        .repeating(Repeats.NEVER),
                operation("accounts.list", s -> accounts(s).list()),
                operation("accounts.get", s -> accounts(s).get(addAccount(s))),
                operation(
                        "accounts.create",
                        s -> accounts(s)
                                .create(NewAccount.builder("110", "user")
                                        .password(PASSWORD)
                                        .build())),
                operation(
                        "accounts.update",
                        s -> accounts(s)
                                .update(
                                        addAccount(s),
                                        AccountUpdate.builder()
                                                .password(PASSWORD)
                                                .build())),
                operation("accounts.delete", s -> accounts(s).delete(addAccount(s)))
                        .reading(Reads.CONFIRMATION));
    }

    private static DomainTokens tokens(Scene<FakeWebitel, WebitelClient> scene) {
        return scene.client().domainTokens(DOMAIN);
    }

    private static Accounts accounts(Scene<FakeWebitel, WebitelClient> scene) {
        return scene.client().accounts(DOMAIN);
    }

    private static String addToken(Scene<FakeWebitel, WebitelClient> scene) {
        return scene.fake().createDomainToken(DOMAIN, tomorrow(scene)).id();
    }

    private static String addAccount(Scene<FakeWebitel, WebitelClient> scene) {
        scene.fake().addUser(FakeUser.builder("100@" + DOMAIN, PASSWORD).build());
        return "100";
    }

    private static Instant tomorrow(Scene<FakeWebitel, WebitelClient> scene) {
        return scene.fake().clock().instant().plus(Duration.ofDays(1));
    }
}
