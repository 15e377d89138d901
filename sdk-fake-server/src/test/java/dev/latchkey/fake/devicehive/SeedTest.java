package dev.latchkey.fake.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.fake.FakeServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    @Test
    void theExampleIsServed() throws Exception {
        try (FakeDeviceHive fake = FakeDeviceHive.fromSeed(example())) {
            HiveClient client = new HiveClient(fake);

            String jane = client.logIn("jane", "her-password").text("accessToken");
            assertThat(fake.payload(jane).userId()).isEqualTo(10);
            assertThat(fake.payload(jane).networkIds()).containsExactly("1", "2");
            assertThat(fake.payload(jane).deviceTypeIds()).containsExactly("1", "3");
            assertThat(client.createForPlugin(jane, "{'tpc': 'plugin_topic_aaaa'}")
                            .status())
                    .isEqualTo(201);
            assertThat(client.logIn("joe", "his-password").text("message")).isEqualTo("User is locked or disabled");
            String admin = client.logIn("admin", "secret").text("accessToken");
            assertThat(fake.payload(admin).actions()).containsExactly(0);
        }
    }

    @Test
    void aResetGoesBackToTheSeed() throws Exception {
        try (FakeDeviceHive fake = FakeDeviceHive.fromSeed(example())) {
            fake.changePassword("jane", "another-password").removeUser("admin").removePlugin("plugin_topic_aaaa");
            fake.settings().loginAttempts(1).pluginAuthenticationBroken(true);

            fake.reset();

            HiveClient client = new HiveClient(fake);
            assertThat(client.logIn("jane", "wrong").status()).isEqualTo(401);
            assertThat(client.logIn("jane", "her-password").status()).isEqualTo(201);
            assertThat(client.logIn("admin", "secret").status()).isEqualTo(201);
            assertThat(client.authenticatePlugin(fake.sign(TokenPayload.pluginAccess("plugin_topic_aaaa")))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void everySettingIsRead() {
        String seed = "{'devicehive': {'profile': 'legacy', 'settings': {'accessTokenSeconds': 0.3,"
                + " 'refreshTokenSeconds': 2, 'loginAttempts': 3, 'pluginAuthenticationBroken': true, 'deviceApi': true,"
                + " 'signingSecret': 'c2VjcmV0', 'secretMarker': 'LEAK7Q4Z'}, 'users': [{'login': 'jane', 'password':"
                + " 'hers', 'status': 'locked'}]}}";
        try (FakeDeviceHive fake = FakeDeviceHive.fromSeed(seed.replace('\'', '"'))) {
            assertThat(fake.baseUrl()).endsWith("/api/rest");
            assertThat(fake.settings().accessTokenLifetime()).isEqualTo(Duration.ofMillis(300));
            assertThat(fake.settings().refreshTokenLifetime()).isEqualTo(Duration.ofSeconds(2));
            assertThat(fake.settings().loginAttempts()).isEqualTo(3);
            assertThat(fake.settings().pluginAuthenticationBroken()).isTrue();
            assertThat(fake.settings().deviceApi()).isTrue();
            assertThat(fake.settings().signingSecret()).isEqualTo("c2VjcmV0");
            assertThat(fake.settings().secretMarker()).isEqualTo("LEAK7Q4Z");
            assertThat(fake.user("jane").status()).isEqualTo(UserStatus.LOCKED_OUT);
            assertThat(fake.user("jane").isAdmin()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | seed has no member 'devicehive'",
                "{'devicehive': {'profile': '3.1'}} | seed.devicehive.profile has to be one of 4.1, legacy",
                "{'devicehive': {'gadgets': []}} | seed.devicehive has no member 'gadgets'",
                "{'devicehive': {'devices': [{'id': 'lamp', 'name': 'A lamp', 'network': 9, 'deviceType': 1}]}}"
                        + " | network 9, which does not exist",
                "{'devicehive': {'settings': {'fast': true}}} | seed.devicehive.settings has no member 'fast'",
                "{'devicehive': {'settings': {'signingSecret': '---'}}} | four characters of base 64",
                "{'devicehive': {'users': [{'login': 'j'}]}} | seed.devicehive.users[0].password is missing",
                "{'devicehive': {'users': [{'login': 'j', 'password': 'LEAK7Q4Z', 'role': 'root'}]}}"
                        + " | users[0].role has to be one of client, admin",
                "{'devicehive': {'users': [{'login': 'j', 'password': 'LEAK7Q4Z', 'status': 'gone'}]}}"
                        + " | users[0].status has to be one of active, locked, disabled",
                "{'devicehive': {'users': [{'login': 'j', 'password': 'LEAK7Q4Z', 'networks': ['1']}]}}"
                        + " | users[0].networks has to be a list of whole numbers",
                "{'devicehive': {'plugins': [{'topic': 't', 'owner': 'nobody'}]}} | no user nobody; there are []",
                "{'devicehive': {'plugins': [{'topic': 't'}]}} | plugins[0].owner is missing",
            })
    void aMistakeIsNamed(String seed, String message) {
        assertThatThrownBy(() -> FakeDeviceHive.fromSeed(seed.replace('\'', '"')))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("LEAK7Q4Z");
    }

    private static String example() throws IOException {
        try (InputStream in = FakeServer.class.getResourceAsStream("example-seed.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
