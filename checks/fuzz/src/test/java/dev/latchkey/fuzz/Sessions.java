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
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

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

    /** Without a store: where there is one, a failed login ends with a slow hash of its password. */
    static Sessions open(String vendor, OkHttpClient network) {
        return open(vendor, network, null);
    }

    static Sessions open(String vendor, OkHttpClient network, @Nullable TokenStore store) {
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

    private static <B extends ClientBuilder<B>> B with(B builder, OkHttpClient network, @Nullable TokenStore store) {
        B client = builder.baseUrl(ScriptedNetwork.BASE_URL)
                .okHttpClient(network)
                .credentials("jane", Secrets.PASSWORD)
                .oneTimePassword(OneTimePassword.unattended(() -> Secrets.CODE))
                .maxBodyBytes(FuzzedAnswer.MAX_BODY)
                // Five seconds for each failed login would be all that a search does.
                .waitForToken(Duration.ZERO)
                .retries(RetryPolicy.none());
        return store == null ? client : client.tokenStore(store);
    }
}
