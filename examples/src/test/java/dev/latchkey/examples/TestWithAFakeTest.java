package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.JournalEntry;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How to test a program of one's own against the fake: here one that hands out a token to each new device. */
class TestWithAFakeTest {
    @Fake
    final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");

    @Test
    void aNewDeviceGetsATokenThatTheCloudAccepts() {
        try (ControlByWebClient client = open()) {
            String token = new DeviceOnboarding(client).tokenForNewDevice();

            assertThat(cloud.acceptsCertificateRequestToken(token)).isTrue();
        }
    }

    @Test
    void onboardingGoesOnOverNight() {
        try (ControlByWebClient client = open()) {
            DeviceOnboarding onboarding = new DeviceOnboarding(client);
            onboarding.tokenForNewDevice();

            cloud.clock().advance(Duration.ofHours(25)); // the token of the session is now expired

            assertThat(cloud.acceptsCertificateRequestToken(onboarding.tokenForNewDevice()))
                    .isTrue();
            assertThat(cloud.journal().count("POST", "/v1/auth/token")).isEqualTo(2);
        }
    }

    @Test
    void aClientThatFollowsTheFakesClockRenewsBeforeItsTokenIsRefused() {
        FakeControlByWeb fake = cloud;
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", "secret")
                .timeSource(TimeSource.following(fake.clock()::instant))
                .build()) {
            DeviceOnboarding onboarding = new DeviceOnboarding(client);
            onboarding.tokenForNewDevice();

            cloud.clock().advance(Duration.ofHours(25));

            onboarding.tokenForNewDevice();
            assertThat(cloud.journal().requests())
                    .extracting(JournalEntry::status)
                    .doesNotContain(401);
        }
    }

    @Test
    void aTokenIsNotCreatedTwiceWhenTheCloudFails() {
        cloud.faults()
                .on("POST", "/v1/accounts/{AccountId}/tokens/create")
                .next(Fault.status(503).retryAfter(1));
        try (ControlByWebClient client = open()) {
            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> new DeviceOnboarding(client).tokenForNewDevice());

            assertThat(cloud.journal().count("POST", "/v1/accounts/{AccountId}/tokens/create"))
                    .isEqualTo(1);
        }
    }

    private ControlByWebClient open() {
        return ControlByWebClient.builder()
                .baseUrl(cloud.baseUrl())
                .credentials("jane", "secret")
                .build();
    }

    /** The program under test. */
    private record DeviceOnboarding(ControlByWebClient client) {
        String tokenForNewDevice() {
            return client.certificateRequestTokens(1234).create().execute().token();
        }
    }
}
