package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.testsupport.Recording;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's own client that the session authorises: it renews whatever the user asks for. */
class AuthorizedClientTest {
    private static final String DEVICES = "/v1/devices";

    @Fake
    final FakeControlByWeb fake = FakeControlByWeb.withUser("jane", Marked.PASSWORD);

    private final OkHttpClient yours = new OkHttpClient();
    private ControlByWebClient client;

    @BeforeEach
    void logInAndLoseTheToken() {
        fake.handleAuthorized("GET", DEVICES, request -> FakeResponse.json(200, List.of("pump")));
        client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build();
        client.session().login().execute();
        fake.revokeAccessTokens();
    }

    @AfterEach
    void close() {
        client.close();
        yours.dispatcher().executorService().shutdown();
        yours.connectionPool().evictAll();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*/*", "*/*;q=0.8", "application/json"})
    void whoAsksForNothingInParticularIsGivenJsonAndRenews(String accept) throws Exception {
        assertThat(get(yours, accept)).isEqualTo("200 [\"pump\"]");

        assertThat(fake.journal().requests("GET", DEVICES))
                .extracting(JournalEntry::status)
                .containsExactly(401, 200);
        assertThat(fake.journal().requests("GET", DEVICES).get(1).header("Accept"))
                .isEqualTo("application/json");
    }

    @Test
    void whoWantsSomethingElseKeepsItAndRenewsOnTheWayToTheLoginPage() throws Exception {
        assertThat(get(yours, "text/csv")).isEqualTo("200 [\"pump\"]");

        assertThat(fake.journal().requests("GET", DEVICES))
                .extracting(JournalEntry::status)
                .containsExactly(302, 200);
        assertThat(fake.journal().requests("GET", DEVICES).get(1).header("Accept"))
                .isEqualTo("text/csv");
    }

    @Test
    void aClientThatFollowsNoRedirectRenewsToo() throws Exception {
        OkHttpClient still = yours.newBuilder().followRedirects(false).build();

        assertThat(get(still, "text/csv")).isEqualTo("200 [\"pump\"]");
    }

    @Test
    void aFailureOfTheServerIsNeverARefusal() throws Exception {
        fake.settings().hasLoginPage(false);

        assertThat(get(yours, "text/csv")).startsWith("500 ");
        assertThat(fake.journal().count("GET", DEVICES)).isEqualTo(1);
        assertThat(get(yours, null)).isEqualTo("200 [\"pump\"]");
    }

    @Test
    void theRecordedWayToTheLoginPageIsARefusalOnlyToWhoAskedForSomethingElse() {
        Recording recorded = Recording.load(AuthorizedClientTest.class, "oauth2-recordings/13-me-noaccept-noauth.http");

        assertThat(new ControlByWebScheme().refuses(answer(recorded, "text/html")))
                .isTrue();
        assertThat(new ControlByWebScheme().refuses(answer(recorded, "application/json")))
                .isFalse();
        assertThat(new ControlByWebScheme().refuses(answer(recorded, null))).isFalse();
        Recording json = Recording.load(AuthorizedClientTest.class, "oauth2-recordings/12-me-json-noauth.http");
        assertThat(new ControlByWebScheme().refuses(answer(json, "application/json")))
                .isTrue();
    }

    private static Response answer(Recording recorded, String accept) {
        Request.Builder request = new Request.Builder().url("http://127.0.0.1:18181/api/v1/me");
        Response.Builder response = new Response.Builder()
                .request((accept == null ? request : request.header("Accept", accept)).build())
                .protocol(Protocol.HTTP_1_1)
                .code(recorded.status())
                .message("");
        recorded.headers().lines().forEach(line -> {
            String[] parts = line.split(": ", 2);
            response.addHeader(parts[0], parts[1]);
        });
        return response.build();
    }

    private String get(OkHttpClient from, String accept) throws Exception {
        OkHttpClient authorised = client.session().authorize(from.newBuilder()).build();
        Request.Builder request = new Request.Builder().url(fake.baseUrl() + DEVICES);
        try (Response response = authorised
                .newCall((accept == null ? request : request.header("Accept", accept)).build())
                .execute()) {
            return response.code() + " " + response.body().string();
        }
    }
}
