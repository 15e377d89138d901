package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.fake.Hold;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.leakcheck.SecretLeaks;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two clients, as in two processes, that share a session through a database. */
abstract class ClientContract {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    private static final String TOKEN = "/v1/auth/token";
    private static final int ACCOUNT = 1234;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", PASSWORD);
    private final AtomicInteger storeFailures = new AtomicInteger();
    private TestDatabase database;
    private ControlByWebClient first;
    private ControlByWebClient second;

    abstract TestDatabase open() throws SQLException;

    @BeforeEach
    final void openClients() throws SQLException {
        database = open();
        cloud.settings().secretMarker(SecretLeaks.MARKER);
        first = client();
        second = client();
    }

    @AfterEach
    final void closeClients() throws SQLException {
        if (database != null) {
            first.close();
            second.close();
            database.close();
        }
        cloud.close();
    }

    @Test
    void theSecondTakesUpTheSessionOfTheFirst() throws Exception {
        read(first);
        read(second);
        assertThat(tokenRequests()).isEqualTo(1);
        assertThat(database.query("SELECT vendor, identity_name, generation, version FROM latchkey_session"))
                .containsExactly("controlbyweb jane 0 1");
    }

    @Test
    void theSecondTakesUpWhatTheFirstHasRenewed() {
        read(first);
        read(second);
        first.session().renew().execute();
        read(second);
        assertThat(tokenRequests()).isEqualTo(2);
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
        assertThat(tokenRequests()).isEqualTo(1);
        assertThat(database.query("SELECT generation, unfinished FROM latchkey_session"))
                .containsExactly("1 0");
    }

    /** The server has rotated, the answer is on its way, and the lock is gone with the connection. */
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
        assertThat(tokenRequests()).isEqualTo(2);
        assertThat(cloud.refreshTokensPresentedMoreThanOnce()).isEmpty();
        assertThat(storeFailures).hasValue(0);
    }

    private ControlByWebClient client() {
        return ControlByWebClient.builder()
                .baseUrl(cloud.baseUrl())
                .credentials("jane", PASSWORD)
                .tokenStore(JdbcTokenStore.on(database.dataSource()))
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
