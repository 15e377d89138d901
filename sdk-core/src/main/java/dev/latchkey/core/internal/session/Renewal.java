package dev.latchkey.core.internal.session;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.SessionExpiredException.Reason;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.internal.call.Sentence;
import dev.latchkey.core.internal.session.Outcome.Need;
import dev.latchkey.core.internal.session.Outcome.Postponed;
import dev.latchkey.core.internal.session.TokenRequests.Lineage;
import dev.latchkey.core.store.StoreSetupException;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.vendor.TokenService;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Predicate;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The order of a renewal: what somebody else has stored, else the refresh token, else the credentials. Runs in the store's
 * exclusive section. A refresh token that others may hold as well is spent only there, and only after the store has taken a
 * note of it. Remembers what the server rejected, so that it is not sent again.
 */
final class Renewal {
    private static final int LOOKS = 5;
    private static final int MOST_PRINTS = 3;
    private static final long BETWEEN_LOOKS_NANOS = 100_000_000L;
    private static final Outcome BEING_RENEWED = new Postponed(
            Need.OTHERS,
            SessionFailure.passing(
                    new IOException("another process has begun to renew the session and has not stored the outcome")));
    private static final Outcome CREDENTIALS_FIRST = new Postponed(
            Need.CREDENTIALS, SessionFailure.passing(new IOException("the credentials have not been asked for")));

    private final TokenService service;
    private final TokenRequests requests;
    private final SavedSession saved;
    private final Logins logins;
    private final LiveTokens.Factory live;
    private final SessionSettings settings;

    private volatile @Nullable ByteString rejectedRefreshToken;
    private volatile @Nullable ApiException refreshRejection;

    Renewal(
            SessionSettings settings,
            TokenService service,
            SavedSession saved,
            TokenRequests requests,
            Logins logins,
            LiveTokens.Factory live) {
        this.settings = settings;
        this.service = service;
        this.saved = saved;
        this.requests = requests;
        this.logins = logins;
        this.live = live;
    }

    /** Takes up what the store has, though it may have ended, without a word to the server. */
    Outcome fromStore(Snapshot mine) {
        StoredSession stored;
        try {
            stored = saved.read();
        } catch (IOException | RuntimeException e) {
            return Outcome.of(SessionFailure.storeUnread(e));
        }
        if (stored != null && stored.isLoggedOut() && stored.generation() > mine.generation()) {
            return new Outcome.LoggedOutElsewhere(stored.generation());
        }
        LiveTokens newer = live.adopt(stored, mine);
        return newer == null ? new Outcome.NothingNew() : Outcome.of(newer);
    }

    /** Renews or logs in. */
    Outcome run(Work work) {
        try {
            boolean takesOthers = work.job() instanceof Job.LogInAgain && settings.storeIsGiven();
            Predicate<StoredSession> savedSince = takesOthers ? saved.savedSinceNow() : stored -> false;
            CodeWait nextCode = new CodeWait(settings.time(), settings.tokenTimeout());
            Outcome outcome = decided(work, savedSince);
            while (nextCode.await(outcome, work)) {
                outcome = decided(work, savedSince);
            }
            return outcome;
        } catch (InterruptedIOException | InterruptedException e) {
            return Outcome.of(SessionFailure.CLIENT_CLOSED);
        } catch (IOException busy) {
            LiveTokens newer = live.adopt(saved.peek(), work.basis());
            return newer != null && isWanted(newer, work)
                    ? Outcome.of(newer)
                    : Outcome.of(SessionFailure.passing(busy));
        } catch (LinkageError e) {
            return Outcome.of(SessionFailure.of(e, settings.key().baseUrl()));
        }
    }

    /** Does what has to be done outside of the store's section, until there is an outcome. */
    private Outcome decided(Work work, Predicate<StoredSession> savedSince) throws IOException, InterruptedException {
        boolean patient = true;
        int prints = 0;
        int looks = 0;
        logins.printUncleared();
        while (true) {
            Outcome outcome = inSection(work, savedSince, patient);
            if (!(outcome instanceof Postponed postponed)) {
                notePassword(work);
                return outcome;
            }
            SessionFailure failed = null;
            switch (postponed.need()) {
                case CREDENTIALS -> failed = logins.askFor(work);
                case PRINT -> {
                    logins.print(work);
                    if (prints++ == MOST_PRINTS) {
                        return Outcome.of(postponed.failure());
                    }
                    patient = false; // What is noted as being renewed by now was noted here.
                }
                case OTHERS -> {
                    failed = work.awaitSettled(BETWEEN_LOOKS_NANOS) ? postponed.failure() : null;
                    patient = ++looks < LOOKS;
                }
            }
            if (failed != null) {
                return Outcome.of(failed);
            }
        }
    }

    /** A login that failed without a print counts against every password until its own is noted. */
    private void notePassword(Work work) {
        LoginGuard.Attempt owed = work.takeOwed();
        if (owed == null) {
            return;
        }
        logins.print(owed);
        try {
            boolean unused = saved.exclusively(work.settled(), false, section -> {
                StoredSession stored = section.load();
                logins.notePrint(owed, section, stored == null ? 0 : stored.version());
                return true;
            });
        } catch (IOException e) {
            // The store is busy, or the client is being closed: it counts against every password until a login
            // succeeds.
        }
    }

    private Outcome inSection(Work work, Predicate<StoredSession> savedSince, boolean patient) throws IOException {
        if (work.isSettled()) {
            return Outcome.of(SessionFailure.CLIENT_CLOSED); // The session has gone on without it.
        }
        boolean needsRefreshToken = !(work.job() instanceof Job.LogIn) && !logins.areThere(work);
        return saved.exclusively(work.settled(), needsRefreshToken, section -> {
            if (work.isSettled()) {
                return Outcome.of(SessionFailure.CLIENT_CLOSED);
            }
            try {
                Visit visit = new Visit(work, section);
                return work.job() instanceof Job.LogIn login ? visit.logIn(login, savedSince) : visit.renew(patient);
            } catch (MfaRequiredException e) {
                return Outcome.of(SessionFailure.mfaRequired(e));
            } catch (RuntimeException | LinkageError e) {
                return Outcome.of(SessionFailure.of(e, settings.key().baseUrl()));
            }
        });
    }

    /** What is done within the section for some work. */
    private final class Visit {
        private final Work work;
        private final StoreSection section;
        private final @Nullable StoredSession stored;
        private final Snapshot mine;
        private final @Nullable LiveTokens newer;
        /** What a renewal begins with: what the store has if that is newer, else what this session has. */
        private final @Nullable LiveTokens base;

        Visit(Work work, StoreSection section) {
            this.work = work;
            this.section = section;
            this.stored = section.load();
            logins.look(section, stored == null ? 0 : stored.version());
            this.mine = LateLogin.beside(stored, work.basis(), section);
            this.newer = live.adopt(stored, mine);
            this.base = newer == null ? mine.tokens() : newer;
        }

        Outcome logIn(Job.LogIn login, Predicate<StoredSession> savedSince) {
            boolean others = stored != null && savedSince.test(stored);
            if (others && newer != null && newer.isUsable(now())) {
                return Outcome.of(newer);
            }
            return !login.given().isPresent() && logins.lacksCredentials(work)
                    ? CREDENTIALS_FIRST
                    : logins.asAsked(work, first(), section);
        }

        Outcome renew(boolean patient) {
            if (stored != null && stored.isLoggedOut() && stored.generation() > mine.generation()) {
                return new Outcome.LoggedOutElsewhere(stored.generation());
            }
            if (newer != null && isWanted(newer, work)) {
                return Outcome.of(newer);
            }
            boolean beingRenewed = isBeingRenewed();
            boolean leftToOthers = beingRenewed && section.mayBeSpent() && logins.areThere(work);
            if (patient && beingRenewed && !leftToOthers) {
                return BEING_RENEWED;
            }
            boolean canWait = base != null && base.isUsable(now()) && refused(work) == null;
            if (canWait && section.outage() != null) {
                return storeIsNeeded();
            }
            String refreshToken = leftToOthers ? null : refreshToken();
            if (refreshToken != null) {
                boolean noted = base == null
                        ? section.outage() == null
                        : section.save(base.session().renewing(settings.time().now()));
                boolean othersMayHoldIt = base == null || base.saved();
                if (!noted && othersMayHoldIt) {
                    return canWait ? storeIsNeeded() : logInWithoutStore();
                }
                IOException lost = noted ? section.whyNotHeld() : null;
                if (lost != null) {
                    clearNote();
                    return Outcome.of(SessionFailure.passing(lost));
                }
                Outcome refreshed = refresh(refreshToken);
                if (refreshed != null) {
                    return refreshed;
                }
            }
            return logInAgain();
        }

        /**
         * Whether somebody noted that these tokens are being renewed, and left without storing others. If his process is
         * alive, it stores them within moments; to present the same refresh token meanwhile may end the session for all.
         */
        private boolean isBeingRenewed() {
            return stored != null
                    && stored.renewingSince() != null
                    && !isRejected(stored.tokens())
                    && (base == null || stored.version() >= base.session().version());
        }

        /** The one to spend; null if there is none, or none that the server has not rejected. */
        private @Nullable String refreshToken() {
            String given = FoundSession.isNone(stored) ? work.basis().given().refreshToken() : null;
            String known = base == null ? given : base.tokens().refreshToken();
            return known == null || Digest.of(known).equals(rejectedRefreshToken) ? null : known;
        }

        /** Null if the server rejects the refresh token for good. */
        private @Nullable Outcome refresh(String refreshToken) {
            try {
                Lineage lineage = base == null ? first().keeping(refreshToken) : Lineage.of(base.session());
                work.asksServer();
                LiveTokens refreshed = requests.refresh(refreshToken, lineage, section);
                return Outcome.of(base == null ? refreshed : refreshed.loggedInAt(base.loggedInAt()));
            } catch (ApiException e) {
                if (!service.rejects(e)) {
                    clearNote();
                    throw e;
                }
                rejectedRefreshToken = Digest.of(refreshToken);
                refreshRejection = e;
            } catch (UnsupportedOperationException e) {
                rejectedRefreshToken = Digest.of(refreshToken); // Found in the store, of a vendor that has none.
            }
            LiveTokens late = live.adopt(section.load(), base == null ? mine : Snapshot.active(base));
            if (late != null && isWanted(late, work)) {
                return Outcome.of(late);
            }
            clearNote();
            return null;
        }

        /** Nobody needs to wait for what we do not have. */
        private void clearNote() {
            if (base != null) {
                boolean unused = section.save(base.session().renewing(null));
            }
        }

        private Outcome logInAgain() {
            if (work.isSettled()) {
                return Outcome.of(SessionFailure.CLIENT_CLOSED);
            }
            if (logins.lacksCredentials(work)) {
                return CREDENTIALS_FIRST;
            }
            Credentials known = logins.own(work).orElse(null);
            if (known == null) {
                return section.outage() == null ? Outcome.of(noCredentials()) : storeIsNeeded();
            }
            return logins.again(known, work, next(), section);
        }

        /** A login spends nothing that others hold, so it needs no store; without one the refresh token is kept for later. */
        private Outcome logInWithoutStore() {
            if (logins.lacksCredentials(work)) {
                return CREDENTIALS_FIRST;
            }
            Credentials known = logins.own(work).orElse(null);
            return known == null || logins.isHeldBack(known, next(), section)
                    ? storeIsNeeded()
                    : logins.again(known, work, next(), section);
        }

        private Lineage next() {
            return base == null ? first() : Lineage.of(base.session());
        }

        private Lineage first() {
            long generation = stored == null ? 0 : stored.generation();
            long version = stored == null ? 0 : stored.version();
            return new Lineage(Math.max(mine.generation(), generation), Math.max(mine.version(), version), null, null);
        }

        private Outcome storeIsNeeded() {
            String problem =
                    "the token store cannot be used, and without it the refresh token that others may share is not spent";
            return Outcome.of(SessionFailure.storeAway(
                    section.outage() instanceof StoreSetupException refused
                            ? new StoreSetupException(problem + ": " + refused.getMessage(), refused)
                            : new IOException(problem + without(section.outage()), section.outage())));
        }

        private static String without(@Nullable Exception outage) {
            return outage == null
                    ? "; mend the store"
                    : "; mend the store: " + Sentence.withoutStop(SavedSession.words(outage));
        }
    }

    private boolean isRejected(@Nullable Tokens tokens) {
        return tokens != null
                && tokens.refreshToken() != null
                && Digest.of(tokens.refreshToken()).equals(rejectedRefreshToken);
    }

    private boolean isWanted(LiveTokens tokens, Work work) {
        Authorization refused = refused(work);
        return tokens.isUsable(now())
                && (refused == null || !tokens.authorization().equals(refused));
    }

    private static @Nullable Authorization refused(Work work) {
        return work.job() instanceof Job.Renew renew ? renew.refused() : null;
    }

    private SessionFailure noCredentials() {
        return refreshRejection == null
                ? SessionFailure.expired(
                        Reason.NOT_LOGGED_IN,
                        "nobody is logged in. Give the client credentials, or call session().login(…).",
                        null)
                : SessionFailure.expired(
                        Reason.REFRESH_REJECTED,
                        "the server no longer accepts the refresh token. Log in with session().login(…).",
                        refreshRejection);
    }

    private long now() {
        return settings.time().nanoTime();
    }
}
