package dev.latchkey.core.internal.session;

import dev.latchkey.core.Failure;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.OneTimePassword;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user's hook for one-time passwords: within a time limit, not for a background renewal unless it answers by
 * itself, and never passes the same code on twice, since a server that has seen it refuses it and counts the attempt.
 */
final class OneTimePasswordGate {
    private final @Nullable OneTimePassword hook;
    private final Duration limit;
    private final Executor threads;
    private volatile @Nullable String lastSent;

    OneTimePasswordGate(@Nullable OneTimePassword hook, Duration limit, Executor threads) {
        this.hook = hook;
        this.limit = limit;
        this.threads = threads;
    }

    String next(Flight flight) {
        OneTimePassword source = hook;
        if (source == null) {
            throw mfaRequired(
                    "the login needs a one-time password. Give the client's builder a oneTimePassword(…) hook.", null);
        }
        if (flight.isBackground() && !source.isUnattended()) {
            throw mfaRequired(
                    "a renewal in the background needs a one-time password. Declare the hook with"
                            + " OneTimePassword.unattended(…) if it answers without a person.",
                    null);
        }
        String code = ask(source, flight);
        if (code.equals(lastSent)) {
            throw new RenewalFailedException(
                    failure("the one-time password was sent already. Try again when the next one is there."), null);
        }
        lastSent = code;
        return code;
    }

    private String ask(OneTimePassword source, Flight flight) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        threads.execute(() -> {
            flight.askBy(Thread.currentThread());
            try {
                answer.complete(source.current());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            } finally {
                flight.askBy(null);
            }
        });
        try {
            String code = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (code == null || code.trim().isEmpty()) {
                throw mfaRequired("the one-time-password hook gave a blank code.", null);
            }
            return code;
        } catch (TimeoutException e) {
            throw mfaRequired("the one-time-password hook did not answer within " + limit + ".", null);
        } catch (ExecutionException e) {
            throw mfaRequired("the one-time-password hook failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw mfaRequired("the session ended while the one-time-password hook was asked.", null);
        }
    }

    private static MfaRequiredException mfaRequired(String problem, @Nullable Throwable cause) {
        return new MfaRequiredException(failure(problem), cause);
    }

    private static Failure failure(String problem) {
        return Failure.local("session", "login", problem);
    }
}
