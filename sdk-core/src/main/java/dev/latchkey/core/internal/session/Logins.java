package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.internal.session.TokenRequests.Basis;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Logs in with credentials. Remembers which ones the server rejected, so that they are not sent again by themselves. */
final class Logins {
    private final TokenService service;
    private final TokenRequests requests;
    private final OneTimePasswordGate oneTimePasswords;

    private volatile @Nullable Supplier<Credentials> credentials;
    private volatile @Nullable Credentials rejected;
    private volatile @Nullable ApiException rejection;

    Logins(
            TokenService service,
            TokenRequests requests,
            OneTimePasswordGate oneTimePasswords,
            @Nullable Supplier<Credentials> credentials) {
        this.service = service;
        this.requests = requests;
        this.oneTimePasswords = oneTimePasswords;
        this.credentials = credentials;
    }

    /** The client's own credentials; null if it has none. */
    @Nullable
    Credentials own() {
        Supplier<Credentials> supplier = credentials;
        return supplier == null ? null : supplier.get();
    }

    boolean isRejected(Credentials known) {
        Credentials last = rejected;
        return last != null && last.equals(known);
    }

    /** A login that the client makes by itself. */
    Outcome again(Credentials known, Flight flight, Basis basis, StoreSection section) {
        return isRejected(known) ? Outcome.of(refused(known)) : send(known, flight, basis, section);
    }

    /** A login that the user asked for: a new generation. */
    Outcome asAsked(Flight flight, Basis before, StoreSection section) {
        Credentials given = flight.credentials();
        Credentials used = given == null ? own() : given;
        if (used == null) {
            return Outcome.of(Trouble.expired(
                    Reason.NOT_LOGGED_IN,
                    "the client has no credentials. Give them to its builder, or call session().login(credentials).",
                    null));
        }
        Basis basis = new Basis(before.generation() + 1, before.version(), null, null);
        Outcome outcome = send(used, flight, basis, section);
        if (outcome.held() != null && given != null) {
            credentials = () -> given;
        }
        return outcome;
    }

    private Outcome send(Credentials used, Flight flight, Basis basis, StoreSection section) {
        OneTimePasswordGate.Asking asking = oneTimePasswords.during(flight, section);
        Supplier<TokenGrant> steps = flight.steps();
        Trouble tooEarly = steps == null ? asking.whyNotYet() : null;
        if (tooEarly != null) {
            return Outcome.of(tooEarly);
        }
        try {
            Held held = steps == null
                    ? requests.login(new LoginAttempt(used, asking), basis, section)
                    : requests.login(steps, basis, section);
            rejected = null;
            asking.loggedIn();
            return Outcome.of(held);
        } catch (MfaRequiredException e) {
            throw asking.failed(e);
        } catch (ApiException e) {
            if (!service.rejects(e)) {
                throw e;
            }
            rejected = used;
            rejection = e;
            return Outcome.of(refused(used));
        }
    }

    private Trouble refused(Credentials used) {
        return Trouble.expired(
                Reason.CREDENTIALS_REJECTED,
                "the server refused the credentials of \"" + used.username()
                        + "\". They are not sent again; log in with session().login(…) and the right ones.",
                rejection);
    }
}
