package dev.latchkey.fuzz;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.webitel.WebitelClient;
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
        return calls;
    }
}
