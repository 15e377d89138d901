package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LoginAttempt;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenGrant;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.TokenStore.Entry;
import dev.latchkey.core.internal.session.TokenRequests.Basis;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order of a renewal: what somebody else has stored, else the refresh token, else the credentials. Runs in the store's
 * exclusive section, one flight at a time. Remembers what the server rejected, so that it is not sent again.
 */
final class Renewal {
    private final TokenService service;
    private final TokenRequests requests;
    private final SavedSession saved;
    private final OneTimePasswordGate oneTimePasswords;
    private final HeldFactory helds;
    private final SessionSettings settings;

    private volatile @Nullable Supplier<Credentials> credentials;
    private volatile @Nullable Credentials rejectedCredentials;
    private volatile @Nullable ApiException credentialsRejection;
    private volatile @Nullable String rejectedRefreshToken;
    private volatile @Nullable ApiException refreshRejection;

    Renewal(
            SessionSettings settings,
            TokenService service,
            SavedSession saved,
            OneTimePasswordGate oneTimePasswords,
            HeldFactory helds) {
        this.settings = settings;
        this.service = service;
        this.saved = saved;
        this.oneTimePasswords = oneTimePasswords;
        this.helds = helds;
        this.requests = new TokenRequests(settings, service, saved, helds);
        this.credentials = settings.credentials();
    }

    Outcome run(Flight flight, Snapshot mine) {
        try {
            return saved.exclusively(entry -> inside(flight, mine, entry));
        } catch (InterruptedIOException e) {
            return Outcome.of(Trouble.CLIENT_CLOSED);
        } catch (IOException busy) {
            Held newer = helds.adopt(saved.peek(), mine);
            return newer != null && isWanted(newer, flight) ? Outcome.of(newer) : Outcome.of(Trouble.passing(busy));
        }
    }

    private Outcome inside(Flight flight, Snapshot mine, Entry entry) {
        try {
            StoredSession stored = saved.load(entry);
            if (flight.kind() == Flight.Kind.LOGIN) {
                return logIn(flight, mine, stored, entry);
            }
            if (stored != null && stored.isLoggedOut() && stored.generation() > mine.generation()) {
                return Outcome.loggedOutElsewhere(stored.generation());
            }
            Held newer = helds.adopt(stored, mine);
            if (newer != null && isWanted(newer, flight)) {
                return Outcome.of(newer);
            }
            Held base = newer == null ? mine.held() : newer;
            if (base != null && !base.saved() && isWanted(base, flight) && base.isFresh(now())) {
                return Outcome.of(requests.saveAgain(base, stored, entry));
            }
            return renew(flight, mine, base, stored, entry);
        } catch (MfaRequiredException e) {
            return Outcome.of(Trouble.mfaRequired(e));
        } catch (RuntimeException e) {
            return Outcome.of(Trouble.passing(e));
        }
    }

    private Outcome renew(
            Flight flight, Snapshot mine, @Nullable Held base, @Nullable StoredSession stored, Entry entry) {
        String refreshToken = refreshToken(base, stored);
        if (refreshToken != null) {
            boolean writable = base == null || saved.save(entry, base.session());
            if (base != null && !writable && base.isUsable(now()) && flight.refused() == null) {
                // The refresh token would be spent, and its successor lost if this process died: wait while we can.
                return Outcome.of(Trouble.passing(new IOException("The token store cannot be written.")));
            }
            try {
                Basis basis = base == null ? first(mine, stored).keeping(refreshToken) : Basis.of(base.session());
                return Outcome.of(requests.refresh(refreshToken, basis, entry));
            } catch (ApiException e) {
                if (!service.rejects(e)) {
                    throw e;
                }
                rejectedRefreshToken = refreshToken;
                refreshRejection = e;
            }
            Held late = helds.adopt(saved.load(entry), base == null ? mine : Snapshot.active(base, base.staleAt()));
            if (late != null && isWanted(late, flight)) {
                return Outcome.of(late);
            }
        }
        return logInAgain(flight, mine, base, stored, entry);
    }

    private Outcome logInAgain(
            Flight flight, Snapshot mine, @Nullable Held base, @Nullable StoredSession stored, Entry entry) {
        Credentials known = ownCredentials();
        if (known == null) {
            return Outcome.of(noCredentials());
        }
        if (known.equals(rejectedCredentials)) {
            return Outcome.of(rejected(known));
        }
        return send(known, flight, base == null ? first(mine, stored) : Basis.of(base.session()), entry);
    }

    private Outcome logIn(Flight flight, Snapshot mine, @Nullable StoredSession stored, Entry entry) {
        Credentials given = flight.credentials();
        Credentials used = given == null ? ownCredentials() : given;
        if (used == null) {
            throw new InvalidInputException(
                    "The client has no credentials. Give them to its builder, or call session().login(credentials).");
        }
        Basis before = first(mine, stored);
        Outcome outcome = send(used, flight, new Basis(before.generation() + 1, before.version(), null, null), entry);
        if (outcome.held() != null && given != null) {
            credentials = () -> given;
        }
        return outcome;
    }

    private Outcome send(Credentials used, Flight flight, Basis basis, Entry entry) {
        OneTimePasswordGate.Asking asking = oneTimePasswords.during(flight);
        try {
            Supplier<TokenGrant> steps = flight.steps();
            Held held = steps == null
                    ? requests.login(new LoginAttempt(used, asking), basis, entry)
                    : requests.login(steps, basis, entry);
            rejectedCredentials = null;
            asking.loggedIn();
            return Outcome.of(held);
        } catch (MfaRequiredException e) {
            asking.failed();
            throw e;
        } catch (ApiException e) {
            if (!service.rejects(e)) {
                throw e;
            }
            rejectedCredentials = used;
            credentialsRejection = e;
            return Outcome.of(rejected(used));
        }
    }

    private static Basis first(Snapshot mine, @Nullable StoredSession stored) {
        long generation = stored == null ? 0 : stored.generation();
        long version = stored == null ? 0 : stored.version();
        return new Basis(Math.max(mine.generation(), generation), Math.max(mine.version(), version), null, null);
    }

    private @Nullable Credentials ownCredentials() {
        Supplier<Credentials> supplier = credentials;
        return supplier == null ? null : supplier.get();
    }

    /** The one to spend; null if there is none, or none that the server has not rejected. */
    private @Nullable String refreshToken(@Nullable Held base, @Nullable StoredSession stored) {
        String given = stored == null ? settings.start().refreshToken() : null;
        String known = base == null ? given : base.tokens().refreshToken();
        return known == null || known.equals(rejectedRefreshToken) ? null : known;
    }

    private boolean isWanted(Held held, Flight flight) {
        Authorization refused = flight.refused();
        return held.isUsable(now()) && (refused == null || !held.authorization().equals(refused));
    }

    private Trouble noCredentials() {
        return refreshRejection == null
                ? Trouble.expired(
                        Reason.NOT_LOGGED_IN,
                        "nobody is logged in. Give the client credentials, or call session().login(…).",
                        null)
                : Trouble.expired(
                        Reason.REFRESH_REJECTED,
                        "the server no longer accepts the refresh token. Log in with session().login(…).",
                        refreshRejection);
    }

    private Trouble rejected(Credentials used) {
        return Trouble.expired(
                Reason.CREDENTIALS_REJECTED,
                "the server refused the credentials of \"" + used.username()
                        + "\". They are not sent again; log in with session().login(…) and the right ones.",
                credentialsRejection);
    }

    private long now() {
        return settings.time().nanoTime();
    }
}
