package dev.latchkey.connectware;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.CallInterruptedException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.http.ClientTimer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * A registration that asks until it is decided ({@link ClientRegistry#registerAndWait}). {@code execute()} asks and waits on
 * the caller's thread, and ends when that is interrupted; {@code executeAsync()} holds no thread between two polls, and
 * cancelling its future ends the poll underway and the wait for the next. Closing the client ends both with {@link
 * dev.latchkey.core.ClientClosedException}.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class RegistrationWait implements Operation<Registration> {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final ClientTimer timer;
    private final RegistrationRequests requests;
    private final NewRegistration registration;
    private final Duration limit;
    private final Duration shortest;
    private final Duration longest;

    RegistrationWait(ClientTimer timer, RegistrationRequests requests, NewRegistration registration, Duration limit) {
        this(timer, requests, registration, positive("limit", limit), SHORTEST, LONGEST);
    }

    private RegistrationWait(
            ClientTimer timer,
            RegistrationRequests requests,
            NewRegistration registration,
            Duration limit,
            Duration shortest,
            Duration longest) {
        this.timer = timer;
        this.requests = requests;
        this.registration = registration;
        this.limit = limit;
        this.shortest = shortest;
        this.longest = longest;
    }

    /**
     * Sets how often the server is asked: after the first pause at the beginning, then less and less often. Each pause is cut
     * by chance to between half of it and the whole, so that many devices do not ask at the same moment. The defaults are one
     * second and ten.
     *
     * @param first the first pause, in real time
     * @param longest the longest pause, in real time
     * @return the same registration, polled so
     * @throws InvalidInputException if a pause is zero or negative, or the first is longer than the longest
     */
    public RegistrationWait pollEvery(Duration first, Duration longest) {
        if (positive("first pause", first).compareTo(positive("longest pause", longest)) > 0) {
            throw new InvalidInputException("The first pause is longer than the longest. Turn them round.");
        }
        return new RegistrationWait(timer, requests, registration, limit, first, longest);
    }

    @Override
    public Registration execute() {
        RegistrationPolls polls = polls();
        while (true) {
            ApiCall<Registration> poll = polls.next();
            Registration decided = polls.decided(answer(poll, polls));
            if (decided != null) {
                return decided;
            }
            await(timer.after(polls.pause()));
        }
    }

    private static @Nullable Registration answer(ApiCall<Registration> poll, RegistrationPolls polls) {
        try {
            return poll.execute();
        } catch (ApiException e) {
            polls.failed(e);
            return null;
        }
    }

    private static void await(CompletableFuture<@Nullable Void> pause) {
        try {
            pause.get();
        } catch (InterruptedException e) {
            pause.cancel(false);
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(RegistrationPolls.failure("The thread was interrupted."), e);
        } catch (ExecutionException e) {
            throw RegistrationPolls.thrown(e);
        }
    }

    @Override
    public CompletableFuture<Registration> executeAsync() {
        return executeAsync(Runnable::run);
    }

    @Override
    public CompletableFuture<Registration> executeAsync(Executor executor) {
        PendingRegistration pending = new PendingRegistration(timer, polls(), executor);
        pending.poll();
        return pending;
    }

    private RegistrationPolls polls() {
        return new RegistrationPolls(timer.time(), requests, registration, limit, shortest, longest);
    }

    private static Duration positive(String name, Duration duration) {
        if (Inputs.present(name, duration).isZero() || duration.isNegative()) {
            throw new InvalidInputException("The " + name + " must be more than zero.");
        }
        return duration;
    }

    /** Method and path. */
    @Override
    public String toString() {
        return "POST " + RegistrationRequests.PATH;
    }
}
