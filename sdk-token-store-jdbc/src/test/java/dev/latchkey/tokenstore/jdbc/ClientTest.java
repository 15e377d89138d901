package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.fake.Hold;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.IssuedTokens;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clients, as in two processes, that share a session through a database. */
class ClientTest extends OnEveryDatabase {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    private static final String TOKEN = "/v1/auth/token";
    private static final int ACCOUNT = 1234;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", PASSWORD);
    private final AtomicInteger storeFailures = new AtomicInteger();
    private ControlByWebClient first;
    private ControlByWebClient second;

    @BeforeEach
    void openClients() throws Exception {
        cloud.settings().secretMarker(SecretLeaks.MARKER);
        IssuedTokens issued = cloud.logIn("jane");
        SessionKey key = new SessionKey("controlbyweb", cloud.baseUrl(), "jane");
        Tokens tokens = new Tokens(issued.accessToken(), issued.refreshToken(), null);
        Sessions.save(store(), new StoredSession(key, 0, 1, tokens, Instant.now(), Duration.ofHours(1), null, null));
        first = client();
        second = client();
    }

    @AfterEach
    void closeClients() {
        if (first != null) {
            first.close();
            second.close();
        }
        cloud.close();
    }

    @Test
    void bothTakeUpTheSessionThatIsStored() throws Exception {
        read(first);
        read(second);
        assertThat(tokenRequests()).isZero();
        assertThat(database.query("SELECT vendor, identity_name, generation, version FROM latchkey_session"))
                .containsExactly("controlbyweb jane 0 1");
    }

    @Test
    void theSecondTakesUpWhatTheFirstHasRenewed() {
        read(first);
        read(second);
        first.session().renew().execute();
        read(second);
        assertThat(tokenRequests()).isEqualTo(1);
        assertThat(storeFailures).hasValue(0);
    }

    @Test
    void theSecondStopsWhenTheFirstLogsOut() throws Exception {
        read(first);
        read(second);
        first.session().logout().execute();
        assertThat(second.session().renew().executeAsync())
                .failsWithin(SOON)
                .withThrowableThat()
                .withMessageContaining("logged out");
        assertThat(tokenRequests()).isZero();
        await().untilAsserted(() -> assertThat(database.query("SELECT generation, phase FROM latchkey_session"))
                .containsExactly("1 FREE"));
    }

    /** The server has rotated, and the answer is on its way. */
    @Test
    void aConnectionLostDuringARenewalCostsNothing() throws Exception {
        read(first);
        read(second);
        CompletableFuture<?> renewal;
        CompletableFuture<?> other;
        try (Hold hold = cloud.holdAnswers("POST", TOKEN)) {
            renewal = first.session().renew().executeAsync();
            hold.awaitArrived(1, SOON);
            other = second.session().renew().executeAsync();
            database.breakConnections();
        }
        renewal.get(30, TimeUnit.SECONDS);
        other.get(30, TimeUnit.SECONDS);
        read(first);
        read(second);
        assertThat(tokenRequests()).isEqualTo(1);
        assertThat(cloud.refreshTokensPresentedMoreThanOnce()).isEmpty();
        assertThat(storeFailures).hasValue(0);
    }

    private ControlByWebClient client() {
        return ControlByWebClient.builder()
                .baseUrl(cloud.baseUrl())
                .identity("jane")
                .tokenStore(store())
                .listener(new SessionListener() {
                    @Override
                    public void storeFailed(Exception cause) {
                        storeFailures.incrementAndGet();
                    }
                })
                .build();
    }

    private static void read(ControlByWebClient client) {
        client.certificateRequestTokens(ACCOUNT).list().execute();
    }

    private int tokenRequests() {
        return cloud.journal().count("POST", TOKEN);
    }
}
