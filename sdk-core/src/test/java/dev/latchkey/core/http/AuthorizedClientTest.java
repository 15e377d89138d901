package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ApiIOException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.InsecureConnectionException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Tokens;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Cache;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizedClientTest extends HttpTest {
    private final MockWebServer elsewhere = new MockWebServer();

    @BeforeEach
    void startElsewhere() throws IOException {
        elsewhere.start();
    }

    @AfterEach
    void endElsewhere() {
        elsewhere.close();
    }

    @Test
    void aRequestToTheOriginCarriesTheToken() throws Exception {
        answer(200, "mine");

        assertThat(body(get("/any/path"))).isEqualTo("mine");

        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
    }

    @Test
    void aRefusedTokenIsRenewedAndTheBodySentAgain() throws Exception {
        answer(401);
        answer(200, "in");

        assertThat(body(post("/x", RequestBody.create("hello", MediaType.get("text/plain")))))
                .isEqualTo("in");

        assertThat(taken().getBody().utf8()).isEqualTo("hello");
        RecordedRequest second = taken();
        assertThat(second.getBody().utf8()).isEqualTo("hello");
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(2));
    }

    @Test
    void anOutageIsNotRetried() throws Exception {
        answer(503);

        assertThat(status(get("/x"))).isEqualTo(503);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void anotherOriginGetsNoToken() throws Exception {
        elsewhere.enqueue(new MockResponse.Builder().code(401).build());

        assertThat(status(new Request.Builder().url(elsewhere.url("/x")).build()))
                .isEqualTo(401);

        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(vendor.logins).hasValue(0);
    }

    @Test
    void theUsersOwnHeaderStaysAndItsRefusalIsTheUsers() throws Exception {
        answer(401);

        assertThat(status(get("/x")
                        .newBuilder()
                        .header("Authorization", "Basic own")
                        .build()))
                .isEqualTo(401);

        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Basic own");
        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(vendor.logins).hasValue(0);
    }

    @Test
    void aRedirectToAnotherOriginCarriesNothingThatTheSessionAdded() throws Exception {
        vendor.scheme = new PairScheme();
        vendor.issue = PairScheme::tokens;
        redirect(elsewhere.url("/there").toString());
        elsewhere.enqueue(new MockResponse.Builder().body("there").build());

        assertThat(body(get("/x").newBuilder().header("X-Own", "kept").build())).isEqualTo("there");

        assertThat(taken().getHeaders().get("X-Access-Token")).isEqualTo(TestVendor.token(1));
        RecordedRequest there = elsewhere.takeRequest();
        assertThat(there.getHeaders().get("X-Access-Token")).isNull();
        assertThat(there.getHeaders().get("X-Key")).isNull();
        assertThat(there.getHeaders().get("X-Own")).isEqualTo("kept");
    }

    @Test
    void whatTheUserSetTravelsAsItDoesWithoutUs() throws Exception {
        vendor.scheme = new PairScheme();
        redirect(elsewhere.url("/there").toString());
        elsewhere.enqueue(new MockResponse.Builder().body("there").build());

        assertThat(body(get("/x").newBuilder().header("X-Key", "the-users").build()))
                .isEqualTo("there");

        assertThat(elsewhere.takeRequest().getHeaders().get("X-Key")).isEqualTo("the-users");
    }

    @Test
    void aRefusalByTheOriginThatARedirectHasLedToIsNotOurs() throws Exception {
        redirect(elsewhere.url("/there").toString());
        elsewhere.enqueue(new MockResponse.Builder().code(401).build());

        assertThat(status(get("/x"))).isEqualTo(401);

        assertThat(server.getRequestCount()).isEqualTo(1);
        assertThat(vendor.refreshes).hasValue(0);
    }

    @Test
    void aRedirectWithinTheOriginKeepsTheToken() throws Exception {
        redirect("/there");
        answer(200, "there");

        assertThat(body(get("/x"))).isEqualTo("there");

        taken();
        assertThat(taken().getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(1));
    }

    @Test
    void aFurtherOriginGetsTheTokenIfTheUserSaysSoEvenByRedirect() throws Exception {
        redirect(elsewhere.url("/there").toString());
        elsewhere.enqueue(new MockResponse.Builder().body("by redirect").build());
        elsewhere.enqueue(new MockResponse.Builder().code(401).build());
        elsewhere.enqueue(new MockResponse.Builder().body("direct").build());
        HttpApi http = http();
        http.session().alsoAuthorize(elsewhere.url("/ignored/path").toString());
        OkHttpClient client =
                http.session().authorize(new OkHttpClient.Builder()).build();

        assertThat(body(client, get("/x"))).isEqualTo("by redirect");
        assertThat(body(client, new Request.Builder().url(elsewhere.url("/x")).build()))
                .isEqualTo("direct");

        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Bearer " + TestVendor.token(1));
        elsewhere.takeRequest();
        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Bearer " + TestVendor.token(2));
    }

    @Test
    void aFurtherOriginMustBeSafe() {
        HttpApi http = http();

        assertThatThrownBy(() -> http.session().alsoAuthorize("http://api.example.com"))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> http.session().alsoAuthorize("wss://api.example.com"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aOneShotBodyIsNotSentTwiceAndTheRenewalStarts() throws Exception {
        answer(401, "no");

        assertThat(body(post("/x", new StreamedBody()))).isEqualTo("no");

        assertThat(server.getRequestCount()).isEqualTo(1);
        await().until(() -> vendor.refreshes.get() == 1);
    }

    @Test
    void aDuplexBodyIsNotSentTwiceAndTheRenewalStarts() throws Exception {
        try (MockWebServer http2 = new MockWebServer()) {
            http2.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
            http2.start();
            http2.enqueue(new MockResponse.Builder().code(401).body("no").build());
            http2.enqueue(new MockResponse.Builder().body("in").build());
            String url = http2.url("/").toString();
            OkHttpClient client = http(builder().baseUrl(url))
                    .session()
                    .authorize(new OkHttpClient.Builder().protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)))
                    .build();
            Request duplex =
                    new Request.Builder().url(url).post(new DuplexBody()).build();

            assertThat(body(client, duplex)).isEqualTo("no");
            await().until(() -> vendor.refreshes.get() == 1);
            assertThat(http2.getRequestCount()).isEqualTo(1);

            assertThat(body(client, duplex)).isEqualTo("in");
            http2.takeRequest();
            RecordedRequest second = http2.takeRequest();
            assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer " + TestVendor.token(2));
            assertThat(second.getBody().utf8()).isEqualTo("both ways");
        }
    }

    @Test
    void atOurOriginNeitherTheUsersCacheNorAuthenticatorTakesPart(@TempDir Path folder) throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        OkHttpClient.Builder users = new OkHttpClient.Builder()
                .cache(new Cache(folder.toFile(), 1_000_000))
                .authenticator((route, response) -> {
                    asked.add(response.request().url().host());
                    return null;
                });
        answer(new MockResponse.Builder()
                .addHeader("Cache-Control", "max-age=100")
                .body("1"));
        answer(new MockResponse.Builder()
                .addHeader("Cache-Control", "max-age=100")
                .body("2"));
        answer(401);
        answer(200, "3");
        OkHttpClient client = http().session().authorize(users).build();

        assertThat(body(client, get("/x"))).isEqualTo("1");
        assertThat(body(client, get("/x"))).isEqualTo("2");
        assertThat(body(client, get("/y"))).isEqualTo("3");
        assertThat(asked).isEmpty();
        assertThat(client.cache().hitCount()).isZero();
    }

    @Test
    void elsewhereTheUsersCacheAndAuthenticatorAreUntouched(@TempDir Path folder) throws Exception {
        OkHttpClient.Builder users = new OkHttpClient.Builder()
                .cache(new Cache(folder.toFile(), 1_000_000))
                .authenticator((route, response) -> response.request()
                        .newBuilder()
                        .header("Authorization", "Basic own")
                        .build());
        elsewhere.enqueue(new MockResponse.Builder().code(401).build());
        elsewhere.enqueue(new MockResponse.Builder()
                .addHeader("Cache-Control", "max-age=100, public")
                .body("1")
                .build());
        OkHttpClient client = http().session().authorize(users).build();
        Request request = new Request.Builder().url(elsewhere.url("/x")).build();

        assertThat(body(client, request)).isEqualTo("1");
        assertThat(elsewhere.getRequestCount()).isEqualTo(2);
        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization")).isNull();
        assertThat(elsewhere.takeRequest().getHeaders().get("Authorization")).isEqualTo("Basic own");
    }

    @Test
    void plainHttpToThisMachineDoesNotPassAProxy() throws Exception {
        answer(200);
        OkHttpClient client = http().session()
                .authorize(new OkHttpClient.Builder().proxy(server.getProxyAddress()))
                .build();

        assertThat(reason(client, get("/x"))).isInstanceOf(InsecureConnectionException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void whatEndsASessionArrivesAsTheReasonOfAnIoException() {
        vendor.issue = n -> {
            throw new UnauthorizedException(Failure.local("POST", "/token", "no"), null);
        };
        OkHttpClient client =
                http().session().authorize(new OkHttpClient.Builder()).build();

        assertThat(reason(client, get("/x")))
                .isInstanceOf(SessionExpiredException.class)
                .hasMessageContaining("(request of an authorized client)");
    }

    @Test
    void aTokenOfTheServersThatCannotBeSentIsNamedAndNotShown() {
        vendor.scheme = new PairScheme();
        vendor.issue = n -> new Tokens(TestVendor.LEAK + "\n", null, null);
        OkHttpClient client =
                http().session().authorize(new OkHttpClient.Builder()).build();

        assertThat(reason(client, get("/x")))
                .isInstanceOf(RenewalFailedException.class)
                .hasMessageNotContaining(TestVendor.LEAK)
                .cause()
                .hasMessageContaining("X-Access-Token")
                .hasMessageNotContaining(TestVendor.LEAK);
    }

    @Test
    void aPeerThatSpeaksNoHttpAndRepeatsTheTokenIsNotQuoted() {
        answer(new MockResponse.Builder().status("HTTX/1 " + TestVendor.token(1)));
        answer(new MockResponse.Builder().status("HTTX/1 what"));

        assertThatThrownBy(() -> body(get("/x")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("java.net.ProtocolException")
                .hasMessageNotContaining(TestVendor.token(1))
                .hasNoCause();
        assertThatThrownBy(() -> body(get("/x"))).hasMessageContaining("HTTX/1 what");
    }

    @Test
    void afterTheCloseACallSaysSo() {
        HttpApi http = http();
        OkHttpClient client =
                http.session().authorize(new OkHttpClient.Builder()).build();
        http.close();

        assertThat(reason(client, get("/x"))).isInstanceOf(ClientClosedException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aCancelEndsTheWaitForARenewal() {
        CountDownLatch go = new CountDownLatch(1);
        AtomicReference<Thread> thread = new AtomicReference<>();
        vendor.issue = n -> {
            await().until(() -> go.getCount() == 0);
            return new Tokens(TestVendor.token(n), null, null);
        };
        OkHttpClient client = http().session()
                .authorize(new OkHttpClient.Builder().addInterceptor(chain -> {
                    thread.set(Thread.currentThread());
                    return chain.proceed(chain.request());
                }))
                .build();
        Call call = client.newCall(get("/x"));
        CompletableFuture<Integer> status = new CompletableFuture<>();
        call.enqueue(new NotingCallback(status));
        awaitParked(thread);

        call.cancel();

        assertThatThrownBy(status::join).hasRootCauseMessage("Canceled");
        go.countDown();
    }

    @Test
    void theUsersFiveCallsThatWaitForARenewalDoNotBlockIt() {
        vendor.service = RemoteTokens::new;
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                boolean token = request.getTarget().startsWith("/token");
                return new MockResponse.Builder()
                        .body(token ? TestVendor.token(1) : "ok")
                        .build();
            }
        });
        OkHttpClient users = new OkHttpClient();
        OkHttpClient client = http(builder().okHttpClient(users))
                .session()
                .authorize(users.newBuilder())
                .build();
        List<CompletableFuture<Integer>> statuses = new ArrayList<>();

        for (int i = 0; i < 20; i++) {
            CompletableFuture<Integer> status = new CompletableFuture<>();
            client.newCall(get("/x")).enqueue(new NotingCallback(status));
            statuses.add(status);
        }

        assertThat(statuses).allSatisfy(status -> assertThat(status.join()).isEqualTo(200));
    }

    private void redirect(String location) {
        answer(new MockResponse.Builder().code(302).addHeader("Location", location));
    }

    private Request get(String path) {
        return new Request.Builder().url(server.url(path)).build();
    }

    private Request post(String path, RequestBody body) {
        return new Request.Builder().url(server.url(path)).post(body).build();
    }

    private OkHttpClient authorized() {
        return http().session().authorize(new OkHttpClient.Builder()).build();
    }

    private String body(Request request) throws IOException {
        return body(authorized(), request);
    }

    private static String body(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return response.body().string();
        }
    }

    private int status(Request request) throws IOException {
        try (Response response = authorized().newCall(request).execute()) {
            return response.code();
        }
    }

    private static ApiException reason(OkHttpClient client, Request request) {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        client.newCall(request).enqueue(new NotingCallback(status));
        await().until(status::isDone);
        Throwable thrown = status.handle((value, failure) -> failure).join();
        assertThat(thrown).isInstanceOf(ApiIOException.class);
        return ((ApiIOException) thrown).reason();
    }
}
