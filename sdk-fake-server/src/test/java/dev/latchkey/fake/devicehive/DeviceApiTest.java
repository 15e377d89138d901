package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a token reaches, as a server of 4.1.0 lets it be seen. */
class DeviceApiTest {
    private static final int GET_NETWORK = 2;
    private static final int GET_DEVICE = 3;

    @Tested
    final FakeDeviceHive fake = FakeDeviceHive.empty();

    private final Client client = new Client(fake);

    @BeforeEach
    void twoNetworksWithADeviceEach() {
        fake.settings().deviceApi(true);
        fake.addUser(FakeUser.client("jane", "herLEAK7Q4Z").id(10).networks(1).build())
                .addUser(FakeUser.client("joe", "hisLEAK7Q4Z")
                        .id(11)
                        .networks(1, 2)
                        .deviceTypes(1)
                        .build())
                .addUser(FakeUser.admin("admin", "itsLEAK7Q4Z").id(1).build())
                .addNetwork(new FakeNetwork(2, "north", null))
                .addDevice(new FakeDevice("lamp", "A lamp", 1, 1))
                .addDevice(new FakeDevice("oven", "An oven", 2, 3));
    }

    @Test
    void aLoginReachesTheUsersOwn() throws Exception {
        assertSeen(fake.logIn("jane").accessToken(), "[1]", "[lamp]");
        assertSeen(fake.logIn("joe").accessToken(), "[1, 2]", "[lamp]");
        assertSeen(fake.logIn("admin").accessToken(), "[1, 2]", "[lamp, oven]");
    }

    @Test
    void noListOfNetworksReachesNone() throws Exception {
        for (long user : List.of(1L, 10L)) {
            String token = fake.sign(TokenPayload.userAccess(user).withNetworkIds(null));

            assertSeen(token, "[]", "[]");
            assertDenied(get("/network/1", token));
            assertDenied(get("/device/lamp", token));
        }
    }

    @Test
    void noListOfDeviceTypesReachesNoneOfAUserWhoHasSomeAndAllOfOneWhoHasAll() throws Exception {
        assertSeen(fake.sign(TokenPayload.userAccess(11).withDeviceTypeIds(null)), "[1, 2]", "[]");
        assertSeen(fake.sign(TokenPayload.userAccess(10).withDeviceTypeIds(null)), "[1]", "[lamp]");
    }

    @Test
    void allNetworksListTheUsersOwnAndOpenForeignDevicesById() throws Exception {
        String token = fake.sign(TokenPayload.userAccess(10));

        assertSeen(token, "[1]", "[lamp]");
        assertThat(get("/device/oven", token).members()).containsEntry("networkId", 2L);
        assertThat(get("/network/2", token).status()).isEqualTo(404);
        assertThat(get("/device/none", token).text("message")).isEqualTo("Device with such deviceId = none not found");
    }

    @Test
    void aTokenThatIsLimitedToDeviceTypesOpensNoForeignDevice() throws Exception {
        fake.addUser(FakeUser.client("ann", "hersLEAK7Q4Z")
                .id(12)
                .networks(1)
                .deviceTypes(1, 3)
                .build());
        String token = fake.sign(TokenPayload.userAccess(12).withDeviceTypeIds(List.of("1", "3")));

        assertSeen(token, "[1]", "[lamp]");
        assertDenied(get("/device/oven", token));
        assertDenied(get("/device/none", token));
    }

    @Test
    void aLimitedTokenIsDeniedWhatItDoesNotName() throws Exception {
        String token = fake.sign(
                TokenPayload.userAccess(11).withNetworkIds(List.of("1")).withDeviceTypeIds(List.of("1")));

        assertSeen(token, "[1]", "[lamp]");
        assertDenied(get("/network/2", token));
        assertDenied(get("/device/oven", token));
        assertDenied(get("/device/none", token));
        assertThat(get("/network/1", token).members().get("devices").toString()).contains("id=lamp");
    }

    @Test
    void theActionIsAskedForFirst() throws Exception {
        assertDenied(get("/network", fake.sign(TokenPayload.userAccess(10).withActions(GET_DEVICE))));
        assertDenied(get("/device", fake.sign(TokenPayload.userAccess(10).withActions(GET_NETWORK))));
        assertThat(client.sendTo(fake.deviceApiUrl() + "/device", "GET", null).status())
                .isEqualTo(401);
        assertThat(get("/network/one", fake.logIn("jane").accessToken()).status())
                .isEqualTo(404);
    }

    @Test
    void aPluginReachesWhatItsOwnerDoes() throws Exception {
        fake.addPlugin(new FakePlugin("topic", "joe"));

        assertSeen(fake.sign(TokenPayload.pluginAccess("topic")), "[1, 2]", "[lamp]");
    }

    @Test
    void itIsThereOnlyWhenSwitchedOn() throws Exception {
        String token = fake.logIn("jane").accessToken();
        fake.settings().deviceApi(false);

        assertThat(get("/device", token).body()).isEqualTo("{\"error\":404,\"message\":\"HTTP 404 Not Found\"}");
        assertThat(fake.journal().count("GET", "/api/rest/device")).isEqualTo(1);
    }

    @Test
    void aLegacyTokenNamesDevices() throws Exception {
        try (FakeDeviceHive old = FakeDeviceHive.withUser(
                ServerProfile.LEGACY,
                FakeUser.client("jane", "herLEAK7Q4Z").id(10).build())) {
            old.settings().deviceApi(true);
            old.addDevice(new FakeDevice("lamp", "A lamp", 1, 1)).addDevice(new FakeDevice("oven", "An oven", 1, 3));
            TokenPayload all = TokenPayload.userAccess(10);
            Client asking = new Client(old);

            assertThat(old.deviceApiUrl()).isEqualTo(old.baseUrl());
            assertThat(asking.authorized("GET", "/device", old.sign(all)).body())
                    .contains("lamp", "oven");
            assertThat(asking.authorized("GET", "/device", old.sign(all.withDeviceIds(List.of("oven"))))
                            .body())
                    .contains("oven")
                    .doesNotContain("lamp");
            assertThat(asking.authorized("GET", "/device", old.sign(all.withDeviceIds(null)))
                            .body())
                    .isEqualTo("[]");
        }
    }

    @Test
    void aDeviceIsInANetworkThatExists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.addDevice(new FakeDevice("car", "A car", 9, 1)))
                .withMessageContaining("[1, 2]");
    }

    private void assertSeen(String token, String networks, String devices) throws Exception {
        assertThat(ids(get("/network", token))).hasToString(networks);
        assertThat(ids(get("/device", token))).hasToString(devices);
    }

    private static List<?> ids(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return ((List<?>) answer.json())
                .stream()
                        .map(element -> ((java.util.Map<?, ?>) element).get("id"))
                        .toList();
    }

    private static void assertDenied(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).isEqualTo("{\"error\":403,\"message\":\"Access is denied\"}");
    }

    private Answer get(String path, String token) throws Exception {
        return client.sendTo(
                fake.deviceApiUrl() + path,
                "GET",
                null,
                "Authorization",
                "Bearer " + token,
                "Accept",
                "application/json");
    }
}
