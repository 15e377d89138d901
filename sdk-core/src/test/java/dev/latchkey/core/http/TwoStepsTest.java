package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.ServerErrorException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoStepsTest extends HttpTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSecondIsMadeOfWhatTheFirstHasBrought(boolean async) throws Exception {
        answer(200, "jane");
        answer(200, "hello");

        assertThat(outcome(greeting(http()), async)).isEqualTo("hello");

        assertThat(taken().getTarget()).isEqualTo("/name");
        assertThat(taken().getTarget()).isEqualTo("/greeting/jane");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ifTheFirstFailsSoDoesTheWhole(boolean async) {
        answer(404);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() ->
                        outcome(greeting(http()).ifSecondFails(failure -> other("the first is not meant")), async));
        assertThat(server.getRequestCount()).isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ifTheSecondFailsAnotherFailureMayBeSaid(boolean async) {
        answer(200, "jane");
        answer(500);
        answer(200, "jane");
        answer(500);
        TwoSteps<String, String> greeting = greeting(http());

        assertThatExceptionOfType(ServerErrorException.class).isThrownBy(() -> outcome(greeting, async));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> outcome(
                        greeting.ifSecondFails(failure -> {
                            throw new IllegalStateException("greeted by nobody");
                        }),
                        async))
                .withMessage("greeted by nobody");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatCannotBeMadeOfTheFirstFailsTheWhole(boolean async) {
        answer(200, "jane");

        assertThatExceptionOfType(NumberFormatException.class)
                .isThrownBy(() -> outcome(
                        TwoSteps.of(
                                http().get("/name").returningText(),
                                name -> current()
                                        .get("/{n}", Long.valueOf(name))
                                        .returningText()),
                        async));
    }

    @ParameterizedTest
    @EnumSource
    void whoEndsTheFutureEndsTheCallUnderwayAndBeginsNoOther(EndedFutureTest.End end) throws Exception {
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        HttpApi http = http();
        CompletableFuture<String> underway = greeting(http).executeAsync();
        taken();

        end.end(underway);
        await().until(underway::isDone);

        answer(200, "after");
        assertThat(http.get("/after").returningText().executeAsync().get(10, TimeUnit.SECONDS))
                .isEqualTo("after");
        assertThat(taken().getTarget()).isEqualTo("/after");
    }

    @ParameterizedTest
    @EnumSource
    void whoEndsTheFutureEndsTheSecondCallToo(EndedFutureTest.End end) throws Exception {
        answer(200, "jane");
        answer(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE));
        List<CompletableFuture<String>> second = new CopyOnWriteArrayList<>();
        HttpApi http = http();
        CompletableFuture<String> underway = TwoSteps.of(
                        http.get("/name").returningText(),
                        name -> noting(http.get("/greeting/{name}", name).returningText(), second))
                .executeAsync();
        taken();
        taken();

        end.end(underway);

        await().until(() -> second.size() == 1 && second.get(0).isCancelled());
    }

    @Test
    void anExecutorThatTakesNothingMoreDoesNotLoseTheOutcome() {
        answer(200, "jane");
        answer(200, "hello");

        CompletableFuture<String> greeting = greeting(http()).executeAsync(task -> {
            throw new RejectedExecutionException("closed");
        });

        await().until(greeting::isDone);
    }

    private static TwoSteps<String, String> greeting(HttpApi http) {
        return TwoSteps.of(
                http.get("/name").returningText(),
                name -> http.get("/greeting/{name}", name).returningText());
    }

    private static Operation<String> noting(Operation<String> step, List<CompletableFuture<String>> begun) {
        return new Operation<>() {
            @Override
            public String execute() {
                return step.execute();
            }

            @Override
            public CompletableFuture<String> executeAsync() {
                CompletableFuture<String> future = step.executeAsync();
                begun.add(future);
                return future;
            }

            @Override
            public CompletableFuture<String> executeAsync(java.util.concurrent.Executor executor) {
                return step.executeAsync(executor);
            }
        };
    }

    private static ApiException other(String message) {
        throw new AssertionError(message);
    }

    private static String outcome(Operation<String> operation, boolean async) {
        if (!async) {
            return operation.execute();
        }
        try {
            return operation.executeAsync().join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }
}
