package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameworkBehaviourTest {
    private static final String PROTECTED = "/v1/accounts/1234/tokens";

    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/vnd.api+json",
                "text/html;q=0.5, application/json;q=0.9",
                "Application/JSON, */*"
            })
    void aRequestThatPrefersJsonIsAnsweredInJson(String accept) throws Exception {
        assertThat(client.get(PROTECTED, "Accept", accept).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "text/html", "text/html, application/json", "application/json;q=0.1, text/html"})
    void anyOtherIsSentToTheLoginPage(String accept) throws Exception {
        Answer answer = client.get(PROTECTED, "Accept", accept);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).isEqualTo("http://127.0.0.1:" + fake.port() + "/login");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void invalidDataAndThrottlingLeadToTheLoginPageToo() throws Exception {
        assertThat(client.send("POST", "/v1/auth/reset-password", null).status())
                .isEqualTo(302);
        fake.settings().tokenRequestsPerMinute(1);
        client.send("POST", "/v1/auth/token", null);
        assertThat(client.send("POST", "/v1/auth/token", null).status()).isEqualTo(302);
    }

    @Test
    void theTokenEndpointAlwaysAnswersInJson() throws Exception {
        assertThat(client.send("POST", "/v1/auth/token", null).text("error")).isEqualTo("unsupported_grant_type");
    }

    @Test
    void whatIsNotFoundIsAPageForBrowsers() throws Exception {
        assertThat(client.get("/v1/nowhere").header("Content-Type")).startsWith("text/html");
        assertThat(client.get("/v1/nowhere", "Accept", "application/json").members())
                .containsEntry("message", "");
    }

    @Test
    void nothingIsThrottledAtFirst() throws Exception {
        for (int i = 0; i < 40; i++) {
            assertThat(client.logIn("admin", "secret").header("X-RateLimit-Limit"))
                    .isNull();
        }
    }

    @Test
    void theLimitCountsDownAndEndsAfterAMinute() throws Exception {
        fake.clock().freeze();
        fake.settings().tokenRequestsPerMinute(2);

        assertThat(client.logIn("admin", "secret").header("X-RateLimit-Remaining"))
                .isEqualTo("1");
        fake.clock().advance(Duration.ofSeconds(20));
        assertThat(client.logIn("admin", "wrong").header("X-RateLimit-Remaining"))
                .isEqualTo("0");
        Answer refused = client.logIn("admin", "secret");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isEqualTo("40");
        assertThat(refused.header("X-RateLimit-Reset"))
                .isEqualTo(Long.toString(fake.clock().instant().plusSeconds(40).getEpochSecond()));

        fake.clock().advance(Duration.ofSeconds(40));
        assertThat(client.logIn("admin", "secret").header("X-RateLimit-Remaining"))
                .isEqualTo("1");
    }

    @Test
    void otherRequestsAreCountedByUser() throws Exception {
        fake.addUser(FakeUser.builder("jane", "hers").build());
        fake.settings().requestsPerMinute(1);
        String admin = fake.logIn("admin").accessToken();

        assertThat(client.authorized("GET", PROTECTED, admin).status()).isEqualTo(200);
        assertThat(client.authorized("GET", PROTECTED, admin).status()).isEqualTo(429);
        assertThat(client.authorized("GET", PROTECTED, fake.logIn("jane").accessToken())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void jsonIsReadAsFormsAre() throws Exception {
        Answer login = client.postJson(
                "/v1/auth/token", "{\"grant_type\":\"password\",\"username\":\"admin\",\"password\":\"secret\"}");
        Answer refresh = client.postJson(
                "/v1/auth/token",
                "{\"grant_type\":\"refresh_token\",\"refresh_token\":\"" + login.text("refresh_token") + "\"}");
        Answer mail = client.postJson(
                "/v1/auth/reset-password", "{\"email\":\"nobody@example.com\"}", "Accept", "application/json");

        assertThat(login.status()).isEqualTo(200);
        assertThat(refresh.status()).isEqualTo(200);
        assertThat(mail.text("message")).isEqualTo("Email could not be sent to this email address.");
        assertThat(client.postJson("/v1/auth/token", "{\"grant_type\":[\"password\"]")
                        .text("error"))
                .isEqualTo("unsupported_grant_type");
    }

    @Test
    void aNewPasswordMayComeAsJsonToo() throws Exception {
        fake.addUser(FakeUser.builder("jane", "hers").email("jane@example.com").build());
        client.postJson("/v1/auth/reset-password", "{\"email\":\"jane@example.com\"}", "Accept", "application/json");
        String body = Json.text(Json.object(
                "email",
                "jane@example.com",
                "password",
                "another one",
                "password_confirmation",
                "another one",
                "token",
                fake.mailbox().newest("jane@example.com").token()));

        assertThat(client.postJson("/v1/auth/reset/password", body, "Accept", "application/json")
                        .text("message"))
                .isEqualTo("Password reset successfully.");
        assertThat(client.logIn("jane", "another one").status()).isEqualTo(200);
    }

    @Test
    void withoutALoginPageARefusedTokenIsAFailure() throws Exception {
        fake.settings().hasLoginPage(false);

        Answer answer = client.get(PROTECTED);
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(client.get(PROTECTED, "Accept", "application/json").status()).isEqualTo(401);
    }

    @Test
    void thePrintedCurlMayBeRight() throws Exception {
        String token = fake.logIn("admin").accessToken();
        assertThat(client.authorized("GET", PROTECTED + "/create", token).status())
                .isEqualTo(405);
        fake.settings().printedCurlIsRight(true);

        assertThat(client.authorized("GET", PROTECTED + "/create", token).text("token"))
                .isNotEmpty();
        Answer refused = client.authorized("POST", PROTECTED + "/create", token);
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).isEqualTo("GET");
        assertThat(client.postForm("/v1/auth/reset/password", "token", "t").status())
                .isEqualTo(404);
        assertThat(client.postForm(
                                "/v1/auth/reset-password",
                                "token",
                                "t",
                                "email",
                                "nobody@example.com",
                                "password",
                                "long enough",
                                "password_confirmation",
                                "long enough")
                        .text("message"))
                .isEqualTo("Failed, Invalid Token.");
    }

    @Test
    void numbersOfAccountsHave64Bits() throws Exception {
        fake.addAccount(FakeAccount.of(3_000_000_000L, "A large one"))
                .addUser(
                        FakeUser.builder("jane", "hers").account(3_000_000_000L).build());
        String token = fake.logIn("jane").accessToken();

        assertThat(client.authorized("GET", "/v1/accounts/3000000000/tokens", token)
                        .body())
                .isEqualTo("[]");
    }
}
