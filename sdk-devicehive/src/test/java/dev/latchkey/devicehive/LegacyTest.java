package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.devicehive.ServerProfile;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server before 3.4.3, from the login to a token that is limited to a device. */
class LegacyTest {
    @Fake
    final FakeDeviceHive fake = FakeDeviceHive.withUser(
            ServerProfile.LEGACY, FakeUser.admin("jane", Marked.PASSWORD).id(1).build());

    @Test
    void aTokenIsLimitedToDevicesAndItsLongNamesAreRead() {
        fake.settings().secretMarker(SecretLeaks.MARKER);
        Instant end = fake.clock().instant().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .legacy()
                .build()) {
            assertThat(fake.baseUrl()).endsWith("/api/rest");
            JwtTokens tokens = client.token()
                    .create(NewToken.builder(1)
                            .actions(Action.GET_DEVICE, Action.GET_DEVICE_COMMAND)
                            .networks(1)
                            .deviceIds("abc", "def")
                            .expiration(end)
                            .build())
                    .execute();

            assertThat(tokens.accessPayload().orElseThrow())
                    .isEqualTo(new JwtPayload(
                            JwtPayload.Type.ACCESS,
                            1L,
                            null,
                            List.of(Action.GET_DEVICE, Action.GET_DEVICE_COMMAND),
                            List.of("1"),
                            null,
                            List.of("abc", "def"),
                            end));
            assertThat(client.token()
                            .refresh(tokens.refreshToken())
                            .execute()
                            .accessPayload()
                            .orElseThrow()
                            .deviceIds())
                    .containsExactly("abc", "def");
        }
    }

    @Test
    void theSessionReadsItsExpiryFromLongNames() {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .legacy()
                .build()) {
            client.session().login().execute();

            assertThat(client.session().expiresAt().orElseThrow())
                    .isBetween(
                            fake.clock().instant().plus(Duration.ofMinutes(29)),
                            fake.clock().instant().plus(Duration.ofMinutes(31)));
        }
    }
}
