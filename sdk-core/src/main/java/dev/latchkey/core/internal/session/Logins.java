package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.internal.session.TokenRequests.Lineage;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Logs in with credentials, as often as the {@link LoginGuard} allows where the user has not asked for it. */
final class Logins {
    private static final Outcome PRINT_FIRST = new Outcome.Postponed(
            Outcome.Need.PRINT,
            SessionFailure.passing(
                    new IOException("the credentials are other ones each time that they are asked for")));

    private final TokenService service;
    private final TokenRequests requests;
    private final OneTimePasswordGate oneTimePasswords;
    private final LoginGuard guard;

    private final @Nullable Supplier<Credentials> supplier;
    private final BoundedCall<Credentials> asking;
    private final String baseUrl;

    private volatile @Nullable ApiException lastFailure;

    Logins(
            TokenService service,
            TokenRequests requests,
            OneTimePasswordGate oneTimePasswords,
            LoginGuard guard,
            @Nullable Supplier<Credentials> supplier,
            BoundedCall<Credentials> asking,
            String baseUrl) {
        this.service = service;
        this.requests = requests;
        this.oneTimePasswords = oneTimePasswords;
        this.guard = guard;
        this.supplier = supplier;
        this.asking = asking;
        this.baseUrl = baseUrl;
    }

    /** Whether the client's own credentials are to be asked for first, outside the store's section. */
    boolean lacksCredentials(Work work) {
        return supplier != null && !own(work).isPresent();
    }

    /** Those of the last login that brought its own, else the client's own, if it has any that are known by now. */
    Optional<Credentials> own(Work work) {
        Credentials given = work.basis().given().credentials();
        return Optional.ofNullable(given == null ? work.own() : given);
    }

    private Optional<Credentials> used(Work work) {
        Optional<Credentials> given = work.job() instanceof Job.LogIn login ? login.given() : Optional.empty();
        return given.isPresent() ? given : own(work);
    }

    /** Whether there are credentials, or somebody to ask for them. */
    boolean areThere(Work work) {
        return supplier != null || own(work).isPresent();
    }

    /** Asks the user's supplier, once a work. What it throws is its own failure; null if it answered. */
    @Nullable
    SessionFailure askFor(Work work) throws InterruptedException {
        Supplier<Credentials> asked = Objects.requireNonNull(supplier);
        try {
            work.own(asking.ask(() -> Objects.requireNonNull(asked.get(), "it gave none")));
            return null;
        } catch (BoundedCall.UnansweredException e) {
            return SessionFailure.passing(e);
        } catch (ExecutionException e) {
            Throwable thrown = Objects.requireNonNull(e.getCause());
            boolean ours = thrown instanceof ApiException || thrown instanceof LinkageError;
            return ours
                    ? SessionFailure.of(thrown, baseUrl)
                    : SessionFailure.passing(new SupplierFailedException(thrown));
        }
    }

    /** Looks whether a password is still held back, beside a session of that version. */
    void look(StoreSection section, long version) {
        guard.clear(section);
        guard.look(section, version);
    }

    /** Takes the print of the password that a work is to send. Slow, so not within the store's section. */
    void print(Work work) {
        used(work).ifPresent(guard::print);
    }

    /** Takes the print of a password that the store is still to forget. Slow, too. */
    void printUncleared() {
        guard.printUncleared();
    }

    /** Takes the print of a login that failed. Slow, too. */
    void print(LoginGuard.Attempt owed) {
        guard.print(owed.credentials());
    }

    /** Notes it, beside a session of that version. */
    void notePrint(LoginGuard.Attempt owed, StoreSection section, long version) {
        guard.notePrint(owed, section, version);
    }

    /** Without the store even a probe that is due is not made: the others could not know of it. */
    boolean isHeldBack(Credentials known, Lineage lineage, StoreSection section) {
        return guard.isRefused(known) || guard.hold(known, section, lineage.version()) != null;
    }

    /** A login that the client makes by itself. */
    Outcome again(Credentials known, Work work, Lineage lineage, StoreSection section) {
        if (guard.lacksPrint(known, section)) {
            return PRINT_FIRST;
        }
        LoginHold hold = guard.hold(known, section, lineage.version());
        return hold == null ? send(known, work, lineage, section) : Outcome.of(heldBack(hold, known));
    }

    /** A login that the user asked for: a new generation. */
    Outcome asAsked(Work work, Lineage before, StoreSection section) {
        Credentials used = used(work).orElse(null);
        if (used == null) {
            return Outcome.of(SessionFailure.expired(
                    Reason.NOT_LOGGED_IN,
                    "the client has no credentials. Give them to its builder, or call session().login(credentials).",
                    null));
        }
        if (guard.lacksPrint(used, section)) {
            return PRINT_FIRST;
        }
        Lineage lineage = new Lineage(before.generation() + 1, before.version(), null, null);
        Outcome outcome = send(used, work, lineage, section);
        if (!(outcome instanceof Outcome.Obtained obtained)) {
            return outcome;
        }
        LiveTokens tokens = obtained.tokens();
        return section.outage() == null
                ? outcome
                : Outcome.of(tokens.loggedInAt(tokens.session().obtainedAt()));
    }

    private Outcome send(Credentials used, Work work, Lineage lineage, StoreSection section) {
        OneTimePasswordGate.Asking asking = oneTimePasswords.during(work, section);
        Supplier<TokenGrant> steps;
        if (work.job() instanceof Job.LogInBySteps bySteps) {
            steps = bySteps.steps();
        } else {
            SessionFailure tooEarly = asking.whyNotYet();
            if (tooEarly != null) {
                return Outcome.of(tooEarly);
            }
            steps = () -> service.login(new LoginAttempt(used, asking));
        }
        LoginGuard.Attempt attempt = guard.begin(used, section, lineage.version());
        work.owe(attempt.isOwed() ? attempt : null);
        work.asksServer();
        try {
            LiveTokens tokens = requests.login(
                    () -> {
                        TokenGrant grant = steps.get();
                        work.owe(null);
                        guard.succeeded(attempt, section);
                        return grant;
                    },
                    lineage,
                    section);
            if (!tokens.saved()) {
                guard.notCleared(attempt);
            }
            asking.loggedIn();
            return Outcome.of(tokens);
        } catch (MfaRequiredException e) {
            nothing(attempt, work, section);
            throw asking.failed(e);
        } catch (RenewalFailedException e) {
            nothing(attempt, work, section); // The password was right, and its one-time password not to be had.
            throw e;
        } catch (ApiException e) {
            lastFailure = e;
            return switch (Verdict.of(e, service)) {
                case NOTHING -> {
                    nothing(attempt, work, section);
                    throw e;
                }
                case UNCERTAIN -> throw e; // As it was noted.
                case REFUSED -> {
                    guard.refused(attempt, section);
                    LoginHold hold = guard.current();
                    yield Outcome.of(heldBack(hold == null ? LoginHold.of(attempt.note(), null) : hold, used));
                }
            };
        }
    }

    private void nothing(LoginGuard.Attempt attempt, Work work, StoreSection section) {
        work.owe(null);
        guard.nothing(attempt, section);
    }

    private SessionFailure heldBack(LoginHold hold, Credentials used) {
        return SessionFailure.heldBack(hold, used.username(), lastFailure);
    }

    /** What a login that brought no token says of its password. */
    private enum Verdict {
        /** The server has not looked at it, or asks for a one-time password beside it. */
        NOTHING,
        /** It may have been counted as a wrong one. */
        UNCERTAIN,
        /** Refused in the vendor's own words. */
        REFUSED;

        static Verdict of(Throwable failure, TokenService service) {
            if (failure instanceof MfaRequiredException) {
                return NOTHING;
            }
            if (!(failure instanceof ApiException said)) {
                return UNCERTAIN;
            }
            if (service.rejects(said)) {
                return REFUSED;
            }
            return switch (said.status().orElse(0)) {
                case 0 -> said.mayHaveBeenDone() ? UNCERTAIN : NOTHING;
                case 404, 405, 407, 421, 502, 503 -> NOTHING;
                default -> UNCERTAIN;
            };
        }
    }

    /** The user's supplier of credentials threw something. It is not asked again for the calls that wait. */
    static final class SupplierFailedException extends IOException {
        private static final long serialVersionUID = 1;

        SupplierFailedException(Throwable thrown) {
            super("the credentials supplier failed: " + said(thrown), thrown);
        }

        /** Without the text of what was thrown. */
        String words() {
            Throwable thrown = Objects.requireNonNull(getCause());
            return "the credentials supplier failed (" + thrown.getClass().getName() + ").";
        }

        private static String said(Throwable thrown) {
            String message = thrown.getMessage();
            return message == null ? thrown.getClass().getName() : message;
        }
    }
}
