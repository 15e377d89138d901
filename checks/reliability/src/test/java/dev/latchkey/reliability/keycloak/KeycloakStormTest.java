package dev.latchkey.reliability.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many callers at once. Token requests are counted where they leave and where they arrive. */
@Tag("reliability")
@ExtendWith(KeycloakAtHand.class)
class KeycloakStormTest {
    private static final int CALLERS = 64;
    private static final int STORMS = 10;

    private final DeviceClock clock = new DeviceClock();
    private final TokenRequests requests = new TokenRequests();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    private final RealmUser user;

    KeycloakStormTest(Realm realm) {
        this.user = realm.newUser();
    }

    @AfterEach
    void endCallers() {
        callers.shutdownNow();
    }

    @Test
    void callersAtExpiryShareOneRefresh() throws Exception {
        try (KeycloakClient jane = jane().build()) {
            for (int storm = 0; storm < STORMS; storm++) {
                storm(List.of(jane));
                assertThat(requests.forTokens()).isEqualTo(storm + 1);
                clock.advance(Realm.LIFETIME);
            }
            assertThat(user.count("LOGIN")).isEqualTo(1);
            assertThat(user.count("REFRESH_TOKEN")).isEqualTo(STORMS - 1);
        }
    }

    @Test
    void callersWhoseSessionIsEndedShareOneLogin() throws Exception {
        try (KeycloakClient jane = jane().build()) {
            for (int storm = 0; storm < STORMS; storm++) {
                storm(List.of(jane));
                user.endSessions();
            }
            assertThat(requests.forTokens())
                    .as("each time a refresh that is refused and a login")
                    .isEqualTo(2 * STORMS - 1);
            assertThat(user.count("LOGIN")).isEqualTo(STORMS);
        }
    }

    @Test
    void clientsThatShareAStoreSpendNoRefreshTokenTwice() throws Exception {
        TokenStore store = TokenStore.inMemory();
        try (KeycloakClient one = jane().tokenStore(store).build();
                KeycloakClient other = jane().tokenStore(store).build()) {
            for (int storm = 0; storm < STORMS; storm++) {
                storm(List.of(one, other));
                clock.advance(Realm.LIFETIME);
            }
            assertThat(requests.forTokens()).isEqualTo(STORMS);
            assertThat(user.count("LOGIN")).isEqualTo(1);
            assertThat(user.count("REFRESH_TOKEN")).isEqualTo(STORMS - 1);
        }
    }

    @Test
    void tokensOfTwoSecondsFailNoCall() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        try (KeycloakClient jane = user.realm()
                .shortClient()
                .credentials(user.name(), RealmUser.PASSWORD)
                .build()) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
            List<CompletableFuture<Void>> loops = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                loops.add(CompletableFuture.runAsync(
                        () -> {
                            while (System.nanoTime() - end < 0) {
                                jane.userInfo().execute();
                                calls.incrementAndGet();
                            }
                        },
                        callers));
            }
            for (CompletableFuture<Void> loop : loops) {
                loop.get(1, TimeUnit.MINUTES);
            }
            assertThat(calls).hasValueGreaterThan(loops.size());
            assertThat(user.count("LOGIN")).isEqualTo(1);
            assertThat(user.count("REFRESH_TOKEN")).isBetween(2, 10);
        }
    }

    private KeycloakClient.Builder jane() {
        return user.client().okHttpClient(requests.counting()).timeSource(clock);
    }

    /** All call at once, in turns by these clients, and nobody fails. */
    private void storm(List<KeycloakClient> clients) throws Exception {
        CyclicBarrier start = new CyclicBarrier(CALLERS);
        List<Future<String>> calls = new ArrayList<>();
        for (int n = 0; n < CALLERS; n++) {
            KeycloakClient client = clients.get(n % clients.size());
            calls.add(callers.submit(() -> {
                start.await(10, TimeUnit.SECONDS);
                return client.userInfo().execute();
            }));
        }
        for (Future<String> call : calls) {
            assertThat(call.get(1, TimeUnit.MINUTES)).contains(user.name());
        }
    }
}
