package dev.latchkey.tokenstore.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres")
class PostgresRestartTest {
    private static PostgresServer server;

    @BeforeAll
    static void startServer() throws Exception {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stopServer() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    private final JdbcTokenStore store =
            JdbcTokenStore.on(DriverDataSource.of(server.url())).patience(Duration.ofMinutes(1));

    @Test
    void aSectionGoesOnAfterARestart() throws Exception {
        long version = nextVersion();
        try (Holder holder = Holder.inside(store, Sessions.JANE)) {
            holder.save(Sessions.version(version));
            server.restart();
            assertThat(holder.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(version));
            server.restart();
            holder.save(Sessions.version(version + 1));
            holder.leave();
        }
        assertThat(store.load(Sessions.JANE)).isEqualTo(Sessions.version(version + 1));
    }

    @Test
    void whoWaitsWhenTheServerGoesDownGetsInWhenItIsBack() throws Exception {
        long version = nextVersion();
        try (Holder holder = Holder.inside(store, Sessions.JANE);
                Holder waiting = Holder.waiting(store, Sessions.JANE, RowContract.LONG)) {
            holder.save(Sessions.version(version));
            server.halt();
            var save = holder.start(entry -> {
                entry.save(Sessions.version(version + 1));
                return true;
            });
            server.startAgain();
            assertThat(save.get()).isTrue();
            assertThat(waiting.isInside()).isFalse();
            holder.leave();
            waiting.awaitInside();
            assertThat(waiting.<StoredSession>step(TokenStore.Entry::load)).isEqualTo(Sessions.version(version + 1));
            waiting.leave();
        }
    }

    private long nextVersion() throws Exception {
        StoredSession found = store.load(Sessions.JANE);
        return found == null ? 1 : found.version() + 1;
    }
}
