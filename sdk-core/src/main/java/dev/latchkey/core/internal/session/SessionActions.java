package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.TokenGrant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a user asks of a session, one after the other on the session's own threads. Safe for use by many threads. */
public final class SessionActions {
    private final SessionSettings settings;
    private final SingleFlight flight;
    private final SessionView view;
    private final WaitingRoom room;
    private final SessionThreads threads;

    SessionActions(
            SessionSettings settings, SingleFlight flight, SessionView view, WaitingRoom room, SessionThreads threads) {
        this.settings = settings;
        this.flight = flight;
        this.view = view;
        this.room = room;
        this.threads = threads;
    }

    /**
     * Logs in, after what is underway has ended.
     *
     * @param credentials null for the client's own
     * @return completes with the state, or with an {@link ApiException}
     * @throws InvalidInputException if the client serves another identity, or has fixed tokens
     */
    public CompletableFuture<SessionState> login(@Nullable Credentials credentials) {
        settings.start().requireRenewable("login");
        if (credentials == null) {
            return ended(flight.logIn(new Job.LogInAgain()), "login");
        }
        requireIdentity(credentials);
        return ended(flight.logIn(new Job.LogInWith(credentials)), "login");
    }

    /**
     * Logs in by steps of the vendor's module, after what is underway has ended.
     *
     * @param credentials whose tokens they bring; later renewals use them
     * @param steps run once, on a thread of the session, and bring the tokens
     * @return completes with the state, or with an {@link ApiException}
     * @throws InvalidInputException if the client serves another identity, or has fixed tokens
     */
    public CompletableFuture<SessionState> login(Credentials credentials, Supplier<TokenGrant> steps) {
        settings.start().requireRenewable("login");
        requireIdentity(credentials);
        return ended(flight.logIn(new Job.LogInBySteps(credentials, steps)), "login");
    }

    /**
     * Refuses credentials of another identity than the one that this client serves.
     *
     * @param credentials of a login to come
     * @throws InvalidInputException if they are somebody else's
     */
    public void requireIdentity(Credentials credentials) {
        String identity = settings.key().identity();
        if (settings.fixedIdentity() && !credentials.username().equals(identity)) {
            throw new InvalidInputException("This client serves \"" + identity
                    + "\". Build another client for another user: one client is one identity.");
        }
    }

    /**
     * Renews now, or joins the renewal underway.
     *
     * @return completes with the state, or with an {@link ApiException}
     * @throws InvalidInputException if the client has fixed tokens
     */
    public CompletableFuture<SessionState> renew() {
        settings.start().requireRenewable("renewal");
        Decision decision = flight.renewNow();
        return decision instanceof Decision.Join join && join.work().isSavingTokens()
                ? join.work().settled().thenCompose(saved -> renew())
                : ended(decision, "renewal");
    }

    /**
     * Sees to it that there is a usable token, as a call does.
     *
     * @return completes with the state, or with an {@link ApiException}
     */
    public CompletableFuture<SessionState> ensure() {
        return new Ensuring(flight, room, threads, settings.tokenWait().toNanos(), view).begin();
    }

    /**
     * Takes up what the store has, and asks no server.
     *
     * @return completes with the state, or with an {@link ApiException}
     */
    public CompletableFuture<SessionState> restore() {
        Decision decision = flight.restore();
        if (!(decision instanceof Decision.Join join)) {
            return ended(decision, "restore");
        }
        return join.work().settled().thenApply(work -> {
            SessionFailure unread = work.isRestoring() ? work.result().failure() : null;
            if (unread != null && unread.kind() != SessionFailure.Kind.EXPIRED) {
                throw unread.forCall("session", "restore");
            }
            return view.state();
        });
    }

    /**
     * Ends the session: at once here, and for those who wait. The rest may take longer than the answer, and then goes on.
     *
     * @return completes with how far the logout reached
     * @throws InvalidInputException if the client has fixed tokens
     */
    public CompletableFuture<LogoutResult> logout() {
        settings.start().requireRenewable("logout");
        if (!(flight.logOut() instanceof Decision.Join join)) {
            return CompletableFuture.completedFuture(LogoutResult.LOCAL_ONLY);
        }
        CompletableFuture<LogoutResult> answer = join.work()
                .settled()
                .thenApply(work ->
                        work.result() instanceof Outcome.LoggedOut out ? out.result() : LogoutResult.LOCAL_ONLY);
        threads.answerWithin(Mailbox.LOGOUT_LIMIT, answer, LogoutResult.LOCAL_ONLY);
        return answer;
    }

    private CompletableFuture<SessionState> ended(Decision decision, String operation) {
        if (decision instanceof Decision.Join join) {
            return join.work().settled().thenApply(work -> {
                SessionFailure failure = work.result().failure();
                if (failure != null) {
                    throw failure.forCall("session", operation);
                }
                return view.state();
            });
        }
        CompletableFuture<SessionState> answer = new CompletableFuture<>();
        if (decision instanceof Decision.Fail fail) {
            answer.completeExceptionally(fail.failure().forCall("session", operation));
        } else {
            answer.complete(view.state());
        }
        return answer;
    }
}
