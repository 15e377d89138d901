package com.example;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.ResponseBody;
import retrofit2.Response;
import retrofit2.Retrofit;

/** Calls through Retrofit, authorised by the session. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        List<URL> copies = Collections.list(Main.class.getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        if (copies.size() != 1) {
            throw new IllegalStateException("OkHttp is here more than once: " + copies);
        }
        try (FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");
                ControlByWebClient client = ControlByWebClient.builder()
                        .baseUrl(cloud.baseUrl())
                        .credentials("jane", "secret")
                        .build()) {
            cloud.handleAuthorized(
                    "GET", "/v1/devices", request -> FakeResponse.json(200, List.of(Map.of("name", "pump"))));
            list(cloud.baseUrl(), client);
        }
    }

    private static void list(String baseUrl, ControlByWebClient client) throws IOException {
        OkHttpClient authorised = client.session().authorize(new OkHttpClient.Builder()).build();
        Devices devices = new Retrofit.Builder()
                .baseUrl(baseUrl + "/")
                .client(authorised)
                .build()
                .create(Devices.class);
        try {
            Response<ResponseBody> response = devices.list().execute();
            if (response.code() != 200) {
                throw new IllegalStateException("the cloud answers " + response.code());
            }
            try (ResponseBody body = response.body()) {
                System.out.println("Retrofit: " + body.string());
            }
        } finally {
            authorised.connectionPool().evictAll();
        }
    }
}
