package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.StoreSetupException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenService;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.session.TokenRequests.Basis;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The order of a renewal: what somebody else has stored, else the refresh token, else the credentials. Runs in the store's
 * exclusive section, one flight at a time. A refresh token that others may hold as well is spent only there, and only after
 * the store has taken a note of it. Remembers what the server rejected, so that it is not sent again.
 */
final class Renewal {
    private static final int LOOKS = 5;
    private static final int MOST_PRINTS = 3;
    private static final long BETWEEN_LOOKS_NANOS = 100_000_000L;
    private static final Trouble BEING_RENEWED = Trouble.passing(
            new IOException("another process has begun to renew the session and has not stored the outcome"));

    private final TokenService service;
    private final TokenRequests requests;
    private final SavedSession saved;
    private final Logins logins;
    private final HeldFactory helds;
    private final SessionSettings settings;

    private volatile @Nullable String rejectedRefreshToken;
    private volatile @Nullable ApiException refreshRejection;

    Renewal(
            SessionSettings settings,
            TokenService service,
            SavedSession saved,
            TokenRequests requests,
            Logins logins,
            HeldFactory helds) {
        this.settings = settings;
        this.service = service;
        this.saved = saved;
        this.requests = requests;
        this.logins = logins;
        this.helds = helds;
    }

    Outcome run(Flight flight, Snapshot mine) {
        try {
            Predicate<StoredSession> savedSince =
                    flight.takesAnySession() && settings.storeIsGiven() ? saved.savedSinceNow() : stored -> false;
            CodeWait nextCode = new CodeWait(settings.time(), settings.tokenTimeout());
            Outcome outcome = decided(flight, mine, savedSince);
            while (nextCode.await(outcome, flight)) {
                outcome = decided(flight, mine, savedSince);
            }
            return outcome;
        } catch (InterruptedIOException | InterruptedException e) {
            return Outcome.of(Trouble.CLIENT_CLOSED);
        } catch (IOException busy) {
            Held newer = helds.adopt(saved.peek(), mine);
            return newer != null && isWanted(newer, flight) ? Outcome.of(newer) : Outcome.of(Trouble.passing(busy));
        } catch (LinkageError e) {
            return Outcome.of(Trouble.of(e, settings.key().baseUrl()));
        }
    }

    private Outcome decided(Flight flight, Snapshot mine, Predicate<StoredSession> savedSince)
            throws IOException, InterruptedException {
        Outcome outcome = printed(flight, mine, savedSince, true);
        for (int looks = 1; isUndecided(outcome) && !flight.awaitSettled(BETWEEN_LOOKS_NANOS); looks++) {
            outcome = printed(flight, mine, savedSince, looks < LOOKS);
        }
        return outcome;
    }

    private static boolean isUndecided(Outcome outcome) {
        return outcome.trouble() != null && outcome.trouble().equals(BEING_RENEWED);
    }

    private Outcome printed(Flight flight, Snapshot mine, Predicate<StoredSession> savedSince, boolean patient)
            throws IOException, InterruptedException {
        Outcome outcome = once(flight, mine, savedSince, patient);
        for (int prints = 0; Logins.lacksPrint(outcome) && prints < MOST_PRINTS; prints++) {
            logins.print();
            outcome = once(flight, mine, savedSince, false); // What is noted as being renewed by now was noted here.
        }
        return outcome;
    }

    private Outcome once(Flight flight, Snapshot mine, Predicate<StoredSession> savedSince, boolean patient)
            throws IOException, InterruptedException {
        Outcome outcome = inSection(flight, mine, savedSince, patient);
        if (outcome.trouble() == null || !(outcome.trouble().cause() instanceof CredentialsNeeded)) {
            return outcome;
        }
        Trouble failed = logins.askFor(flight);
        return failed == null ? inSection(flight, mine, savedSince, patient) : Outcome.of(failed);
    }

    private Outcome inSection(Flight flight, Snapshot mine, Predicate<StoredSession> savedSince, boolean patient)
            throws IOException {
        if (flight.isSettled()) {
            return Outcome.of(Trouble.CLIENT_CLOSED); // The session has gone on without it.
        }
        return saved.exclusively(
                flight.settled(),
                flight.kind() != Flight.Kind.LOGIN && !logins.areThere(flight),
                section -> flight.isSettled()
                        ? Outcome.of(Trouble.CLIENT_CLOSED)
                        : inside(flight, mine, savedSince, section, patient));
    }

    private Outcome inside(
            Flight flight,
            Snapshot before,
            Predicate<StoredSession> savedSince,
            StoreSection section,
            boolean patient) {
        try {
            StoredSession stored = section.load();
            Snapshot mine = LateLogin.beside(stored, before, section);
            if (flight.kind() == Flight.Kind.LOGIN) {
                Held others = stored != null && savedSince.test(stored) ? helds.adopt(stored, mine) : null;
                if (others != null && others.isUsable(now())) {
                    return Outcome.of(others);
                }
                return logins.asAsked(flight, first(mine, stored), section);
            }
            if (stored != null && stored.isLoggedOut() && stored.generation() > mine.generation()) {
                return Outcome.loggedOutElsewhere(stored.generation());
            }
            Held newer = helds.adopt(stored, mine);
            if (newer != null && isWanted(newer, flight)) {
                return Outcome.of(newer);
            }
            Held base = newer == null ? mine.held() : newer;
            boolean logsIn = section.mayBeSpent() && logins.areThere(flight);
            if (patient && !logsIn && isBeingRenewed(stored, base)) {
                return Outcome.of(BEING_RENEWED);
            }
            return renew(flight, mine, base, stored, section);
        } catch (CredentialsNeeded e) {
            return Outcome.of(Trouble.passing(e));
        } catch (MfaRequiredException e) {
            return Outcome.of(Trouble.mfaRequired(e));
        } catch (RuntimeException | LinkageError e) {
            return Outcome.of(Trouble.of(e, settings.key().baseUrl()));
        }
    }

    /**
     * Whether somebody noted that these tokens are being renewed, and left without storing others. If his process is alive,
     * it stores them within moments; to present the same refresh token meanwhile may end the session for all.
     */
    private boolean isBeingRenewed(@Nullable StoredSession stored, @Nullable Held base) {
        return stored != null
                && stored.renewingSince() != null
                && !isRejected(stored.tokens())
                && (base == null || stored.version() >= base.session().version());
    }

    private Outcome renew(
            Flight flight, Snapshot mine, @Nullable Held base, @Nullable StoredSession stored, StoreSection section) {
        boolean canWait = base != null && base.isUsable(now()) && flight.refused() == null;
        if (canWait && section.outage() != null) {
            return Outcome.of(storeIsNeeded(section));
        }
        String refreshToken = isLeftToOthers(flight, base, stored, section) ? null : refreshToken(base, stored);
        if (refreshToken != null) {
            boolean noted = base == null
                    ? section.outage() == null
                    : section.save(base.session().renewing(settings.time().now()));
            boolean othersMayHoldIt = base == null || base.saved();
            if (!noted && othersMayHoldIt) {
                return canWait
                        ? Outcome.of(storeIsNeeded(section))
                        : logInWithoutStore(flight, mine, base, stored, section);
            }
            IOException lost = noted ? section.whyNotHeld() : null;
            if (lost != null) {
                clearNote(base, section);
                return Outcome.of(Trouble.passing(lost));
            }
            Outcome refreshed = refresh(refreshToken, flight, mine, base, stored, section);
            if (refreshed != null) {
                return refreshed;
            }
        }
        return logInAgain(flight, mine, base, stored, section);
    }

    /** Whether somebody else may have sent it, whose answer may still come, and a login does instead. */
    private boolean isLeftToOthers(
            Flight flight, @Nullable Held base, @Nullable StoredSession stored, StoreSection section) {
        return section.mayBeSpent() && logins.areThere(flight) && isBeingRenewed(stored, base);
    }

    /** Null if the server rejects the refresh token for good. */
    private @Nullable Outcome refresh(
            String refreshToken,
            Flight flight,
            Snapshot mine,
            @Nullable Held base,
            @Nullable StoredSession stored,
            StoreSection section) {
        try {
            Basis basis = base == null ? first(mine, stored).keeping(refreshToken) : Basis.of(base.session());
            Held refreshed = requests.refresh(refreshToken, basis, section);
            return Outcome.of(base == null ? refreshed : refreshed.loggedInAt(base.loggedInAt()));
        } catch (ApiException e) {
            if (!service.rejects(e)) {
                clearNote(base, section);
                throw e;
            }
            rejectedRefreshToken = refreshToken;
            refreshRejection = e;
        } catch (UnsupportedOperationException e) {
            rejectedRefreshToken = refreshToken; // Found in the store, of a vendor that has none.
        }
        Held late = helds.adopt(section.load(), base == null ? mine : Snapshot.active(base, base.staleAt()));
        if (late != null && isWanted(late, flight)) {
            return Outcome.of(late);
        }
        clearNote(base, section);
        return null;
    }

    /** Nobody needs to wait for what we do not have. */
    private static void clearNote(@Nullable Held base, StoreSection section) {
        if (base != null) {
            boolean unused = section.save(base.session().renewing(null));
        }
    }

    private Outcome logInAgain(
            Flight flight, Snapshot mine, @Nullable Held base, @Nullable StoredSession stored, StoreSection section) {
        if (flight.isSettled()) {
            return Outcome.of(Trouble.CLIENT_CLOSED);
        }
        Credentials known = logins.own(flight);
        return known == null
                ? Outcome.of(section.outage() == null ? noCredentials() : storeIsNeeded(section))
                : logins.again(known, flight, next(mine, base, stored), section);
    }

    /** A login spends nothing that others hold, so it needs no store; without one the refresh token is kept for later. */
    private Outcome logInWithoutStore(
            Flight flight, Snapshot mine, @Nullable Held base, @Nullable StoredSession stored, StoreSection section) {
        Credentials known = logins.own(flight);
        return known == null || logins.isHeldBack(known, next(mine, base, stored), section)
                ? Outcome.of(storeIsNeeded(section))
                : logins.again(known, flight, next(mine, base, stored), section);
    }

    private static Basis next(Snapshot mine, @Nullable Held base, @Nullable StoredSession stored) {
        return base == null ? first(mine, stored) : Basis.of(base.session());
    }

    private static Basis first(Snapshot mine, @Nullable StoredSession stored) {
        long generation = stored == null ? 0 : stored.generation();
        long version = stored == null ? 0 : stored.version();
        return new Basis(Math.max(mine.generation(), generation), Math.max(mine.version(), version), null, null);
    }

    /** The one to spend; null if there is none, or none that the server has not rejected. */
    private @Nullable String refreshToken(@Nullable Held base, @Nullable StoredSession stored) {
        String given = FoundSession.isNone(stored) ? settings.start().refreshToken() : null;
        String known = base == null ? given : base.tokens().refreshToken();
        return known == null || known.equals(rejectedRefreshToken) ? null : known;
    }

    private boolean isRejected(@Nullable Tokens tokens) {
        return tokens != null
                && tokens.refreshToken() != null
                && tokens.refreshToken().equals(rejectedRefreshToken);
    }

    private boolean isWanted(Held held, Flight flight) {
        Authorization refused = flight.refused();
        return held.isUsable(now()) && (refused == null || !held.authorization().equals(refused));
    }

    private static Trouble storeIsNeeded(StoreSection section) {
        String problem =
                "the token store cannot be used, and without it the refresh token that others may share is not spent";
        return Trouble.storeAway(
                section.outage() instanceof StoreSetupException refused
                        ? new StoreSetupException(problem + ": " + refused.getMessage(), refused)
                        : new IOException(problem + "; mend the store", section.outage()));
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

    private long now() {
        return settings.time().nanoTime();
    }
}
