package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.auth.TokenGrant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a user asks of a session, one after the other on the session's own threads. Safe for use by many threads. */
public final class SessionActions {
    private final SessionSettings settings;
    private final Flights flights;
    private final Announcements announcements;
    private final Logout logout;
    private final SessionView view;
    private final AfterLogout afterLogout;
    private final WaitingRoom room;
    private final SessionThreads threads;

    SessionActions(
            SessionSettings settings,
            Flights flights,
            Announcements announcements,
            Logout logout,
            AfterLogout afterLogout,
            SessionView view,
            WaitingRoom room,
            SessionThreads threads) {
        this.settings = settings;
        this.flights = flights;
        this.announcements = announcements;
        this.logout = logout;
        this.view = view;
        this.afterLogout = afterLogout;
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
        if (credentials != null) {
            requireIdentity(credentials);
        }
        return login(Flight.login(credentials));
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
        return login(Flight.login(credentials, steps));
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

    private CompletableFuture<SessionState> login(Flight flight) {
        flights.logIn(flight);
        return ended(flight, "login");
    }

    /**
     * Renews now, or joins the renewal underway.
     *
     * @return completes with the state, or with an {@link ApiException}
     * @throws InvalidInputException if the client has fixed tokens
     */
    public CompletableFuture<SessionState> renew() {
        settings.start().requireRenewable("renewal");
        Step step = flights.renewNow();
        if (step.flight() == null) {
            return failed(Objects.requireNonNull(step.trouble()), "renewal");
        }
        return step.flight().saving() == null
                ? ended(step.flight(), "renewal")
                : step.flight().settled().thenCompose(saved -> renew());
    }

    /**
     * Sees to it that there is a usable token, as a call does.
     *
     * @return completes with the state, or with an {@link ApiException}
     */
    public CompletableFuture<SessionState> ensure() {
        return new Ensuring(flights, room, threads, settings.tokenWait().toNanos(), view::state).begin();
    }

    /**
     * Takes up what the store has, and asks no server.
     *
     * @return completes with the state, or with an {@link ApiException}
     */
    public CompletableFuture<SessionState> restore() {
        Step step = flights.restore();
        Trouble trouble = step.trouble();
        Flight flight = step.flight();
        if (trouble != null) {
            return failed(trouble, "restore");
        }
        if (flight == null) {
            return CompletableFuture.completedFuture(view.state());
        }
        return flight.settled().thenApply(landed -> {
            Trouble unread = landed.isRestoring() ? landed.trouble() : null;
            if (unread != null && unread.kind() != Trouble.Kind.EXPIRED) {
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
        Flight flight = Flight.logout();
        if (!flights.logOut(flight, this::logOut).changed()) {
            return CompletableFuture.completedFuture(LogoutResult.LOCAL_ONLY);
        }
        CompletableFuture<LogoutResult> answer = flight.settled().thenApply(flown -> {
            LogoutResult result = flown.logoutResult();
            return result == null ? LogoutResult.LOCAL_ONLY : result;
        });
        threads.answerWithin(Flight.LOGOUT_LIMIT, answer, LogoutResult.LOCAL_ONLY);
        return answer;
    }

    private void logOut(Ended ended, Flight flown) {
        Flight interrupted = ended.underway();
        Held late = interrupted == null ? null : interrupted.late();
        Logout.Done done = logout.run(ended.before(), late, ended.before().generation() + 1);
        announcements.loggedOut(done.result());
        flights.landLogout(flown, done.generation());
        afterLogout.follow(flights::afterLogout);
        announcements.log(done.result());
        flown.loggedOut(done.result(), announcements::deliver);
    }

    private static CompletableFuture<SessionState> failed(Trouble trouble, String operation) {
        CompletableFuture<SessionState> failed = new CompletableFuture<>();
        failed.completeExceptionally(trouble.forCall("session", operation));
        return failed;
    }

    private CompletableFuture<SessionState> ended(Flight flight, String operation) {
        return flight.settled().thenApply(flown -> {
            Trouble trouble = flown.trouble();
            if (trouble != null) {
                throw trouble.forCall("session", operation);
            }
            return view.state();
        });
    }
}
