package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.CallCanceledException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Hold;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A wait, for a renewal or between two attempts, ends when its call does. */
class WaitingTest {
    private static final Duration SOON = Duration.ofSeconds(10);

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aTimeoutEndsTheWaitForARenewal(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            expire(subject, client);
            try (Hold hold = subject.holdRenewals()) {
                long start = System.nanoTime();
                assertThatThrownBy(() ->
                                client.read().timeout(Duration.ofMillis(200)).execute())
                        .isInstanceOf(CallTimeoutException.class);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(190), SOON);
                hold.awaitArrived(1, SOON);
            }
            client.read().execute();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aCancelEndsTheWaitForARenewal(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            expire(subject, client);
            try (Hold hold = subject.holdRenewals()) {
                CompletableFuture<?> waiting = client.read().executeAsync();
                hold.awaitArrived(1, SOON);
                waiting.cancel(true);
                assertThatThrownBy(waiting::get).isInstanceOf(CancellationException.class);
            }
            client.read().execute();
            assertThat(subject.reusedRefreshTokens()).isZero();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void anInterruptEndsTheWaitForARenewal(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            expire(subject, client);
            try (Hold hold = subject.holdRenewals()) {
                FutureTask<Boolean> call = new FutureTask<>(() -> {
                    assertThatThrownBy(() -> client.read().execute()).isInstanceOf(CallInterruptedException.class);
                    return Thread.currentThread().isInterrupted();
                });
                Thread thread = new Thread(call);
                thread.start();
                hold.awaitArrived(1, SOON);
                thread.interrupt();
                assertThat(call.get(10, TimeUnit.SECONDS)).isTrue();
            }
            client.read().execute();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aTimeoutEndsTheWaitBetweenTwoAttempts(Supplier<Subject> vendor) {
        try (Subject subject = vendor.get();
                TestClient client = subject.client()) {
            client.read().execute();
            Subject.Endpoint failing = subject.protectedEndpoint();
            subject.fake().faults().on(failing.method(), failing.path()).always(Fault.delay(Duration.ofSeconds(30)));
            assertThatThrownBy(
                            () -> client.read().timeout(Duration.ofMillis(300)).execute())
                    .isInstanceOf(CallTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void aFullDispatcherOfTheUsersDelaysNoneOfOurCalls(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get()) {
            Dispatcher dispatcher = new Dispatcher();
            dispatcher.setMaxRequests(1);
            OkHttpClient users =
                    new OkHttpClient.Builder().dispatcher(dispatcher).build();
            try (TestClient client = subject.client(options -> options.okHttpClient(users))) {
                expire(subject, client);
                Subject.Endpoint held = subject.protectedEndpoint();
                try (Hold hold = subject.fake().hold(held.method(), held.path())) {
                    OkHttpClient authorized =
                            client.session().authorize(users.newBuilder()).build();
                    Call stuck = authorized.newCall(
                            new Request.Builder().url(subject.protectedUrl()).build());
                    Ignored ignored = new Ignored();
                    stuck.enqueue(ignored);
                    hold.awaitArrived(1, SOON);

                    CompletableFuture<?> ours = client.read().executeAsync();
                    hold.awaitArrived(2, SOON);
                    hold.release();
                    ours.get(10, TimeUnit.SECONDS);
                    assertThat(ignored.status.get(10, TimeUnit.SECONDS)).isEqualTo(200);
                }
            } finally {
                dispatcher.executorService().shutdown();
                users.connectionPool().evictAll();
            }
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Subjects.class)
    void closingTheClientEndsCallsThatWait(Supplier<Subject> vendor) throws Exception {
        try (Subject subject = vendor.get()) {
            TestClient client = subject.client();
            expire(subject, client);
            Hold hold = subject.holdRenewals();
            List<CompletableFuture<?>> waiting =
                    List.of(client.read().executeAsync(), client.read().executeAsync());
            hold.awaitArrived(1, SOON);
            FutureTask<Boolean> close = new FutureTask<>(() -> {
                client.close();
                return true;
            });
            new Thread(close).start();
            for (CompletableFuture<?> call : waiting) {
                assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .cause()
                        .isNotInstanceOf(CallCanceledException.class)
                        .isInstanceOf(dev.latchkey.core.ClientClosedException.class);
            }
            hold.release();
            assertThat(close.get(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void expire(Subject subject, TestClient client) {
        client.read().execute();
        subject.fake().clock().advance(subject.beyondExpiry());
    }

    private static final class Ignored implements Callback {
        private final CompletableFuture<Integer> status = new CompletableFuture<>();

        @Override
        public void onFailure(Call call, java.io.IOException e) {
            status.completeExceptionally(e);
        }

        @Override
        public void onResponse(Call call, Response response) {
            try (response) {
                status.complete(response.code());
            }
        }
    }
}
