package dev.latchkey.core.internal.session;

import dev.latchkey.core.store.LoginNotes.Outcome;
import dev.latchkey.core.store.LoginNotes.SentPassword;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Why the session does not send a password by itself at present.
 *
 * @param outcome of the last logins with it
 * @param count how many in a row had that outcome
 * @param nextProbe when the session tries it again, by the wall clock; null if it does not
 */
record LoginHold(Outcome outcome, int count, @Nullable Instant nextProbe) {

    static LoginHold of(SentPassword note, @Nullable Instant nextProbe) {
        return new LoginHold(note.outcome(), note.count(), nextProbe);
    }

    String problem(String username) {
        String what = outcome == Outcome.REFUSED
                ? "the server refused the credentials of \"" + username + "\". "
                : "the last " + count + " logins of \"" + username
                        + "\" had no clear answer, and a wrong password that is"
                        + " sent again and again locks the account. ";
        String when = nextProbe == null
                ? "They are not sent again by themselves;"
                : "The next attempt is made at " + nextProbe.truncatedTo(ChronoUnit.SECONDS) + " or later;";
        return what + when + " session().login(…) sends these or other credentials at once.";
    }
}
