package dev.latchkey.core.store;

import dev.latchkey.core.InvalidInputException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all who share a {@link TokenStore} have to know about logins, so that together they do not send a wrong password, or a
 * one-time password that was used, again and again. A {@link StoredSession} carries it; a store keeps it and need not understand
 * it.
 *
 * <p>Immutable. It holds no password, but it tells something of them to whoever can read the store; SECURITY.md says how much.
 *
 * @param passwords those that were sent and have brought no token since; 16 at most, of more the ones sent last
 * @param oneTimePasswordStep the last time step whose one-time password was sent, 0 if none was
 * @param oneTimePassword the last one-time password that was sent, null if none was
 */
public record LoginNotes(
        List<SentPassword> passwords,
        long oneTimePasswordStep,
        @Nullable SentCode oneTimePassword) {
    /** How many passwords are noted at most. */
    public static final int MAX_PASSWORDS = 16;

    private static final int MAX_PRINT = 0xFFFF;

    /** Nothing to know. */
    public static final LoginNotes NONE = new LoginNotes(List.of(), 0);

    /**
     * Copies the list.
     *
     * @throws InvalidInputException if the step is negative
     */
    public LoginNotes {
        if (oneTimePasswordStep < 0) {
            throw new InvalidInputException("The step of a one-time password is negative.");
        }
        passwords = passwords.size() <= MAX_PASSWORDS ? List.copyOf(passwords) : latest(passwords);
    }

    /**
     * Notes without a one-time password.
     *
     * @param passwords those that were sent and have brought no token since
     * @param oneTimePasswordStep the last time step whose one-time password was sent, 0 if none was
     * @throws InvalidInputException if the step is negative
     */
    public LoginNotes(List<SentPassword> passwords, long oneTimePasswordStep) {
        this(passwords, oneTimePasswordStep, null);
    }

    private static List<SentPassword> latest(List<SentPassword> all) {
        List<SentPassword> kept = new ArrayList<>(all);
        kept.sort(Comparator.comparing(SentPassword::lastSentAt).reversed());
        return List.copyOf(kept.subList(0, MAX_PASSWORDS));
    }

    /**
     * The same with other passwords.
     *
     * @param sent the passwords
     * @return the notes
     */
    public LoginNotes withPasswords(List<SentPassword> sent) {
        return new LoginNotes(sent, oneTimePasswordStep, oneTimePassword);
    }

    /**
     * The same with another time step.
     *
     * @param step the last one whose one-time password was sent
     * @return the notes
     * @throws InvalidInputException if it is negative
     */
    public LoginNotes withOneTimePasswordStep(long step) {
        return new LoginNotes(passwords, step, oneTimePassword);
    }

    /**
     * The same with another one-time password.
     *
     * @param sent the last one
     * @return the notes
     */
    public LoginNotes withOneTimePassword(SentCode sent) {
        return new LoginNotes(passwords, oneTimePasswordStep, sent);
    }

    /** How many passwords there are, the step, and the last one-time password without its print. */
    @Override
    public String toString() {
        return "LoginNotes[" + passwords.size() + " passwords, oneTimePasswordStep=" + oneTimePasswordStep
                + (oneTimePassword == null ? "]" : ", " + oneTimePassword + "]");
    }

    private static void requirePrint(int print) {
        if (print < 0 || print > MAX_PRINT) {
            throw new InvalidInputException("The print of a password has more than 16 bits.");
        }
    }

    /** What a login that brought no token says of its password. */
    public enum Outcome {
        /** Nobody knows: there was no answer, or one that does not tell, or the process has ended meanwhile. */
        UNCERTAIN,
        /** The server refused it in its own words. */
        REFUSED
    }

    /**
     * A password that was sent.
     *
     * @param print 16 bits of its slow hash, 0 to 65535; passwords that share them share their waits. Or {@link #ANY}.
     * @param outcome of the logins
     * @param count how many logins in a row had that outcome, 1 or more
     * @param lastSentAt when it was sent last, by the wall clock of the process that did
     */
    public record SentPassword(int print, Outcome outcome, int count, Instant lastSentAt) {
        /**
         * In the place of a print that nobody has taken: the login is underway, or its process has ended. The note counts for
         * every password.
         */
        public static final int ANY = -1;

        /**
         * Checks the values.
         *
         * @throws InvalidInputException if the print has more than 16 bits, or the count is less than 1
         */
        public SentPassword {
            if (print != ANY) {
                requirePrint(print);
            }
            if (count < 1) {
                throw new InvalidInputException("A password that was never sent is noted.");
            }
        }

        /** Everything but the print. */
        @Override
        public String toString() {
            return "SentPassword[" + outcome + ", count=" + count + ", lastSentAt=" + lastSentAt + "]";
        }
    }

    /**
     * A one-time password that was sent.
     *
     * @param print 16 bits of its hash, 0 to 65535; it is worth nothing once it was sent
     * @param refused how many in a row the server has refused, this one included; 0 if it was not
     * @param sentAt when it was sent, by the wall clock of the process that did
     */
    public record SentCode(int print, int refused, Instant sentAt) {

        /**
         * Checks the values.
         *
         * @throws InvalidInputException if the print has more than 16 bits, or the count is negative
         */
        public SentCode {
            requirePrint(print);
            if (refused < 0) {
                throw new InvalidInputException("The number of refused one-time passwords is negative.");
            }
        }

        /** Everything but the print. */
        @Override
        public String toString() {
            return "SentCode[refused=" + refused + ", sentAt=" + sentAt + "]";
        }
    }
}
