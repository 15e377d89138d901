package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Reach the vendor's other endpoints with one's own OkHttp (or Retrofit), authorised and renewed by the session. */
public final class UseYourOwnHttpClient {
    private UseYourOwnHttpClient() {}

    public static void main(String[] args) throws IOException {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            fake.handleAuthorized(
                    "GET", "/v1/devices", request -> FakeResponse.json(200, List.of(Map.of("name", "pump"))));
            run(fake.baseUrl());
        }
    }

    static void run(String baseUrl) throws IOException {
        OkHttpClient yours = new OkHttpClient();
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .okHttpClient(yours) // shares its pool, proxy and TLS settings
                .build()) {
            OkHttpClient authorised =
                    client.session().authorize(yours.newBuilder()).build();
            Request request = new Request.Builder().url(baseUrl + "/v1/devices").build();
            try (Response response = authorised.newCall(request).execute()) {
                System.out.println("with OkHttp: " + response.body().string());
            }

            // The same through the client itself, with its retries and error handling.
            String devices =
                    client.request("GET", "/v1/devices").returningText().execute();
            System.out.println("with the client: " + devices);
        } finally {
            yours.dispatcher().executorService().shutdown();
            yours.connectionPool().evictAll();
        }
    }
}
