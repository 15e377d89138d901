package dev.latchkey.fuzz;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.webitel.AccountUpdate;
import dev.latchkey.webitel.NewAccount;
import dev.latchkey.webitel.NewRole;
import dev.latchkey.webitel.WebitelClient;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All operations of Webitel. */
final class WebitelCalls {
    static final Subject<WebitelClient> SUBJECT = new Subject<>(
            "webitel",
            network -> WebitelClient.builder()
                    .baseUrl(ScriptedNetwork.BASE_URL)
                    .okHttpClient(network)
                    .domainToken(Secrets.TOKEN)
                    .maxBodyBytes(FuzzedAnswer.MAX_BODY)
                    .retries(RetryPolicy.none())
                    .build(),
            calls());

    private WebitelCalls() {}

    private static Map<String, Function<WebitelClient, ApiCall<?>>> calls() {
        Map<String, Function<WebitelClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put("webitel.auth.login", client -> client.auth().login("jane", Secrets.PASSWORD, Secrets.CODE));
        calls.put("webitel.auth.logout", client -> client.auth().logout(Secrets.REFRESH_TOKEN, Secrets.KEY));
        domainTokensAndRoles(calls);
        securityAndAccounts(calls);
        return calls;
    }

    private static void domainTokensAndRoles(Map<String, Function<WebitelClient, ApiCall<?>>> calls) {
        calls.put("webitel.whoami.get", WebitelClient::whoami);
        calls.put(
                "webitel.domainTokens.create",
                client -> client.domainTokens("d").create("user", Instant.ofEpochMilli(1796094987236L)));
        calls.put(
                "webitel.domainTokens.list", client -> client.domainTokens("d").list());
        calls.put(
                "webitel.domainTokens.setEnabled",
                client -> client.domainTokens("d").setEnabled("id", true));
        calls.put(
                "webitel.domainTokens.delete",
                client -> client.domainTokens("d").delete("id"));
        calls.put("webitel.roles.list", client -> client.roles().list());
        calls.put("webitel.roles.get", client -> client.roles().get("user"));
        calls.put(
                "webitel.roles.create",
                client -> client.roles()
                        .create(NewRole.builder("lead").allow("cdr", "r").build()));
        calls.put("webitel.roles.replaceRights", client -> client.roles().replaceRights("lead", Map.of()));
        calls.put("webitel.roles.delete", client -> client.roles().delete("lead"));
    }

    private static void securityAndAccounts(Map<String, Function<WebitelClient, ApiCall<?>>> calls) {
        calls.put("webitel.security.get", client -> client.security().get(Secrets.CODE));
        calls.put("webitel.security.change", client -> client.security().setEnabled(true, Secrets.CODE));
        calls.put("webitel.accounts.list", client -> client.accounts("d").list());
        calls.put("webitel.accounts.get", client -> client.accounts("d").get("100"));
        calls.put(
                "webitel.accounts.create",
                client -> client.accounts("d")
                        .create(NewAccount.builder("100", "user")
                                .password(Secrets.PASSWORD)
                                .build()));
        calls.put(
                "webitel.accounts.update",
                client -> client.accounts("d")
                        .update(
                                "100",
                                AccountUpdate.builder()
                                        .password(Secrets.PASSWORD)
                                        .build()));
        calls.put("webitel.accounts.delete", client -> client.accounts("d").delete("100"));
    }
}
