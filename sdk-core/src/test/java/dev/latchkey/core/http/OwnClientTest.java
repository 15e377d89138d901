package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnClientTest {

    @Test
    void deadHttp2ConnectionsAreFoundByPings() {
        assertThat(OwnClient.keeping(1).pingIntervalMillis()).isEqualTo(30_000);
    }
}
