package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A plain HTTP client for the tests of the fakes: it follows and repeats nothing. */
@SuppressWarnings("exports") // nobody compiles against the tests
public final class Client {
    private final OkHttpClient http = new OkHttpClient.Builder()
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .readTimeout(Duration.ofSeconds(20))
            .build();
    private final FakeServer fake;

    public Client(FakeServer fake) {
        this.fake = fake;
    }

    public Answer get(String path, String... headers) throws IOException {
        return send("GET", path, null, headers);
    }

    public Answer postForm(String path, String... namesAndValues) throws IOException {
        FormBody.Builder form = new FormBody.Builder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send("POST", path, form.build(), "Accept", "application/json");
    }

    public Answer postJson(String path, String json, String... headers) throws IOException {
        return send("POST", path, RequestBody.create(json, MediaType.get("application/json")), headers);
    }

    public Answer logIn(String username, String password) throws IOException {
        return postForm("/v1/auth/token", "grant_type", "password", "username", username, "password", password);
    }

    public Answer refresh(String refreshToken) throws IOException {
        return postForm("/v1/auth/token", "grant_type", "refresh_token", "refresh_token", refreshToken);
    }

    public Answer authorized(String method, String path, String accessToken) throws IOException {
        return send(method, path, null, "Authorization", "Bearer " + accessToken, "Accept", "application/json");
    }

    /** Sends JSON with this token, or without one if it is null; {@code body} is maps and lists, or null for none. */
    public Answer json(String method, String path, String token, Object body) throws IOException {
        RequestBody sent = body == null ? null : RequestBody.create(Json.text(body), MediaType.get("application/json"));
        return token == null ? send(method, path, sent) : send(method, path, sent, "Authorization", "Bearer " + token);
    }

    public Answer control(String method, String action, String json) throws IOException {
        RequestBody body = json == null ? null : RequestBody.create(json, MediaType.get("application/json"));
        return sendTo("http://127.0.0.1:" + fake.port() + "/__fake/" + action, method, body);
    }

    public Answer send(String method, String path, RequestBody body, String... headers) throws IOException {
        return sendTo(fake.baseUrl() + path, method, body, headers);
    }

    public Answer sendTo(String url, String method, RequestBody body, String... headers) throws IOException {
        RequestBody sent = body == null && method.equals("POST") ? RequestBody.EMPTY : body;
        Request request = new Request.Builder()
                .url(url)
                .headers(Headers.of(headers))
                .method(method, sent)
                .build();
        try (Response response = http.newCall(request).execute()) {
            return new Answer(
                    response.code(),
                    response.message(),
                    response.headers(),
                    response.body().string());
        }
    }

    /** An answer with its JSON at hand. */
    public record Answer(int status, String reason, Headers headers, String body) {
        public String header(String name) {
            return headers.get(name);
        }

        public Object json() {
            return Json.parse(body);
        }

        public Map<String, Object> members() {
            return Json.asObject(json());
        }

        public String text(String member) {
            return (String) members().get(member);
        }
    }
}
