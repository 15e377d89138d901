package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.fake.junit.RegisteredFake;
import dev.latchkey.fake.webitel.FakeWebitel;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The ways to have a fake in a test class. */
class FakesInJUnitTest {
    @Fake
    static final FakeConnectware SHARED = FakeConnectware.withAdmin("admin", "secret");

    @RegisterExtension
    static final RegisteredFake<FakeWebitel> WEBITEL =
            RegisteredFake.of(FakeWebitel.withUser("100@mydomain.com", "secret"));

    @RepeatedTest(2)
    void aStaticFakeIsSharedAndHasNoTracesOfTheTestBefore() {
        assertThat(SHARED.journal().count()).isZero();
        try (ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(SHARED.baseUrl())
                .credentials("admin", "secret")
                .build()) {
            assertThat(client.users().get(SHARED.users().id("admin")).execute().username())
                    .isEqualTo("admin");
        }
        SHARED.clock().advance(Duration.ofHours(13));
    }

    @Test
    void startsWithNobodyLoggedIn(@Fake(username = "jane", password = "secret") FakeControlByWeb cloud) {
        assertThat(cloud.liveSessions()).isZero();
    }

    @Test
    void aRegisteredFakeIsAnExtensionThatHoldsTheFake() {
        assertThat(WEBITEL.fake().liveSessions()).isZero();
    }
}
