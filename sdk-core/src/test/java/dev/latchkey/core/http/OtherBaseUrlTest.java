package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.InsecureConnectionException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.ServerErrorException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A vendor who serves a part of the API elsewhere. */
class OtherBaseUrlTest extends HttpTest {
    private final MockWebServer elsewhere = new MockWebServer();

    @BeforeEach
    void startElsewhere() throws Exception {
        elsewhere.start();
    }

    @AfterEach
    void endElsewhere() {
        elsewhere.close();
    }

    @Test
    void requestsBelowItCarryTheSameSessionsTokenAndHeaders() throws Exception {
        HttpApi http = http(builder().header("X-Gateway", "gate-" + TestVendor.LEAK));
        HttpApi other = http.below("The API URL", elsewhere.url("/api/rest/").toString());
        answer(200);
        elsewhere.enqueue(new MockResponse.Builder().build());

        http.get("/x").returningNothing().execute();
        other.get("/users/{id}", 7).returningNothing().execute();

        RecordedRequest request = elsewhere.takeRequest(10, TimeUnit.SECONDS);
        assertThat(request.getTarget()).isEqualTo("/api/rest/users/7");
        assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
        assertThat(request.getHeaders().get("X-Gateway")).startsWith("gate-");
        assertThat(vendor.logins).hasValue(1);
        assertThat(other.session()).isSameAs(http.session());
        assertThat(other.baseUrl()).isEqualTo(elsewhere.url("/api/rest").toString());
    }

    @Test
    void clientsThatTheSessionAuthorisesMayReachItToo() throws Exception {
        HttpApi http = http();
        http.below("The API URL", elsewhere.url("/api").toString());
        OkHttpClient mine = http.session().authorize(new OkHttpClient.Builder()).build();
        elsewhere.enqueue(new MockResponse.Builder().build());

        try (Response response = mine.newCall(
                        new Request.Builder().url(elsewhere.url("/api/x")).build())
                .execute()) {
            assertThat(response.code()).isEqualTo(200);
        }

        assertThat(elsewhere.takeRequest(10, TimeUnit.SECONDS).getHeaders().get("Authorization"))
                .isEqualTo("Bearer " + TestVendor.token(1));
    }

    @Test
    void anyOtherOriginIsStillHeldBack() {
        OkHttpClient astray = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .url("http://127.0.0.1:" + elsewhere.getPort() + "/x")
                        .build()))
                .build();
        HttpApi http = http(builder().okHttpClient(astray));
        HttpApi other = http.below("The API URL", server.url("/api").toString());

        assertThatExceptionOfType(InsecureConnectionException.class)
                .isThrownBy(() -> other.get("/x").returningNothing().execute())
                .withMessageContaining("another server than " + Origin.of(server.url("/")));
        assertThat(elsewhere.getRequestCount()).isZero();
    }

    @Test
    void aUrlThatMayNotSeeTheTokenIsRefusedByItsName() {
        HttpApi http = http();

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> http.below("The API URL", "http://api.example.com/rest"))
                .withMessageStartingWith("The API URL is plain http to api.example.com");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> http.below("The API URL", "https://api.example.com/rest?x=1"))
                .withMessageStartingWith("The API URL has a query");
    }

    @Test
    void itEndsWithTheClient() {
        HttpApi http = http();
        HttpApi other = http.below("The API URL", elsewhere.url("/api").toString());
        http.close();

        assertThatExceptionOfType(ClientClosedException.class)
                .isThrownBy(() -> other.get("/x").returningNothing().execute());
    }

    @Test
    void whatIsToBeDoneAfterASuccessIsNotDoneAfterAFailure() {
        StringBuilder done = new StringBuilder();
        HttpApi http = http(builder().retries(RetryPolicy.none()));
        answer(500);
        answer(204);

        try {
            http.put("/x").returningNothing(() -> done.append("too early")).execute();
        } catch (ServerErrorException e) {
            assertThat(done).isEmpty();
        }
        http.put("/x").returningNothing(() -> done.append("done")).execute();

        assertThat(done).hasToString("done");
    }
}
