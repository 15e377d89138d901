package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloseTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCallInFlightFailsAtOnce(boolean anonymous) throws Exception {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        HttpApi http = http();
        Endpoint endpoint = http.get("/x");
        CompletableFuture<String> async =
                (anonymous ? endpoint.anonymous() : endpoint).returningText().executeAsync();
        taken();

        http.close();

        assertThatThrownBy(() -> async.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
    }

    @Test
    void aBlockingCallInFlightFailsAtOnce() throws Exception {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        HttpApi http = http();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                http.get("/x").returningText().execute();
            } catch (Throwable e) {
                thrown.set(e);
            }
        });
        caller.start();
        taken();

        http.close();

        caller.join(10_000);
        assertThat(thrown.get()).isExactlyInstanceOf(ClientClosedException.class);
    }

    @Test
    void aRenewalInFlightComesHomeAndItsTokensAreSaved() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch refreshing = new CountDownLatch(1);
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                if (!request.getTarget().equals("/token")) {
                    return new MockResponse.Builder().code(401).build();
                }
                boolean refresh = request.getBody().utf8().startsWith("refresh_token");
                if (refresh) {
                    refreshing.countDown();
                    go.await(20, TimeUnit.SECONDS);
                }
                return new MockResponse.Builder()
                        .body(TestVendor.token(refresh ? 2 : 1))
                        .build();
            }
        });
        vendor.service = RemoteTokens::new;
        TokenStore store = TokenStore.inMemory();
        HttpApi http = http(builder().tokenStore(store));
        CompletableFuture<String> call = http.get("/x").returningText().executeAsync();
        refreshing.await();

        CompletableFuture<Void> closing = CompletableFuture.runAsync(http::close);
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
        assertThat(closing).isNotDone();
        go.countDown();
        closing.get(10, TimeUnit.SECONDS);

        StoredSession saved = store.load(new SessionKey("test", http.baseUrl(), "jane"));
        assertThat(saved)
                .isNotNull()
                .extracting(StoredSession::tokens)
                .extracting(Tokens::accessToken)
                .isEqualTo(TestVendor.token(2));
        assertThat(http.session().state()).isEqualTo(SessionState.CLOSED);
    }

    @Test
    void closingTwiceIsClosing() {
        HttpApi http = http();

        http.close();
        http.close();

        assertThatThrownBy(http.session().login()::execute).isInstanceOf(ClientClosedException.class);
    }

    @Test
    void aClientThatWasNeverUsedClosesWithoutATrace() {
        http().close();

        assertThat(server.getRequestCount()).isZero();
        assertThat(vendor.logins).hasValue(0);
    }

    @Test
    void theConnectionsOfOurOwnPoolAreClosed() {
        answer(200);
        HttpApi http = http();
        http.get("/x").returningNothing().execute();
        assertThat(http.connections()).isEqualTo(1);

        http.close();

        assertThat(http.connections()).isZero();
    }

    @Test
    void aConnectionThatWasInUseAtTheCloseIsNotKeptEither() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        server.setDispatcher(new mockwebserver3.Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
                go.await(20, TimeUnit.SECONDS);
                return new MockResponse.Builder().body("x").build();
            }
        });
        HttpApi http = http();
        CompletableFuture<String> future = http.get("/x").returningText().executeAsync();
        taken();

        http.close();
        go.countDown();

        await().until(future::isDone);
        await().until(() -> http.connections() == 0);
    }

    @Test
    void closingFromACallbackOfTheClientDoesNotBlock() {
        answer(200, "a");
        HttpApi http = http();

        CompletableFuture<String> future =
                http.get("/x").returningText().executeAsync().whenComplete((value, failure) -> http.close());

        assertThat(future.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("a");
    }
}
