package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakeUser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Instances of a service with one authenticator, in the 30 seconds of one code. The server takes each code once. */
class TotpFleetTest {
    private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    private static final Duration STEP = Duration.ofSeconds(30);

    private final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");
    private final List<ConnectwareClient> clients = new ArrayList<>();

    TotpFleetTest() {
        fake.users()
                .add(FakeUser.builder("svc")
                        .password("plant-secret")
                        .mfa(SECRET)
                        .build());
        fake.clock().freeze();
    }

    @AfterEach
    void close() {
        clients.forEach(ConnectwareClient::close);
        fake.close();
    }

    private ConnectwareClient client(TokenStore store, OneTimePassword source) {
        ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("svc", "plant-secret")
                .oneTimePassword(source)
                .timeSource(new FakeTime(fake.clock()))
                .tokenStore(store)
                .tokenTimeout(Duration.ofDays(1)) // By the fake's clock, which is moved in leaps.
                .build();
        clients.add(client);
        return client;
    }

    @Test
    void sevenInstancesOfOneStoreAreAllInWithNoCodeSentTwiceAndNoneRefused() throws Exception {
        TokenStore store = TokenStore.inMemory();
        List<CompletableFuture<SessionState>> logins = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            logins.add(client(store, OneTimePassword.totp(SECRET))
                    .session()
                    .login()
                    .executeAsync());
        }
        CompletableFuture<Void> all = CompletableFuture.allOf(logins.toArray(new CompletableFuture<?>[0]));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    if (!all.isDone()) {
                        fake.clock().advance(STEP);
                    }
                    return all.isDone();
                });
        all.get(1, TimeUnit.SECONDS);
        assertThat(fake.journal().count("POST", "/api/mfa/login")).isBetween(1, 7);
        for (ConnectwareClient client : clients) {
            client.auth().session().execute();
        }
    }

    @Test
    void aHooksCodeThatAnotherInstanceHasSentIsAPassingFailure() {
        TokenStore store = TokenStore.inMemory();
        OneTimePassword hook = OneTimePassword.unattended(() -> fake.oneTimePassword("svc"));
        client(store, hook).session().login().execute();
        ConnectwareClient second = client(store, hook);
        assertThatThrownBy(() -> second.session().login().execute())
                .isInstanceOfSatisfying(RenewalFailedException.class, e -> {
                    assertThat(e.retryable()).isTrue();
                    assertThat(e.retryAfter().orElseThrow()).isLessThanOrEqualTo(STEP);
                });
        assertThat(fake.journal().count("POST", "/api/mfa/login")).isEqualTo(1);
        fake.clock().advance(STEP);
        second.session().login().execute();
    }

    @Test
    void withoutACommonStoreAnInstanceIsRefusedOnceAndIsInWithTheNextCode() {
        client(TokenStore.inMemory(), OneTimePassword.totp(SECRET))
                .auth()
                .session()
                .execute();
        ConnectwareClient second = client(TokenStore.inMemory(), OneTimePassword.totp(SECRET));
        assertThatThrownBy(() -> second.auth().session().execute())
                .isInstanceOfSatisfying(
                        RenewalFailedException.class,
                        e -> assertThat(e.retryable()).isTrue());
        fake.clock().advance(STEP);
        second.auth().session().execute();
        assertThat(fake.journal().count("POST", "/api/mfa/login")).isEqualTo(3);
    }
}
