package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okhttp3.FormBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, their users and the access tokens of their devices. */
class AccountsTest {
    private static final String DAT = "/v1/accounts/1235/devices/7/DAT";

    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);

    @BeforeEach
    void addAccounts() {
        fake.addAccount(FakeAccount.of(1235, "Branch").childOf(1234))
                .addAccount(FakeAccount.of(1236, "Twig").childOf(1235))
                .addAccount(FakeAccount.of(2000, "Somebody Else"))
                .addUser(FakeUser.builder("jane", "hers")
                        .id(27)
                        .account(1235)
                        .accountAdmin(true)
                        .emailVerifiedAt(Instant.parse("2020-09-15T04:18:32Z"))
                        .build());
    }

    @Test
    void anAccountIsToldWithWhatIsBelowIt() throws Exception {
        assertThat(get("/v1/accounts/1235").members())
                .containsEntry("account_name", "Branch")
                .containsEntry("parent_free_devices", 5000L)
                .containsEntry("suspended", 0L);
        assertThat(ids(get("/v1/accounts/1234/children"))).containsExactly(1234L, 1235L);
        assertThat(ids(get("/v1/accounts/1234/allChildren"))).containsExactly(1235L, 1236L);
        assertThat(get("/v1/accounts/1234/decendants").body())
                .isEqualTo(get("/v1/accounts/1234/descendants").body())
                .contains("\"children\":[{");
        assertThat(get("/v1/accounts/1234/cousins").status()).isEqualTo(404);
        assertThat(get("/v1/accounts/2000").status()).isEqualTo(403);
        assertThat(get("/v1/accounts/4711").status()).isEqualTo(404);
        assertThat(get("/v1/accounts/no-number").status()).isEqualTo(404);
    }

    @Test
    void usersAreToldWithThoseOfAccountsBelow() throws Exception {
        List<?> users = (List<?>) get("/v1/accounts/1234/users").json();

        assertThat(users).hasSize(2);
        assertThat(Json.asObject(users.get(1)))
                .containsEntry("account_name", "Branch")
                .containsEntry("account_admin", 1L)
                .containsEntry("email_verified_at", "2020-09-15T04:18:32.000000Z");
        assertThat(Json.asObject(users.get(0))).containsEntry("email_verified_at", null);
        assertThat(get("/v1/accounts/1235/users/27").json()).isInstanceOf(List.class);
        fake.settings().userIsObject(true);
        assertThat(get("/v1/accounts/1235/users/27").members()).doesNotContainKey("account_name");
        assertThat(get("/v1/accounts/1234/users/27").status()).isEqualTo(404);
        fake.changePermissions("admin", List.of());
        assertThat(get("/v1/accounts/1234/users").status()).isEqualTo(403);
    }

    @Test
    void aDeviceAccessTokenIsMadeAndNotTold() throws Exception {
        assertThat(create("5").body()).isEqualTo("{\"message\":\"success\"}");

        FakeDeviceAccessToken token = fake.deviceAccessTokens(1235, 7).get(0);
        assertThat(get(DAT).body()).contains(token.token());
        assertThat(state(token.token()).members()).isEqualTo(Map.of("relay1", "1"));
        String ofCustomPages = fake.deviceAccessUrl(token.token()).replace("/state.json", "/customState.json");
        assertThat(client.sendTo(ofCustomPages, "GET", null).status()).isEqualTo(200);
        assertThat(token.toString()).doesNotContain(token.token());
        assertThat(fake.journal().toString()).doesNotContain(token.token());
        fake.clock().advance(Duration.ofMinutes(5));
        assertThat(state(token.token()).status()).isEqualTo(404);
        assertThat(get(DAT).body()).isEqualTo("[]");
    }

    @Test
    void aDeviceHasThreeTokensAtMost() throws Exception {
        FakeDeviceAccessToken first = fake.addDeviceAccessToken(1235, 7, Duration.ofHours(1));
        create("5");
        create("5");

        assertThat(create("5").status()).isEqualTo(422);
        assertThat(delete(first.token()).status()).isEqualTo(200);
        assertThat(delete(first.token()).status()).isEqualTo(404);
        assertThat(create("5").status()).isEqualTo(200);
        assertThat(create("0").status()).isEqualTo(422);
        assertThat(create("soon").status()).isEqualTo(422);
        assertThat(get("/v1/accounts/1235/devices/none/DAT").status()).isEqualTo(404);
        fake.reset();
        assertThat(fake.deviceAccessTokens(1235, 7)).isEmpty();
    }

    private Answer create(String minutes) throws IOException {
        return client.send(
                "POST", DAT, new FormBody.Builder().add("minutesValid", minutes).build(), authorization());
    }

    private Answer delete(String token) throws IOException {
        return client.send("DELETE", DAT + "/" + token, null, authorization());
    }

    private Answer get(String path) throws IOException {
        return client.get(path, authorization());
    }

    private Answer state(String token) throws IOException {
        return client.sendTo(fake.deviceAccessUrl(token) + "?relay1=1", "GET", null, "Accept", "application/json");
    }

    private String[] authorization() {
        String token = fake.logIn("admin").accessToken();
        return new String[] {"Authorization", "Bearer " + token, "Accept", "application/json"};
    }

    private static List<Object> ids(Answer answer) {
        return ((List<?>) answer.json())
                .stream().map(each -> Json.asObject(each).get("account_id")).toList();
    }
}
