package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.ForbiddenException;
import dev.latchkey.fake.devicehive.FakeDevice;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeNetwork;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.devicehive.ServerProfile;
import dev.latchkey.fake.junit.Fake;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tokens reach that were created: read with them, from the server's other API. */
class ReachTest {
    @Fake
    final FakeDeviceHive fake = FakeDeviceHive.empty();

    @BeforeEach
    void twoNetworksWithADeviceEach() {
        arrange(
                fake,
                FakeUser.client("jane", Marked.PASSWORD).id(10).networks(1).deviceTypes(1));
    }

    @Test
    void allNetworksAndDeviceTypesListThoseOfTheUser() {
        String token = create(fake, NewToken.builder(10).allNetworks().allDeviceTypes());

        assertThat(read(fake, token, "/network")).contains("Sample Network").doesNotContain("north");
        assertThat(read(fake, token, "/device")).contains("lamp").doesNotContain("oven");
    }

    @Test
    void allNetworksAndDeviceTypesOpenADeviceOfAForeignNetworkToWhoKnowsItsId() {
        String token = create(fake, NewToken.builder(10).allNetworks().allDeviceTypes());

        assertThat(read(fake, token, "/device/oven")).contains("\"networkId\":2");
    }

    @Test
    void whatALoginTokenNamesReachesExactlyTheUsersOwn() {
        JwtPayload jane = login(fake);
        String token = create(fake, NewToken.builder(10).networksOf(jane).deviceTypesOf(jane));

        assertThat(read(fake, token, "/network")).contains("Sample Network").doesNotContain("north");
        assertThat(read(fake, token, "/device")).contains("lamp").doesNotContain("oven");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> read(fake, token, "/network/2"));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> read(fake, token, "/device/oven"));
    }

    @Test
    void aUserThatIsGivenANetworkMakesATokenThatReachesJustThat() {
        fake.addUser(FakeUser.admin("admin", Marked.PASSWORD).build());
        long ann;
        try (DeviceHiveClient admin = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("admin", Marked.PASSWORD)
                .build()) {
            ann = admin.users()
                    .create(NewUser.builder("ann", Marked.PASSWORD, UserRole.CLIENT)
                            .build())
                    .execute()
                    .id();
            admin.users().assignNetwork(ann, 2).execute();
        }
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("ann", Marked.PASSWORD)
                .build()) {
            JwtPayload reach = client.token()
                    .login("ann", Marked.PASSWORD)
                    .execute()
                    .accessPayload()
                    .orElseThrow();
            NewToken.Builder everything = NewToken.builder(ann).allNetworks().allDeviceTypes();
            NewToken.Builder exactly = NewToken.builder(ann).networksOf(reach).deviceTypesOf(reach);
            for (NewToken.Builder token : List.of(exactly, everything)) {
                String issued = client.token()
                        .create(token.actions(Action.GET_NETWORK, Action.GET_DEVICE)
                                .build())
                        .execute()
                        .accessToken();

                assertThat(read(fake, issued, "/network")).contains("north").doesNotContain("Sample Network");
                assertThat(read(fake, issued, "/device")).contains("oven").doesNotContain("lamp");
                assertThat(count(issued)).isEqualTo(1);
            }
        }
    }

    private long count(String token) {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(token)
                .build()) {
            return client.networks().count(NameQuery.all()).execute();
        }
    }

    @Test
    void allDevicesOfALegacyServerAreListed() {
        try (FakeDeviceHive old = FakeDeviceHive.empty(ServerProfile.LEGACY)) {
            arrange(old, FakeUser.client("jane", Marked.PASSWORD).id(10).networks(1));
            String token = create(old, NewToken.builder(10).allNetworks().allDevices());

            assertThat(read(old, token, "/device")).contains("lamp").doesNotContain("oven");
        }
    }

    private static void arrange(FakeDeviceHive fake, FakeUser.Builder user) {
        fake.addUser(user.build())
                .addNetwork(new FakeNetwork(2, "north", null))
                .addDevice(new FakeDevice("lamp", "A lamp", 1, 1))
                .addDevice(new FakeDevice("oven", "An oven", 2, 3));
    }

    private static JwtPayload login(FakeDeviceHive fake) {
        try (DeviceHiveClient client =
                DeviceHiveClient.builder().baseUrl(fake.baseUrl()).build()) {
            return client.token()
                    .login("jane", Marked.PASSWORD)
                    .execute()
                    .accessPayload()
                    .orElseThrow();
        }
    }

    private static String create(FakeDeviceHive fake, NewToken.Builder token) {
        DeviceHiveClient.Builder builder =
                DeviceHiveClient.builder().baseUrl(fake.baseUrl()).credentials("jane", Marked.PASSWORD);
        boolean legacy = fake.baseUrl().endsWith("/api/rest");
        try (DeviceHiveClient client = (legacy ? builder.legacy() : builder).build()) {
            NewToken wanted =
                    token.actions(Action.GET_NETWORK, Action.GET_DEVICE).build();
            return client.token().create(wanted).execute().accessToken();
        }
    }

    private static String read(FakeDeviceHive fake, String token, String path) {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.deviceApiUrl())
                .accessToken(token)
                .build()) {
            return client.request("GET", path).returningText().execute();
        }
    }
}
