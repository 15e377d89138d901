package dev.latchkey.fuzz;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.PasswordReset;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.RetryPolicy;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** All operations of ControlByWeb. */
final class ControlByWebCalls {
    static final Subject<ControlByWebClient> SUBJECT = new Subject<>(
            "controlbyweb",
            network -> ControlByWebClient.builder()
                    .baseUrl(ScriptedNetwork.BASE_URL)
                    .okHttpClient(network)
                    .credentials("jane", Secrets.PASSWORD)
                    .maxBodyBytes(FuzzedAnswer.MAX_BODY)
                    .retries(RetryPolicy.none())
                    .build(),
            calls());

    private ControlByWebCalls() {}

    private static Map<String, Function<ControlByWebClient, ApiCall<?>>> calls() {
        Map<String, Function<ControlByWebClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put("controlbyweb.auth.login", client -> client.auth().login("jane", Secrets.PASSWORD));
        calls.put("controlbyweb.auth.refresh", client -> client.auth().refresh(Secrets.REFRESH_TOKEN));
        calls.put("controlbyweb.auth.logout", client -> client.auth().logout(Secrets.TOKEN));
        calls.put(
                "controlbyweb.auth.requestPasswordReset",
                client -> client.auth().requestPasswordReset("jane@example.com"));
        calls.put(
                "controlbyweb.auth.resetPassword",
                client -> client.auth()
                        .resetPassword(PasswordReset.builder("jane@example.com")
                                .token(Secrets.CODE)
                                .newPassword(Secrets.PASSWORD)
                                .build()));
        calls.put(
                "controlbyweb.tokens.list",
                client -> client.certificateRequestTokens(7).list());
        calls.put(
                "controlbyweb.tokens.create",
                client -> client.certificateRequestTokens(7).create());
        calls.put(
                "controlbyweb.tokens.delete",
                client -> client.certificateRequestTokens(7).delete(Secrets.CODE));
        identity(calls);
        return calls;
    }

    private static void identity(Map<String, Function<ControlByWebClient, ApiCall<?>>> calls) {
        calls.put(
                "controlbyweb.deviceAccessTokens.list",
                client -> client.deviceAccessTokens(7, 8).list());
        calls.put(
                "controlbyweb.deviceAccessTokens.create",
                client -> client.deviceAccessTokens(7, 8).createUnseen(Duration.ofHours(1)));
        calls.put(
                "controlbyweb.deviceAccessTokens.delete",
                client -> client.deviceAccessTokens(7, 8).delete(Secrets.CODE));
        calls.put("controlbyweb.users.list", client -> client.users(7).list());
        calls.put("controlbyweb.users.get", client -> client.users(7).get(27));
        calls.put("controlbyweb.accounts.get", client -> client.accounts().get(7));
        calls.put("controlbyweb.accounts.children", client -> client.accounts().children(7));
        calls.put(
                "controlbyweb.accounts.descendants", client -> client.accounts().descendants(7));
        calls.put("controlbyweb.accounts.tree", client -> client.accounts().tree(7));
    }
}
