package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** With the versions that Spring Boot manages: of Kotlin, SLF4J and JUnit. */
class SessionTest {
    @Fake
    final FakeConnectware connectware = FakeConnectware.withAdmin("admin", "secret");

    @Test
    void aSessionGoesOnAfterItsTokenHasExpired() {
        try (ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(connectware.baseUrl())
                .credentials("admin", "secret")
                .build()) {
            assertThat(client.roles().list().execute()).isNotEmpty();

            connectware.clock().advance(Duration.ofDays(2));

            assertThat(client.roles().list().execute()).isNotEmpty();
            assertThat(connectware.journal().count("POST", "/api/login")).isEqualTo(2);
        }
    }
}
