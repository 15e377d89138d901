package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateRequestTokensTest {
    private static final int PARENT = 1234;
    private static final int CHILD = 1235;
    private static final int GRANDCHILD = 1236;
    private static final int STRANGER = 2000;

    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);

    @BeforeEach
    void addAccounts() {
        fake.addAccount(FakeAccount.of(CHILD, "Branch").childOf(PARENT))
                .addAccount(FakeAccount.of(GRANDCHILD, "Twig").childOf(CHILD))
                .addAccount(FakeAccount.of(STRANGER, "Somebody Else"))
                .addUser(FakeUser.builder("jane", "hers").account(CHILD).build());
    }

    @Test
    void noTokensAreAnEmptyList() throws Exception {
        assertThat(call("admin", "GET", PARENT, "").body()).isEqualTo("[]");
    }

    @Test
    void aTokenIsCreatedInTheDocumentedShape() throws Exception {
        fake.clock().freeze().set(Instant.parse("2020-09-14T16:18:32.75Z"));

        Answer created = call("admin", "POST", PARENT, "/create");

        assertThat(created.status()).isEqualTo(200);
        assertThat(created.members().keySet()).containsExactly("token", "expires", "created_at");
        assertThat(created.text("token")).matches("[A-Za-z0-9]{32}");
        assertThat(created.text("created_at")).isEqualTo("2020-09-14T16:18:32.000000Z");
        assertThat(created.text("expires")).isEqualTo("2020-09-15T04:18:32.000000Z");
        assertThat(fake.acceptsCertificateRequestToken(created.text("token"))).isTrue();
    }

    @Test
    void tokensAreListedByTheirIds() throws Exception {
        CertificateRequestToken first = fake.addCertificateRequestToken(PARENT);
        CertificateRequestToken second = fake.addCertificateRequestToken(PARENT);
        fake.addCertificateRequestToken(CHILD);

        Map<String, Object> listed = call("admin", "GET", PARENT, "").members();

        assertThat(listed.keySet()).containsExactly(Integer.toString(first.id()), Integer.toString(second.id()));
        assertThat(Json.asObject(listed.get("2"))).containsEntry("token", second.token());
    }

    @Test
    void aDeletedTokenIsInvalidAtOnce() throws Exception {
        CertificateRequestToken token = fake.addCertificateRequestToken(PARENT);

        Answer deleted = call("admin", "DELETE", PARENT, "/" + token.token());

        assertThat(deleted.body()).isEqualTo("{\"message\":\"success\"}");
        assertThat(fake.acceptsCertificateRequestToken(token.token())).isFalse();
        assertThat(call("admin", "DELETE", PARENT, "/" + token.token()).status())
                .isEqualTo(404);
    }

    @Test
    void aTokenOfAnotherAccountIsNotDeleted() throws Exception {
        CertificateRequestToken token = fake.addCertificateRequestToken(CHILD);

        assertThat(call("admin", "DELETE", PARENT, "/" + token.token()).status())
                .isEqualTo(404);
        assertThat(fake.certificateRequestTokens(CHILD)).containsExactly(token);
    }

    @Test
    void tokensVanishAfterTwelveHours() throws Exception {
        fake.clock().freeze();
        CertificateRequestToken token = fake.addCertificateRequestToken(PARENT);

        fake.clock().set(token.createdAt().plus(Duration.ofHours(12)).minusMillis(1));
        assertThat(call("admin", "GET", PARENT, "").members()).hasSize(1);
        fake.clock().advance(Duration.ofMillis(1));
        assertThat(call("admin", "GET", PARENT, "").body()).isEqualTo("[]");
        assertThat(fake.acceptsCertificateRequestToken(token.token())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {PARENT, CHILD, GRANDCHILD})
    void ownAndLowerAccountsAreReached(int account) throws Exception {
        assertThat(call("admin", "GET", account, "").status()).isEqualTo(200);
        assertThat(call("admin", "POST", account, "/create").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {PARENT, STRANGER})
    void otherAccountsAreForbidden(int account) throws Exception {
        for (String[] operation : new String[][] {{"GET", ""}, {"POST", "/create"}, {"DELETE", "/x"}}) {
            Answer answer = call("jane", operation[0], account, operation[1]);

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("message")).isEmpty();
        }
    }

    @Test
    void anUnknownAccountIsNotFound() throws Exception {
        Answer answer = call("admin", "GET", 99, "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.members()).containsOnly(Map.entry("message", ""));
        assertThat(client.authorized(
                                "GET",
                                "/v1/accounts/me/tokens",
                                fake.logIn("admin").accessToken())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aMethodThatThePathLacksIsToldTheAllowedOne() throws Exception {
        Answer answer = client.get("/v1/auth/token", "Accept", "application/json");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("POST");
        assertThat(answer.text("message"))
                .isEqualTo("The GET method is not supported for this route. Supported methods: POST.");
    }

    @Test
    void anEndpointOfTheUsersOwnMayWantAToken() throws Exception {
        fake.handleAuthorized("GET", "/v1/devices", request -> FakeResponse.text(200, "devices"));

        assertThat(client.get("/v1/devices", "Accept", "application/json").status())
                .isEqualTo(401);
        assertThat(client.authorized("GET", "/v1/devices", fake.logIn("jane").accessToken())
                        .body())
                .isEqualTo("devices");
    }

    @Test
    void theSchemeWordIsCaseSensitive() throws Exception {
        String token = fake.logIn("admin").accessToken();

        for (String header : new String[] {"bearer " + token, token, "Bearer", "Bearer x" + token}) {
            assertThat(client.get("/v1/accounts/1234/tokens", "Authorization", header, "Accept", "application/json")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void accountsAndUsersThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> fake.addAccount(FakeAccount.of(5, "x").childOf(6)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.addAccount(FakeAccount.of(PARENT, "x").childOf(GRANDCHILD)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        fake.addUser(FakeUser.builder("joe", "his").account(7).build()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FakeUser.builder(" ", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.logIn("nobody")).hasMessageContaining("[admin, jane]");
    }

    private Answer call(String user, String method, int account, String rest) throws IOException {
        return client.authorized(
                method,
                "/v1/accounts/" + account + "/tokens" + rest,
                fake.logIn(user).accessToken());
    }
}
