package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.RenewalReason;
import dev.latchkey.core.vendor.TokenGrant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a session has to do. It does one at a time. */
sealed interface Job permits Job.Renew, Job.Save, Job.LogIn, Job.LogOut {

    /** Why a token is asked for. */
    default RenewalReason reason() {
        return RenewalReason.FIRST_USE;
    }

    /** Whether nobody waits for it, so that no person is asked for anything. */
    default boolean isBackground() {
        return false;
    }

    /** Where a renewal may look for tokens. */
    enum Source {
        /** What somebody else has stored, and nothing else. */
        STORE,
        /** The store, then the server. */
        SERVER
    }

    /**
     * Brings usable tokens. In a session that was logged out it looks whether somebody has logged in elsewhere.
     *
     * @param source where from
     * @param reason why
     * @param isBackground whether nobody waits for it
     * @param refused tokens that will not do, though they may not have ended; null if any will
     */
    record Renew(
            Source source,
            RenewalReason reason,
            boolean isBackground,
            @Nullable Authorization refused) implements Job {

        static Renew inBackground(RenewalReason reason, @Nullable Authorization refused) {
            return new Renew(Source.SERVER, reason, true, refused);
        }

        static Renew forCaller(RenewalReason reason, @Nullable Authorization refused) {
            return new Renew(Source.SERVER, reason, false, refused);
        }

        /** Asks the server for nothing. */
        static Renew fromStore() {
            return new Renew(Source.STORE, RenewalReason.FIRST_USE, true, null);
        }
    }

    /** The store gets what it could not take before: tokens, or the note of a logout. Asks the server for nothing. */
    record Save() implements Job {
        @Override
        public boolean isBackground() {
            return true;
        }
    }

    /** A login that the user asked for. */
    sealed interface LogIn extends Job permits LogInAgain, LogInWith, LogInBySteps {
        @Override
        default RenewalReason reason() {
            return RenewalReason.LOGIN;
        }

        /** Those that the user gave for this login; empty if the client's own are to be used. */
        default Optional<Credentials> given() {
            return Optional.empty();
        }
    }

    /** With the client's own credentials; the session of another member will do, since it proves nothing of them. */
    record LogInAgain() implements LogIn {}

    /** With credentials of the user's, which later renewals use as well. */
    record LogInWith(Credentials credentials) implements LogIn {
        @Override
        public Optional<Credentials> given() {
            return Optional.of(credentials);
        }
    }

    /** The vendor's module carries it out by itself, and brings the tokens. */
    record LogInBySteps(Credentials credentials, Supplier<TokenGrant> steps) implements LogIn {
        @Override
        public Optional<Credentials> given() {
            return Optional.of(credentials);
        }
    }

    /**
     * A logout; the session here has ended already.
     *
     * @param before the state until then
     * @param interrupted what was underway, whose tokens are logged out, too
     */
    record LogOut(Snapshot before, Optional<Work> interrupted) implements Job {}
}
