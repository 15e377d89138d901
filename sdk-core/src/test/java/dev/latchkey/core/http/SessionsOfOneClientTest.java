package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.Tokens;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tokens of several sessions, and origins that are none of theirs. */
class SessionsOfOneClientTest extends HttpTest {
    private final MockWebServer elsewhere = new MockWebServer();
    private final List<HttpApi> clients = new ArrayList<>();

    @BeforeEach
    void startElsewhere() throws IOException {
        elsewhere.start();
    }

    @AfterEach
    void endElsewhere() {
        clients.forEach(HttpApi::close);
        elsewhere.close();
    }

    @Test
    void theSessionThatWasAskedLastAuthorises() throws Exception {
        HttpApi jane = jane(server);
        HttpApi joe = joe(server);
        OkHttpClient both = joe.session()
                .authorize(jane.session().authorize(new OkHttpClient.Builder()))
                .build();
        answer(200);

        call(both, server.url("/x"));

        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer joes-token");
    }

    @Test
    void aDerivedClientIsTheOthersAndTheFirstStaysAsItWas() throws Exception {
        OkHttpClient ofJane =
                jane(server).session().authorize(new OkHttpClient.Builder()).build();
        OkHttpClient ofJoe =
                joe(server).session().authorize(ofJane.newBuilder()).build();
        answer(200);
        answer(200);

        call(ofJoe, server.url("/x"));
        call(ofJane, server.url("/x"));

        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer joes-token");
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer janes-token");
    }

    @Test
    void eachSessionAuthorisesItsOwnOrigin() throws Exception {
        OkHttpClient both = joe(elsewhere)
                .session()
                .authorize(jane(server).session().authorize(new OkHttpClient.Builder()))
                .build();
        answer(200);
        elsewhere.enqueue(plain(200));

        call(both, server.url("/x"));
        call(both, elsewhere.url("/x"));

        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer janes-token");
        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer joes-token");
    }

    @Test
    void aRedirectFromOneOriginToTheOthersCarriesNeitherToken() throws Exception {
        OkHttpClient both = joe(elsewhere)
                .session()
                .authorize(jane(server).session().authorize(new OkHttpClient.Builder()))
                .build();
        answer(redirect(elsewhere.url("/there")));
        elsewhere.enqueue(plain(401));

        assertThat(call(both, server.url("/x"))).isEqualTo(401);

        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(elsewhere.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aRequestThatAnInterceptorBetweenThemSendsToTheOtherOriginIsTheOthers() throws Exception {
        OkHttpClient.Builder builder =
                jane(server).session().authorize(new OkHttpClient.Builder()).addInterceptor(to(elsewhere));
        OkHttpClient both = joe(elsewhere).session().authorize(builder).build();
        elsewhere.enqueue(plain(200));

        call(both, server.url("/x"));

        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer joes-token");
    }

    @Test
    void anInterceptorThatMakesANewRequestForAnotherHostTakesNoTokenAlong() throws Exception {
        vendor.scheme = new PairScheme();
        vendor.issue = PairScheme::tokens;
        OkHttpClient client = http().session()
                .authorize(new OkHttpClient.Builder())
                .addInterceptor(to(elsewhere))
                .build();
        elsewhere.enqueue(plain(200));

        call(client, server.url("/x"));

        RecordedRequest there = elsewhere.takeRequest();
        assertThat(there.getHeaders().get("X-Access-Token")).isNull();
        assertThat(there.getHeaders().get("X-Key")).isNull();
    }

    @ParameterizedTest
    @CsvSource({"GET,302", "GET,307", "GET,308", "POST,302", "POST,307", "POST,308"})
    void aHopThroughAForeignOriginEndsTheTokensWay(String method, int status) throws Exception {
        vendor.scheme = new PairScheme();
        vendor.issue = PairScheme::tokens;
        server.setDispatcher(answering(target -> target.equals("/start")
                ? redirect(elsewhere.url("/foreign")).code(status).build()
                : plain(401)));
        elsewhere.setDispatcher(
                answering(target -> redirect(server.url("/chosen")).code(status).build()));
        OkHttpClient client =
                http().session().authorize(new OkHttpClient.Builder()).build();
        RequestBody body = method.equals("POST") ? RequestBody.EMPTY : null;

        try (Response response = client.newCall(new Request.Builder()
                        .url(server.url("/start"))
                        .method(method, body)
                        .build())
                .execute()) {
            assertThat(response.code()).isEqualTo(401);
        }

        assertThat(taken().getHeaders().get("X-Key")).isNotNull();
        assertThat(elsewhere.takeRequest().getHeaders().get("X-Key")).isNull();
        RecordedRequest back = taken();
        assertThat(back.getTarget()).isEqualTo("/chosen");
        assertThat(back.getHeaders().get("X-Access-Token")).isNull();
        assertThat(back.getHeaders().get("X-Key")).isNull();
        assertThat(vendor.refreshes)
                .as("renewals for a refusal that is not ours")
                .hasValue(0);
    }

    @Test
    void aClientOfTheSdkThatIsBuiltOnAnAuthorisedOneIsItself() throws Exception {
        OkHttpClient ofJane =
                jane(server).session().authorize(new OkHttpClient.Builder()).build();
        HttpApi joe = http(builder().credentials("joe", "x").okHttpClient(ofJane));
        answer(200);
        answer(200);

        joe.get("/open").anonymous().returningText().execute();
        joe.get("/mine").returningText().execute();

        assertThat(taken().getHeaders().get("Authorization")).isNull();
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
    }

    @Test
    void aSessionThatAuthorisesTwiceSendsItsTokenOnce() throws Exception {
        HttpApi jane = jane(server);
        OkHttpClient twice = jane.session()
                .authorize(jane.session().authorize(new OkHttpClient.Builder()))
                .build();
        answer(200);

        call(twice, server.url("/x"));

        assertThat(taken().getHeaders().values("Authorization")).isEqualTo(List.of("Bearer janes-token"));
        assertThat(twice.networkInterceptors()).hasSize(1);
    }

    private HttpApi jane(MockWebServer at) {
        return fixed(at, "janes-token");
    }

    private HttpApi joe(MockWebServer at) {
        return fixed(at, "joes-token");
    }

    private HttpApi fixed(MockWebServer at, String token) {
        HttpApi client = new TestClientBuilder(vendor)
                .baseUrl(at.url("/").toString())
                .fixed(new Tokens(token, null, null))
                .build();
        clients.add(client);
        return client;
    }

    private static int call(OkHttpClient client, HttpUrl url) throws IOException {
        try (Response response =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            return response.code();
        }
    }

    private static MockResponse plain(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    private static MockResponse.Builder redirect(HttpUrl to) {
        return new MockResponse.Builder().code(302).addHeader("Location", to.toString());
    }

    /** Makes another request, with the headers of the one that it is given. */
    private static Interceptor to(MockWebServer other) {
        return chain -> chain.proceed(new Request.Builder()
                .url(chain.request().url().newBuilder().port(other.getPort()).build())
                .headers(chain.request().headers())
                .build());
    }

    private static Dispatcher answering(Function<String, MockResponse> answer) {
        return new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.apply(request.getTarget());
            }
        };
    }
}
