package dev.latchkey.core.internal.session;

import dev.latchkey.core.Failure;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MfaRequiredException;
import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.TimeSource;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.core.auth.OneTimePasswords;
import dev.latchkey.core.internal.otp.Totp;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Gives logins their one-time passwords: each code once, whoever of those who share the store sends it, and after two that the
 * server refused in a row none until the user logs in or the slow probe is due. A person is not asked in the background.
 */
final class OneTimePasswordGate {
    private static final int MAX_REFUSED = 2;
    private static final long USUAL_PERIOD_SECONDS = 30;

    private final TimeSource time;
    private final @Nullable Totp totp;
    private final @Nullable HookCall hook;
    private final SentCodes codes;

    OneTimePasswordGate(SessionSettings settings, SentCodes codes, Executor threads) {
        OneTimePassword source = settings.oneTimePassword();
        this.time = settings.time();
        this.totp = source instanceof Totp builtIn ? builtIn : null;
        this.hook = source == null || source instanceof Totp
                ? null
                : new HookCall(source, settings.oneTimePasswordTimeout(), threads);
        this.codes = codes;
    }

    /** What one login asks with: once, and no more. */
    Asking during(Work work, StoreSection section) {
        return new Asking(work, section);
    }

    /** Not thread-safe: for the thread that carries the login out. */
    final class Asking implements OneTimePasswords {
        private final Work work;
        private final StoreSection section;
        private boolean asked;
        private boolean answered;

        private Asking(Work work, StoreSection section) {
            this.work = work;
            this.section = section;
        }

        /** Before the login sends anything: null if it may, else why it need not, since no code could follow. */
        @Nullable
        SessionFailure whyNotYet() {
            if (!(work.job() instanceof Job.LogIn) && codes.isStopped(section)) {
                return SessionFailure.mfaRequired(stopped());
            }
            CodeUsedException used = totp == null ? null : usedStep(totp);
            return used == null ? null : SessionFailure.passing(used);
        }

        @Override
        public String next() {
            if (asked) {
                throw mfaRequired("the login asks for a second one-time password.", null);
            }
            asked = true;
            String code = totp == null ? ofHook() : ofStep(totp);
            answered = true;
            return code;
        }

        void loggedIn() {
            if (answered) {
                codes.accepted(section);
            }
        }

        /**
         * The login failed for want of a one-time password: if it was given one, that one was refused. The first time that
         * may be because somebody else, who shares no store, has used it.
         */
        RuntimeException failed(MfaRequiredException refusal) {
            if (!answered) {
                return refusal;
            }
            boolean isOver = codes.refused(section) >= MAX_REFUSED;
            boolean asksAPerson = hook != null && !hook.isUnattended();
            return isOver || asksAPerson ? refusal : passing(refusedOnce());
        }

        private String ofStep(Totp builtIn) {
            CodeUsedException used = usedStep(builtIn);
            if (used != null) {
                throw passing(used);
            }
            long step = builtIn.step(time.now());
            String code = builtIn.code(step);
            codes.sending(code, step, section);
            return code;
        }

        /** Null if the code of this moment was not sent. */
        private @Nullable CodeUsedException usedStep(Totp builtIn) {
            Instant now = time.now();
            long current = builtIn.step(now);
            long last = codes.lastStep(current, section);
            return last < current
                    ? null
                    : new CodeUsedException(
                            "the one-time password of this moment was sent already",
                            builtIn.until(last + 1, now),
                            true);
        }

        private String ofHook() {
            HookCall source = hook;
            if (source == null) {
                throw mfaRequired(
                        "the login needs a one-time password. Give the client's builder a oneTimePassword(…) hook.",
                        null);
            }
            if (work.job().isBackground() && !source.isUnattended()) {
                throw mfaRequired(
                        "a renewal in the background needs a one-time password. Declare the hook with"
                                + " OneTimePassword.unattended(…) if it answers without a person.",
                        null);
            }
            String code = plain(source.ask(work));
            if (codes.wasSent(code, section)) {
                throw passing(new CodeUsedException(
                        "the one-time password was sent already, by this client or another one that shares its store",
                        untilNextOfHook(),
                        false));
            }
            codes.sending(code, -1, section);
            return code;
        }

        private MfaRequiredException stopped() {
            return mfaRequired(
                    "the server refused the last " + codes.refusedInARow(section)
                            + " one-time passwords, and a further wrong one may lock the account. Mend the source of the"
                            + " one-time passwords or this machine's clock, then call session().login().",
                    null);
        }
    }

    private CodeUsedException refusedOnce() {
        Instant now = time.now();
        Totp builtIn = totp;
        return new CodeUsedException(
                "the server refused the one-time password. It is wrong, or somebody else has used it who does not share"
                        + " this client's token store",
                builtIn == null ? untilNextOfHook() : builtIn.until(builtIn.step(now) + 1, now),
                false);
    }

    /** As most authenticators do it. */
    private Duration untilNextOfHook() {
        return Duration.ofSeconds(
                USUAL_PERIOD_SECONDS - Math.floorMod(time.now().getEpochSecond(), USUAL_PERIOD_SECONDS));
    }

    private static String plain(@Nullable String code) {
        try {
            return OneTimePasswords.plain("code of the one-time-password hook", code == null ? "" : code);
        } catch (InvalidInputException e) {
            throw mfaRequired(String.valueOf(e.getMessage()), null);
        }
    }

    private static RenewalFailedException passing(CodeUsedException used) {
        return new RenewalFailedException(failure(String.valueOf(used.getMessage())), used);
    }

    static MfaRequiredException mfaRequired(String problem, @Nullable Throwable cause) {
        return new MfaRequiredException(failure(problem), cause);
    }

    private static Failure failure(String problem) {
        return Failure.local("session", "login", problem);
    }
}
