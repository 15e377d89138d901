package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.Failure;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.core.vendor.TokenGrant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** {@code session()} as a user meets it; the session's own rules have their tests beside the engine. */
class SessionOperationsTest extends HttpTest {

    @Test
    void nothingHappensBeforeAnOperationIsExecuted() {
        HttpApi http = http();

        var unused = http.session().login();

        assertThat(http.session().state()).isEqualTo(SessionState.NEW);
        assertThat(vendor.logins).hasValue(0);
        assertThat(unused.toString()).isEqualTo("session login");
    }

    @Test
    void logsInRenewsAndLogsOut() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpApi http = http(builder().listener(new SessionListener() {
            @Override
            public void loggedOut(LogoutResult result) {
                told.add("logged out");
            }
        }));

        assertThat(http.session().login().execute()).isEqualTo(SessionState.ACTIVE);
        assertThat(http.isOwnAccessToken(TestVendor.token(1))).isTrue();
        assertThat(http.session().renew().executeAsync().get()).isEqualTo(SessionState.ACTIVE);
        assertThat(http.isOwnAccessToken(TestVendor.token(1))).isFalse();
        assertThat(http.isOwnRefreshToken(TestVendor.LEAK + "-refresh-2")).isTrue();
        assertThat(http.session().expiresAt()).isEmpty();
        assertThat(http.profile()).isNull();
        assertThat(http.session().logout().execute()).isEqualTo(LogoutResult.LOCAL_ONLY);
        assertThat(http.session().toString()).isEqualTo("Session[LOGGED_OUT]");
        await().until(() -> told.contains("logged out"));
        assertThatThrownBy(http.get("/x").returningText()::execute).isInstanceOf(SessionExpiredException.class);
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void stepsOfTheVendorsRunAsALoginOfTheSession() throws Exception {
        HttpApi http = http();
        List<String> ran = new CopyOnWriteArrayList<>();
        Credentials jane = new Credentials("jane", TestVendor.LEAK);
        Operation<SessionState> login = http.login(jane, () -> {
            ran.add(Thread.currentThread().getName());
            return TokenGrant.lasting(new Tokens(TestVendor.token(40 + ran.size()), null, null), null, null);
        });
        assertThat(ran).isEmpty();

        assertThat(login.execute()).isEqualTo(SessionState.ACTIVE);
        assertThat(http.isOwnAccessToken(TestVendor.token(41))).isTrue();
        assertThat(login.executeAsync().get(10, TimeUnit.SECONDS)).isEqualTo(SessionState.ACTIVE);
        assertThat(http.isOwnAccessToken(TestVendor.token(42))).isTrue();
        assertThat(ran).hasSize(2).allMatch(thread -> thread.startsWith("latchkey-session-"));
    }

    @Test
    void stepsThatFailChangeNothing() {
        HttpApi http = http();
        http.session().login().execute();
        Credentials jane = new Credentials("jane", TestVendor.LEAK);
        Operation<SessionState> login = http.login(jane, () -> {
            throw new MfaRequiredException(Failure.local("POST", "/login", "The code was wrong."), null);
        });

        assertThatThrownBy(login::execute)
                .isExactlyInstanceOf(MfaRequiredException.class)
                .hasMessageContaining("The code was wrong.");
        assertThat(http.isOwnAccessToken(TestVendor.token(1))).isTrue();
        assertThat(http.session().state()).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void aFailureIsTheSameForAllWaysToWait() {
        vendor.issue = n -> {
            throw new UnauthorizedException(Failure.local("POST", "/token", "no"), null);
        };
        HttpApi http = http();

        assertThatThrownBy(http.session().login()::execute).isExactlyInstanceOf(SessionExpiredException.class);
        CompletableFuture<SessionState> future = http.session().login().executeAsync();
        assertThatThrownBy(() -> future.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(SessionExpiredException.class);
        AtomicReference<Throwable> seen = new AtomicReference<>();
        CompletableFuture<SessionState> handled =
                http.session().login().executeAsync(Runnable::run).whenComplete((value, failure) -> seen.set(failure));
        await().until(handled::isDone);
        assertThat(seen.get()).isExactlyInstanceOf(SessionExpiredException.class);
    }

    @Test
    void theGivenExecutorCompletesTheFuture() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(work -> new Thread(work, "the-users-own"));
        try {
            CountDownLatch go = new CountDownLatch(1);
            vendor.issue = n -> {
                await().until(() -> go.getCount() == 0);
                return new Tokens(TestVendor.token(n), null, null);
            };
            CompletableFuture<String> thread = http().session()
                    .login()
                    .executeAsync(executor)
                    .thenApply(state -> Thread.currentThread().getName());
            go.countDown();

            assertThat(thread.get(10, TimeUnit.SECONDS)).isEqualTo("the-users-own");
        } finally {
            executor.shutdown();
        }
    }

    @Test
    void anExecutorThatTakesNothingMoreDoesNotLoseTheOutcome() throws Exception {
        CompletableFuture<SessionState> future = http().session().login().executeAsync(work -> {
            throw new RejectedExecutionException("full");
        });

        assertThat(future.get(10, TimeUnit.SECONDS)).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void whoGivesUpWaitingStopsNothing() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        vendor.issue = n -> {
            await().until(() -> go.getCount() == 0);
            return new Tokens(TestVendor.token(n), null, null);
        };
        HttpApi http = http();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                http.session().login().execute();
            } catch (Throwable e) {
                thrown.set(e);
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        await().until(() -> vendor.logins.get() == 1);

        http.session().renew().executeAsync().cancel(true);
        caller.interrupt();
        caller.join(10_000);
        go.countDown();

        assertThat(thrown.get()).isExactlyInstanceOf(CallInterruptedException.class);
        assertThat(flag.get()).isTrue();
        await().until(() -> http.session().state() == SessionState.ACTIVE);
        assertThat(vendor.logins).hasValue(1);
    }

    @Test
    void anotherUserCannotLogInToAClientOfAKnownOne() {
        HttpApi http = http();

        assertThatThrownBy(http.session().login(new Credentials("john", TestVendor.LEAK))::execute)
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void anIdentityThatIsANameOnlyTakesAnyUser() {
        HttpApi http = http(builder().identity("robot").tokenStore(TokenStore.inMemory()));

        assertThat(http.session()
                        .login(new Credentials("john", TestVendor.LEAK))
                        .execute())
                .isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void aListenerThatWasRemovedIsToldNothing() {
        List<String> told = new CopyOnWriteArrayList<>();
        SessionListener listener = new SessionListener() {
            @Override
            public void renewed() {
                told.add("renewed");
            }
        };
        HttpApi http = http();
        http.session().addListener(listener);
        http.session().login().execute();
        await().until(() -> told.size() == 1);

        http.session().removeListener(listener);
        http.session().renew().execute();
        http.session().logout().execute();

        assertThat(told).hasSize(1);
    }
}
