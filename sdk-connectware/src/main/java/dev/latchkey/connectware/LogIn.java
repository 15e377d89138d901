package dev.latchkey.connectware;

import dev.latchkey.core.Failure;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.Operation;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.http.HttpApi;
import dev.latchkey.core.vendor.TokenGrant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The login of the session, which gives a demand for a second factor back to its caller instead of asking the hook. */
final class LogIn implements Operation<SessionLogin> {
    private final HttpApi http;
    private final LoginRequests requests;
    private final Credentials credentials;

    /** Refuses the credentials of another user than the client's at once. */
    static LogIn of(HttpApi http, LoginRequests requests, Credentials credentials) {
        LogIn login = new LogIn(http, requests, credentials);
        Operation<SessionState> unused = login.new FirstStep().operation();
        return login;
    }

    private LogIn(HttpApi http, LoginRequests requests, Credentials credentials) {
        this.http = http;
        this.requests = requests;
        this.credentials = credentials;
    }

    @Override
    public SessionLogin execute() {
        FirstStep step = new FirstStep();
        try {
            return new SessionLogin.Done(step.operation().execute());
        } catch (MfaRequiredException e) {
            SessionLogin.Challenge challenge = step.challenge();
            if (challenge != null) {
                return challenge;
            }
            throw e;
        }
    }

    @Override
    public CompletableFuture<SessionLogin> executeAsync() {
        return executeAsync(Runnable::run);
    }

    @Override
    public CompletableFuture<SessionLogin> executeAsync(Executor executor) {
        FirstStep step = new FirstStep();
        CompletableFuture<SessionLogin> outcome = new CompletableFuture<>();
        CompletableFuture<SessionState> unused = step.operation()
                .executeAsync(executor)
                .whenComplete((state, failure) -> settle(outcome, step, state, failure));
        return outcome;
    }

    private static void settle(
            CompletableFuture<SessionLogin> outcome, FirstStep step, SessionState state, @Nullable Throwable thrown) {
        Throwable failure =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        SessionLogin.Challenge challenge = step.challenge();
        if (failure == null) {
            outcome.complete(new SessionLogin.Done(state));
        } else if (failure instanceof MfaRequiredException && challenge != null) {
            outcome.complete(challenge);
        } else {
            outcome.completeExceptionally(failure);
        }
    }

    /** Of one execution. */
    private final class FirstStep {
        private final AtomicReference<SessionLogin.@Nullable Challenge> challenge = new AtomicReference<>();

        Operation<SessionState> operation() {
            return http.login(credentials, this::send);
        }

        SessionLogin.@Nullable Challenge challenge() {
            return challenge.get();
        }

        private TokenGrant send() {
            LoginAnswer answer =
                    requests.login(credentials).returning(LoginAnswer::read).execute();
            if (answer.hasToken()) {
                return answer.grant();
            }
            SecondStep second = new SecondStep(new MfaRequests(http), credentials, answer.secret());
            challenge.set(new SessionLogin.Challenge(http, credentials, second));
            throw new MfaRequiredException(
                    Failure.local("POST", "/api/login", "The login needs a second factor."), null);
        }
    }

    /** Without a word on whose login it is. */
    @Override
    public String toString() {
        return "session login";
    }
}
