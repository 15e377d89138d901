package dev.latchkey.fake.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client;
import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Tested;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The fake under many clients at once: it must be right before it can show that others are. */
class ControlByWebStormTest {
    private static final int THREADS = 64;
    private static final int ROUNDS = 8;

    @Tested
    final FakeControlByWeb fake = FakeControlByWeb.withUser("admin", "secret");

    private final Client client = new Client(fake);
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @RepeatedTest(3)
    void oneRefreshTokenIsExchangedOnceHoweverManyPresentIt() throws Exception {
        String refreshToken = fake.logIn("admin").refreshToken();

        List<Integer> statuses = together(() -> client.refresh(refreshToken).status());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 401)).hasSize(THREADS - 1);
        assertThat(fake.refreshTokensPresentedMoreThanOnce()).hasSize(1);
    }

    @Test
    void manySessionsAtOnceStayApart() throws Exception {
        Set<String> secrets = ConcurrentHashMap.newKeySet();

        List<Integer> renewals = together(() -> {
            Answer answer = client.logIn("admin", "secret");
            for (int i = 0; i < ROUNDS; i++) {
                assertThat(secrets.add(answer.text("access_token"))).isTrue();
                assertThat(secrets.add(answer.text("refresh_token"))).isTrue();
                assertThat(list(answer).status()).isEqualTo(200);
                Answer next = client.refresh(answer.text("refresh_token"));
                assertThat(list(answer).status()).isEqualTo(401);
                answer = next;
            }
            return ROUNDS;
        });

        assertThat(renewals).hasSize(THREADS);
        assertThat(secrets).hasSize(THREADS * ROUNDS * 2);
        assertThat(fake.journal().count("POST", "/v1/auth/token")).isEqualTo(THREADS * (ROUNDS + 1));
        assertThat(fake.refreshTokensPresentedMoreThanOnce()).isEmpty();
        assertThat(fake.journal().maxConcurrent()).isBetween(2, THREADS);
    }

    @Test
    void everyFaultAskedForHappensOnce() throws Exception {
        String token = fake.logIn("admin").accessToken();
        fake.faults().next(40, Fault.status(503));

        List<Integer> statuses = together(() -> {
            int refused = 0;
            for (int i = 0; i < 10; i++) {
                refused += create(token).status() == 503 ? 1 : 0;
            }
            return refused;
        });

        assertThat(statuses.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
        assertThat(fake.certificateRequestTokens(1234)).hasSize(THREADS * 10 - 40);
        assertThat(fake.certificateRequestTokens(1234).stream()
                        .map(CertificateRequestToken::id)
                        .distinct())
                .hasSize(THREADS * 10 - 40);
    }

    private Answer list(Answer tokens) throws IOException {
        return client.authorized("GET", "/v1/accounts/1234/tokens", tokens.text("access_token"));
    }

    private Answer create(String accessToken) throws IOException {
        return client.authorized("POST", "/v1/accounts/1234/tokens/create", accessToken);
    }

    private List<Integer> together(Callable<Integer> call) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(THREADS);
        List<Future<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            calls.add(threads.submit(() -> {
                barrier.await();
                return call.call();
            }));
        }
        List<Integer> results = new ArrayList<>();
        for (Future<Integer> result : calls) {
            results.add(result.get(60, TimeUnit.SECONDS));
        }
        return results;
    }
}
