package dev.latchkey.core.internal.session;

import dev.latchkey.core.Failure;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.OneTimePasswords;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks the user's hook for one-time passwords: within a time limit, not for a background renewal unless it answers by
 * itself, and never passes the same code on twice, since a server that has seen it refuses it and counts the attempt. Once
 * the server has refused two codes in a row, only a login by the user asks for another: each further one brings the account
 * closer to being locked.
 */
final class OneTimePasswordGate {
    private static final int MAX_REFUSED = 2;

    private final @Nullable OneTimePassword hook;
    private final Duration limit;
    private final Executor threads;
    private volatile @Nullable String lastSent;
    private final AtomicInteger refusedInARow = new AtomicInteger();

    OneTimePasswordGate(@Nullable OneTimePassword hook, Duration limit, Executor threads) {
        this.hook = hook;
        this.limit = limit;
        this.threads = threads;
    }

    /** What one login asks with: once, and no more. */
    Asking during(Flight flight) {
        return new Asking(flight);
    }

    /** Not thread-safe: for the thread that carries the login out. */
    final class Asking implements OneTimePasswords {
        private final Flight flight;
        private boolean asked;
        private boolean answered;

        private Asking(Flight flight) {
            this.flight = flight;
        }

        @Override
        public String next() {
            if (asked) {
                throw mfaRequired("the login asks for a second one-time password.", null);
            }
            asked = true;
            String code = OneTimePasswordGate.this.next(flight);
            answered = true;
            return code;
        }

        void loggedIn() {
            refusedInARow.set(0);
        }

        /** The login failed for want of a one-time password: if it was given one, that one was refused. */
        void failed() {
            if (answered) {
                refusedInARow.incrementAndGet();
            }
        }
    }

    private String next(Flight flight) {
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
        if (flight.kind() != Flight.Kind.LOGIN && refusedInARow.get() >= MAX_REFUSED) {
            throw mfaRequired(
                    "the server refused the last " + refusedInARow + " one-time passwords, and a further wrong one may"
                            + " lock the account. Mend the hook or this machine's clock, then call session().login().",
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
