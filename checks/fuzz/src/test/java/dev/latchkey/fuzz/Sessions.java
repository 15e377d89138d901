package dev.latchkey.fuzz;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.Session;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.core.http.ClientBuilder;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.webitel.WebitelClient;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/**
 * What the vendors' clients have in common, for one that logs in by itself.
 *
 * @param session of the client
 * @param probe a request of the session
 * @param profile what the client tells of its user
 * @param headers that carry the session's tokens
 * @param close ends the client
 */
record Sessions(
        Session session, Supplier<Endpoint> probe, Supplier<Object> profile, List<String> headers, Runnable close) {
    static final String PROBE = "/probe";

    static Sessions open(String vendor, OkHttpClient network) {
        return open(vendor, network, TokenStore.inMemory());
    }

    static Sessions open(String vendor, OkHttpClient network, TokenStore store) {
        switch (vendor) {
            case "controlbyweb" -> {
                ControlByWebClient client =
                        with(ControlByWebClient.builder(), network, store).build();
                return new Sessions(
                        client.session(),
                        () -> client.request("GET", PROBE),
                        client::profile,
                        List.of("Authorization"),
                        client::close);
            }
            case "connectware" -> {
                ConnectwareClient client =
                        with(ConnectwareClient.builder(), network, store).build();
                return new Sessions(
                        client.session(),
                        () -> client.request("GET", PROBE),
                        () -> "",
                        List.of("Authorization"),
                        client::close);
            }
            case "webitel" -> {
                WebitelClient client =
                        with(WebitelClient.builder(), network, store).build();
                return new Sessions(
                        client.session(),
                        () -> client.request("GET", PROBE),
                        client::profile,
                        List.of("X-Access-Token", "X-Key"),
                        client::close);
            }
            default -> {
                DeviceHiveClient client =
                        with(DeviceHiveClient.builder(), network, store).build();
                return new Sessions(
                        client.session(),
                        () -> client.request("GET", PROBE),
                        () -> "",
                        List.of("Authorization"),
                        client::close);
            }
        }
    }

    private static <B extends ClientBuilder<B>> B with(B builder, OkHttpClient network, TokenStore store) {
        return builder.baseUrl(ScriptedNetwork.BASE_URL)
                .okHttpClient(network)
                .credentials("jane", Secrets.PASSWORD)
                .tokenStore(store)
                .oneTimePassword(OneTimePassword.unattended(() -> Secrets.CODE))
                .maxBodyBytes(FuzzedAnswer.MAX_BODY)
                .retries(RetryPolicy.none());
    }
}
