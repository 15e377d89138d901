package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.internal.session.TokenRequests.Basis;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Logs in with credentials, as often as the {@link LoginGuard} allows where the user has not asked for it. */
final class Logins {
    private static final Trouble PRINT_FIRST =
            Trouble.passing(new IOException("the credentials are other ones each time that they are asked for"));

    private final TokenService service;
    private final TokenRequests requests;
    private final OneTimePasswordGate oneTimePasswords;
    private final LoginGuard guard;

    private final @Nullable Supplier<Credentials> supplier;
    private final BoundedCall<Credentials> asking;
    private final String baseUrl;

    private volatile @Nullable Credentials lastGiven;
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

    /**
     * The client's own credentials; null if it has none.
     *
     * @throws CredentialsNeeded if they are to be asked for first, outside the store's section
     */
    @Nullable
    Credentials own(Flight flight) {
        Credentials known = lastGiven == null ? flight.own() : lastGiven;
        if (known == null && supplier != null) {
            throw new CredentialsNeeded();
        }
        return known;
    }

    /** Whether there are credentials, or somebody to ask for them. */
    boolean areThere(Flight flight) {
        return lastGiven != null || supplier != null || flight.own() != null;
    }

    /** Asks the user's supplier, once a flight. What it throws is its own failure; null if it answered. */
    @Nullable
    Trouble askFor(Flight flight) throws InterruptedException {
        Supplier<Credentials> asked = Objects.requireNonNull(supplier);
        try {
            flight.own(asking.ask(() -> Objects.requireNonNull(asked.get(), "it gave none")));
            return null;
        } catch (UnansweredException e) {
            return Trouble.passing(e);
        } catch (ExecutionException e) {
            Throwable thrown = Objects.requireNonNull(e.getCause());
            boolean ours = thrown instanceof ApiException || thrown instanceof LinkageError;
            return ours ? Trouble.of(thrown, baseUrl) : Trouble.passing(new SupplierFailedException(thrown));
        }
    }

    /** Whether the login has to be made once more, after {@link #print}. */
    static boolean lacksPrint(Outcome outcome) {
        return outcome.trouble() != null && PRINT_FIRST.equals(outcome.trouble());
    }

    /** Takes the print of the password that is to be sent. Slow, so not within the store's section. */
    void print() {
        guard.print();
    }

    /** Without the store even a probe that is due is not made: the others could not know of it. */
    boolean isHeldBack(Credentials known, Basis basis, StoreSection section) {
        return guard.isRefused(known) || guard.hold(known, section, basis.version()) != null;
    }

    /** A login that the client makes by itself. */
    Outcome again(Credentials known, Flight flight, Basis basis, StoreSection section) {
        if (guard.lacksPrint(known, section)) {
            return Outcome.of(PRINT_FIRST);
        }
        LoginHold hold = guard.hold(known, section, basis.version());
        return hold == null ? send(known, flight, basis, section) : Outcome.of(heldBack(hold, known));
    }

    /** A login that the user asked for: a new generation. */
    Outcome asAsked(Flight flight, Basis before, StoreSection section) {
        Credentials given = flight.credentials();
        Credentials used = given == null ? own(flight) : given;
        if (used == null) {
            return Outcome.of(Trouble.expired(
                    Reason.NOT_LOGGED_IN,
                    "the client has no credentials. Give them to its builder, or call session().login(credentials).",
                    null));
        }
        if (guard.lacksPrint(used, section)) {
            return Outcome.of(PRINT_FIRST);
        }
        Basis basis = new Basis(before.generation() + 1, before.version(), null, null);
        Outcome outcome = send(used, flight, basis, section);
        if (outcome.held() != null && given != null) {
            lastGiven = given;
        }
        Held held = outcome.held();
        return held == null || section.outage() == null
                ? outcome
                : Outcome.of(held.loggedInAt(held.session().obtainedAt()));
    }

    private Outcome send(Credentials used, Flight flight, Basis basis, StoreSection section) {
        OneTimePasswordGate.Asking asking = oneTimePasswords.during(flight, section);
        Supplier<TokenGrant> given = flight.steps();
        Trouble tooEarly = given == null ? asking.whyNotYet() : null;
        if (tooEarly != null) {
            return Outcome.of(tooEarly);
        }
        Supplier<TokenGrant> steps = given == null ? () -> service.login(new LoginAttempt(used, asking)) : given;
        LoginGuard.Attempt attempt = guard.begin(used, section, basis.version());
        try {
            Held held = requests.login(
                    () -> {
                        TokenGrant grant = steps.get();
                        guard.succeeded(attempt, section);
                        return grant;
                    },
                    basis,
                    section);
            asking.loggedIn();
            return Outcome.of(held);
        } catch (MfaRequiredException e) {
            guard.nothing(attempt, section);
            throw asking.failed(e);
        } catch (RenewalFailedException e) {
            guard.nothing(attempt, section); // The password was right, and its one-time password not to be had.
            throw e;
        } catch (ApiException e) {
            lastFailure = e;
            return switch (LoginVerdict.of(e, service)) {
                case NOTHING -> {
                    guard.nothing(attempt, section);
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

    private Trouble heldBack(LoginHold hold, Credentials used) {
        return Trouble.heldBack(hold, used.username(), lastFailure);
    }
}
