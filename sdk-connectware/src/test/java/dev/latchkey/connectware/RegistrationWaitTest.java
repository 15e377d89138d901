package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.ClientClosedException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.ServerErrorException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A registration that asks until it is decided, on the caller's thread and without one. */
class RegistrationWaitTest extends ServerTest {
    private static final Duration LONG = Duration.ofDays(1);
    private static final NewRegistration DEVICE =
            NewRegistration.builder("iot.device.7").password(PASSWORD).build();

    /** The ways to wait, which must not differ in their outcomes. */
    enum Way {
        BLOCKING {
            @Override
            Registration run(RegistrationWait wait) {
                return wait.execute();
            }
        },
        ASYNC {
            @Override
            Registration run(RegistrationWait wait) {
                return result(wait.executeAsync());
            }
        },
        ASYNC_ON_AN_EXECUTOR {
            @Override
            Registration run(RegistrationWait wait) {
                return result(wait.executeAsync(work -> new Thread(work).start()));
            }
        };

        abstract Registration run(RegistrationWait wait);

        private static Registration result(CompletableFuture<Registration> future) {
            try {
                return future.orTimeout(20, TimeUnit.SECONDS).join();
            } catch (CompletionException e) {
                throw (RuntimeException) e.getCause();
            }
        }
    }

    private RegistrationWait wait(Duration limit) {
        return client().clientRegistry()
                .registerAndWait(DEVICE, limit)
                .pollEvery(Duration.ofMillis(1), Duration.ofMillis(4));
    }

    @ParameterizedTest
    @EnumSource
    void itAsksThroughLockedAndPendingUntilItIsGranted(Way way) throws Exception {
        answer(423);
        answer(423);
        answer(202);
        answer(202);
        answer(201);

        assertThat(way.run(wait(LONG))).isEqualTo(new Registration.Granted(null));
        assertThat(server.getRequestCount()).isEqualTo(5);
        String first = taken().getBody().utf8();
        for (int i = 1; i < 5; i++) {
            assertThat(taken().getBody().utf8()).isEqualTo(first);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConflictIsADecision(Way way) {
        answer(202);
        answer(409);

        assertThat(way.run(wait(LONG))).isEqualTo(new Registration.Conflict());
    }

    @ParameterizedTest
    @EnumSource
    void outagesPass(Way way) {
        answer(503);
        answer(429);
        answer(new MockResponse.Builder()
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        answer(new MockResponse.Builder().code(502).build());
        answer(201);

        assertThat(way.run(wait(LONG))).isEqualTo(new Registration.Granted(null));
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalDoesNotPass(Way way) {
        answer(202);
        answer(400);
        RegistrationWait wait = wait(LONG);

        assertThatThrownBy(() -> way.run(wait)).isExactlyInstanceOf(BadRequestException.class);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void atTheLimitItSaysWhatTheLastAnswerWas(Way way) {
        answer(202);
        RegistrationWait wait = wait(Duration.ofMillis(200));

        assertThatThrownBy(() -> way.run(wait))
                .isExactlyInstanceOf(CallTimeoutException.class)
                .hasMessageContaining("PT0.2S")
                .hasMessageContaining("Pending");
    }

    @ParameterizedTest
    @EnumSource
    void atTheLimitOfAnOutageTheOutageIsTheCause(Way way) {
        answer(503);
        RegistrationWait wait = wait(Duration.ofMillis(200));

        assertThatThrownBy(() -> way.run(wait))
                .isExactlyInstanceOf(CallTimeoutException.class)
                .hasCauseExactlyInstanceOf(ServerErrorException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aPollThatHangsEndsAtTheLimit(Way way) {
        answer(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        RegistrationWait wait = wait(Duration.ofMillis(200));

        assertThatThrownBy(() -> way.run(wait)).isExactlyInstanceOf(CallTimeoutException.class);
    }

    @Test
    void anInterruptEndsTheWaitOfTheCallersThread() throws Exception {
        answer(202);
        RegistrationWait wait = slow();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        FutureTask<Registration> task = new FutureTask<>(() -> {
            try {
                return wait.execute();
            } finally {
                flag.set(Thread.currentThread().isInterrupted());
            }
        });
        Thread thread = new Thread(task);
        thread.start();
        taken();
        await().until(() -> thread.getState() == Thread.State.WAITING);

        thread.interrupt();

        assertThatThrownBy(() -> task.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CallInterruptedException.class);
        assertThat(flag).hasValue(true);
        await().until(() -> timerThreads() == 0);
    }

    @Test
    void whileItWaitsWithoutAThreadThereIsTheTimersAlone() throws Exception {
        answer(202);
        CompletableFuture<Registration> future = slow().executeAsync();
        taken();
        await().until(() -> timerThreads() == 1);
        await().until(() -> Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("latchkey-connectware-"))
                .allMatch(thread -> thread.getState() != Thread.State.RUNNABLE));

        future.cancel(true);

        assertThat(future).isCancelled();
        await().until(() -> timerThreads() == 0);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aCancelEndsThePollUnderway() throws Exception {
        answer(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        CompletableFuture<Registration> future = slow().executeAsync();
        taken();

        future.cancel(true);

        await().until(() -> Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> entry.getKey().getName().startsWith("latchkey-connectware-"))
                .flatMap(entry -> java.util.Arrays.stream(entry.getValue()))
                .noneMatch(frame -> frame.getMethodName().contains("readResponseHeaders")));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void closingTheClientFailsEveryWait() throws Exception {
        answer(202);
        ConnectwareClient client = client();
        RegistrationWait wait =
                client.clientRegistry().registerAndWait(DEVICE, LONG).pollEvery(LONG, LONG);
        CompletableFuture<Registration> async = wait.executeAsync();
        FutureTask<Registration> blocking = new FutureTask<>(wait::execute);
        Thread thread = new Thread(blocking);
        thread.start();
        taken();
        taken();
        await().until(() -> thread.getState() == Thread.State.WAITING && timerThreads() == 1);

        client.close();

        assertThatThrownBy(() -> async.get(10, TimeUnit.SECONDS))
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
        assertThatThrownBy(() -> blocking.get(10, TimeUnit.SECONDS))
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
        assertThatThrownBy(wait::execute).isExactlyInstanceOf(ClientClosedException.class);
    }

    @Test
    void closingTheClientFailsThePollUnderway() throws Exception {
        answer(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
        ConnectwareClient client = client();
        CompletableFuture<Registration> async =
                client.clientRegistry().registerAndWait(DEVICE, LONG).executeAsync();
        taken();

        client.close();

        assertThatThrownBy(() -> async.get(10, TimeUnit.SECONDS))
                .hasCauseExactlyInstanceOf(ClientClosedException.class);
    }

    @Test
    void aServerThatAsksForMorePatienceGetsIt() throws Exception {
        answer(new MockResponse.Builder()
                .code(503)
                .setHeader("Retry-After", "3600")
                .build());
        CompletableFuture<Registration> future = wait(LONG).executeAsync();
        taken();

        assertThatThrownBy(() -> future.get(100, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
        future.cancel(true);
    }

    @Test
    void itMayBeRunAgain() {
        answer(201);
        answer(409);
        RegistrationWait wait = wait(LONG);

        assertThat(wait.execute()).isInstanceOf(Registration.Granted.class);
        assertThat(wait.execute()).isInstanceOf(Registration.Conflict.class);
        assertThat(wait).hasToString("POST /api/client-registry/register");
    }

    @Test
    void limitsAndPausesThatAreNoneAreRefused() {
        ClientRegistry registry = client().clientRegistry();
        RegistrationWait wait = registry.registerAndWait(DEVICE, LONG);

        assertThatThrownBy(() -> registry.registerAndWait(DEVICE, Duration.ZERO))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> registry.registerAndWait(null, LONG)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> wait.pollEvery(Duration.ZERO, LONG)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> wait.pollEvery(LONG, Duration.ofSeconds(1))).isInstanceOf(InvalidInputException.class);
    }

    /** One whose second poll does not come. */
    private RegistrationWait slow() {
        return client().clientRegistry().registerAndWait(DEVICE, LONG).pollEvery(LONG, LONG);
    }

    /** The tests of this class run one after the other, but those of others beside them use no timer. */
    private static long timerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("latchkey-connectware-timer"))
                .count();
    }
}
