package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server of the generation that the documentation describes. */
class LegacyTest {
    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.withUser(
            ServerProfile.LEGACY, FakeUser.admin("admin", "adminLEAK7Q4Z").build());

    private final HiveClient client = new HiveClient(fake);

    @Test
    void itLivesBelowAnotherPath() {
        assertThat(fake.baseUrl()).endsWith("/api/rest");
    }

    @Test
    void itsTokensHaveLongNamesAndActionsByName() throws Exception {
        fake.clock().freeze().set(Instant.parse("2026-11-22T00:00:00Z"));
        Answer login = client.logIn("admin", "adminLEAK7Q4Z");

        assertThat(claims(login.text("accessToken")))
                .isEqualTo(
                        "{\"payload\":{\"userId\":1,\"actions\":[\"*\"],\"networkIds\":[\"*\"],\"deviceIds\":[\"*\"],"
                                + "\"expiration\":1795307400000,\"tokenType\":\"ACCESS\"}}");
        assertThat(claims(login.text("refreshToken"))).contains("\"tokenType\":\"REFRESH\"");
    }

    @Test
    void aClientWithoutNetworksHasNoDevices() throws Exception {
        fake.addUser(FakeUser.client("jane", "janeLEAK7Q4Z").build())
                .addUser(FakeUser.client("joe", "joeLEAK7Q4Z").networks().build());

        assertThat(payload(fake.logIn("jane").accessToken()))
                .containsEntry("networkIds", List.of("1"))
                .containsEntry("deviceIds", List.of("*"));
        assertThat(payload(fake.logIn("joe").accessToken()))
                .containsEntry("networkIds", List.of())
                .containsEntry("deviceIds", List.of());
    }

    @Test
    void deviceIdsCountAndDeviceTypesAndAnEndForRefreshTokensDoNot() throws Exception {
        String admin = fake.logIn("admin").accessToken();

        Answer answer = client.create(
                admin,
                "{'userId': 1, 'actions': ['getnetwork', 3], 'networkIds': ['1'], 'deviceIds': ['abc'],"
                        + " 'deviceTypeIds': ['9'], 'refreshExpiration': '2001-01-01'}");

        String refreshToken = answer.text("refreshToken");
        assertThat(payload(refreshToken))
                .containsOnlyKeys("userId", "actions", "networkIds", "deviceIds", "expiration", "tokenType")
                .containsEntry("actions", List.of("GetNetwork", "GetDevice"))
                .containsEntry("deviceIds", List.of("abc"));
        assertThat(fake.isRefreshTokenAlive(refreshToken)).isTrue();
        assertThat(payload(client.refresh(refreshToken).text("accessToken")))
                .containsEntry("networkIds", List.of("1"))
                .containsEntry("deviceIds", List.of("abc"))
                .containsEntry("tokenType", "ACCESS");
    }

    @Test
    void withoutActionsThereAreNoneAndAnEmptyListIsAClients() throws Exception {
        String admin = fake.logIn("admin").accessToken();
        String nothing = client.create(admin, "{'userId': 1}").text("accessToken");
        String everything = client.create(admin, "{'userId': 1, 'actions': []}").text("accessToken");

        assertThat(payload(nothing)).containsEntry("actions", null);
        assertThat(client.create(nothing, "{'userId': 1}").status()).isEqualTo(403);
        assertThat(client.create(everything, "{'userId': 1}").status()).isEqualTo(201);
    }

    @Test
    void shortNamesMeanNothingToIt() throws Exception {
        String modern = Jwt.sign(
                Json.object("a", List.of(0), "e", 4102444800000L, "t", 0, "u", 1),
                fake.settings().signingSecret(),
                "");

        Answer answer = client.refresh(modern);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text("path")).isEqualTo("/api/rest/token/refresh");
    }

    @Test
    void pluginsHaveShortNamesHereToo() throws Exception {
        fake.addPlugin(new FakePlugin("his", "admin"));
        Answer tokens = client.createForPlugin(fake.logIn("admin").accessToken(), "{'tpc': 'his', 'a': [4]}");

        assertThat(payload(tokens.text("accessToken"))).containsOnlyKeys("a", "e", "t", "tpc");
        assertThat(client.authenticatePlugin(tokens.text("accessToken")).status())
                .isEqualTo(200);
        assertThat(new Client(fake).get("/nowhere").status()).isEqualTo(404);
    }

    private static Map<String, Object> payload(String token) {
        return Json.asObject(Json.asObject(Json.parse(claims(token))).get("payload"));
    }

    private static String claims(String token) {
        String base64 = token.split("\\.", -1)[1];
        return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
