package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionLoginTest {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;

    private final MockWebServer server = new MockWebServer();

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theFirstCallLogsInAndCarriesTheToken() throws InterruptedException {
        Instant expiry = Instant.now().plus(Duration.ofHours(12)).truncatedTo(ChronoUnit.MILLIS);
        answer("{\"token\":\"jwt-" + SecretLeaks.MARKER + "\",\"expiresAt\":\"" + expiry + "\"}");
        answer("{\"username\":\"jane\",\"mfa\":{\"enabled\":\"true\",\"enforced\":0}}");
        try (ConnectwareClient client = open()) {
            SessionInfo info = client.auth().session().execute();

            assertThat(info.mfa()).isEqualTo(new MfaState(true, false));
            assertThat(client.session().expiresAt())
                    .hasValueSatisfying(known -> assertThat(known).isCloseTo(expiry, within(5, ChronoUnit.SECONDS)));
            assertThat(client.session().logout().execute()).isEqualTo(LogoutResult.LOCAL_ONLY);
            assertThat(client.session().state()).isEqualTo(SessionState.LOGGED_OUT);
        }
        RecordedRequest login = server.takeRequest();
        assertThat(login.getRequestLine()).isEqualTo("POST /api/login HTTP/1.1");
        assertThat(login.getHeaders().get("Authorization")).isNull();
        assertThat(login.getBody().utf8()).isEqualTo("{\"username\":\"jane\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(server.takeRequest().getHeaders().get("Authorization"))
                .isEqualTo("Bearer jwt-" + SecretLeaks.MARKER);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aSecondFactorThatNobodyGivesIsNamed() {
        answer("{\"needsMfa\":true,\"secret\":\"" + SecretLeaks.MARKER + "\"}");
        try (ConnectwareClient client = open()) {
            assertThatExceptionOfType(MfaRequiredException.class)
                    .isThrownBy(() -> client.auth().session().execute());
        }
    }

    private ConnectwareClient open() {
        return ConnectwareClient.builder()
                .baseUrl(server.url("/").toString())
                .credentials("jane", PASSWORD)
                .build();
    }

    private void answer(String json) {
        server.enqueue(new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(json)
                .build());
    }
}
