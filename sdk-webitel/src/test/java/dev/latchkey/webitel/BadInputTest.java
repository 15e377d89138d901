package dev.latchkey.webitel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a byte is sent. */
class BadInputTest {
    private static final String SECRET = Marked.PASSWORD;

    @Fake
    static final FakeWebitel FAKE = Marked.fake();

    @TestFactory
    Stream<DynamicTest> callsAreRefusedBeforeAnythingIsSent() {
        Map<String, Consumer<WebitelClient>> calls = Map.ofEntries(
                Map.entry("login without a name", client -> client.auth().login(" ", SECRET)),
                Map.entry("login of null", client -> client.auth().login(null, SECRET)),
                Map.entry("login without a password", client -> client.auth().login(Marked.USER, "")),
                Map.entry("login with a blank code", client -> client.auth().login(Marked.USER, SECRET, " ")),
                Map.entry("login with a code of null", client -> client.auth().login(Marked.USER, SECRET, null)),
                Map.entry("logout without a token", client -> client.auth().logout(" ", SECRET)),
                Map.entry("logout without a key", client -> client.auth().logout(SECRET, "")),
                Map.entry("logout with a key of null", client -> client.auth().logout(SECRET, null)),
                Map.entry(
                        "logout with a line break in the token",
                        client -> client.auth().logout(SECRET + "\n", "key")),
                Map.entry(
                        "logout with a line break in the key",
                        client -> client.auth().logout("token", SECRET + "\r\nX-Other: 1")),
                Map.entry("logout with an umlaut", client -> client.auth().logout(SECRET + "ü", "key")),
                Map.entry("domain tokens of no domain", client -> client.domainTokens(" ")),
                Map.entry("accounts of no domain", client -> client.accounts(null)),
                Map.entry("token of no role", client -> tokens(client).create("", Instant.now())),
                Map.entry("token without an end", client -> tokens(client).create("user", null)),
                Map.entry("token of no uuid", client -> tokens(client).delete(" ")),
                Map.entry("role without a name", client -> client.roles().get("")),
                Map.entry("role of null", client -> client.roles().create(null)),
                Map.entry("rights of null", client -> client.roles().replaceRights("user", null)),
                Map.entry(
                        "new role without a name",
                        client -> NewRole.builder(" ").build()),
                Map.entry("code that is none", client -> client.security().get(SECRET + "ü")),
                Map.entry("blank code", client -> client.security().setEnabled(true, " ")),
                Map.entry("account of no id", client -> accounts(client).get(" ")),
                Map.entry("account of null", client -> accounts(client).create(null)),
                Map.entry("update of null", client -> accounts(client).update("100", null)),
                Map.entry("query of null", client -> accounts(client).list(null)),
                Map.entry(
                        "account without a login",
                        client -> NewAccount.builder("", "user").build()),
                Map.entry(
                        "account with a blank password",
                        client ->
                                NewAccount.builder("110", "user").password(" ").build()),
                Map.entry(
                        "setting without a name",
                        client -> AccountUpdate.builder().parameter(" ", SECRET)),
                Map.entry(
                        "setting without a value",
                        client -> AccountUpdate.builder().parameter("a", null)),
                Map.entry("path without a slash", client -> client.request("GET", "api/v2/whoami")),
                Map.entry("path argument ..", client -> client.request("GET", "/api/v2/{id}", "..")),
                Map.entry("too few path arguments", client -> client.request("GET", "/api/v2/{id}")),
                Map.entry(
                        "own X-Access-Token",
                        client -> client.request("GET", "/api/v2/whoami").header("X-Access-Token", SECRET)),
                Map.entry(
                        "own x-key",
                        client -> client.request("GET", "/api/v2/whoami").header("x-key", SECRET)));
        return calls.entrySet().stream().map(call -> dynamicTest(call.getKey(), () -> requireRefused(call.getValue())));
    }

    @TestFactory
    Stream<DynamicTest> buildersAreRefused() {
        Map<String, Consumer<WebitelClient.Builder>> builders = Map.of(
                "no base URL",
                builder -> builder.credentials(Marked.USER, SECRET),
                "blank domain token",
                builder -> builder.baseUrl(FAKE.baseUrl()).domainToken(" "),
                "domain token of null",
                builder -> builder.baseUrl(FAKE.baseUrl()).domainToken(null),
                "domain token with a line break",
                builder -> builder.baseUrl(FAKE.baseUrl()).domainToken(SECRET + "\n"),
                "domain token and credentials",
                builder -> builder.baseUrl(FAKE.baseUrl()).domainToken(SECRET).credentials(Marked.USER, SECRET),
                "domain token and a store",
                builder -> builder.baseUrl(FAKE.baseUrl())
                        .domainToken(SECRET)
                        .identity("domain")
                        .tokenStore(TokenStore.inMemory()),
                "blank user",
                builder -> builder.baseUrl(FAKE.baseUrl()).credentials("\t", SECRET));
        return builders.entrySet().stream()
                .map(entry -> dynamicTest(
                        entry.getKey(),
                        () -> assertThatExceptionOfType(InvalidInputException.class)
                                .isThrownBy(() -> {
                                    WebitelClient.Builder builder = WebitelClient.builder();
                                    entry.getValue().accept(builder);
                                    builder.build().close();
                                })
                                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "api.webitel.com",
                "https://api.webitel.com?access_token=1",
                "https://root:" + Marked.PASSWORD + "@api.webitel.com",
                "http://api.webitel.com"
            })
    void aBaseUrlThatIsNoneIsRefused(String url) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> WebitelClient.builder()
                        .baseUrl(url)
                        .domainToken(SECRET)
                        .build()
                        .close())
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(SECRET));
    }

    @Test
    void theTokenOfTheOwnSessionIsLoggedOutBySessionOnly() throws Exception {
        try (FakeWebitel fake = Marked.fake();
                WebitelClient client = Marked.client(fake).build()) {
            String token = sent(fake, client);

            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> client.auth().logout(token, "key"))
                    .withMessageContaining("session().logout()");
        }
    }

    /** What the session sends, seen by a client that it authorises. */
    private static String sent(FakeWebitel fake, WebitelClient client) throws java.io.IOException {
        String[] seen = new String[1];
        OkHttpClient.Builder builder = client.session().authorize(new OkHttpClient.Builder());
        builder.addInterceptor(chain -> {
            seen[0] = chain.request().header("X-Access-Token");
            return chain.proceed(chain.request());
        });
        Request request =
                new Request.Builder().url(fake.baseUrl() + "/api/v2/whoami").build();
        try (Response response = builder.build().newCall(request).execute()) {
            assertThat(response.code()).isEqualTo(200);
        }
        return seen[0];
    }

    private static DomainTokens tokens(WebitelClient client) {
        return client.domainTokens("mydomain.com");
    }

    private static Accounts accounts(WebitelClient client) {
        return client.accounts("mydomain.com");
    }

    private static void requireRefused(Consumer<WebitelClient> call) {
        try (WebitelClient client = Marked.client(FAKE).build()) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> call.accept(client))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
        }
        assertThat(FAKE.journal().requests()).isEmpty();
    }
}
