package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.store.LoginNotes.Outcome;
import dev.latchkey.core.store.LoginNotes.SentPassword;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginNotesTest {

    @Test
    void theSixteenThatWereSentLastAreKept() {
        List<SentPassword> sent =
                IntStream.range(0, 20).mapToObj(LoginNotesTest::sent).toList();
        assertThat(new LoginNotes(sent, 0).passwords()).containsExactlyInAnyOrderElementsOf(sent.subList(4, 20));
    }

    @Test
    void theListIsItsOwn() {
        assertThat(new LoginNotes(new ArrayList<>(List.of(sent(1))), 7).withOneTimePasswordStep(8))
                .isEqualTo(new LoginNotes(List.of(sent(1)), 8));
        assertThat(LoginNotes.NONE.withPasswords(List.of(sent(1)))).isEqualTo(new LoginNotes(List.of(sent(1)), 0));
    }

    @Test
    void itsTextsShowNoPrint() {
        assertThat(new LoginNotes(List.of(sent(31_337)), 7))
                .hasToString("LoginNotes[1 passwords, oneTimePasswordStep=7]");
        assertThat(sent(31_337).toString())
                .startsWith("SentPassword[REFUSED, count=1, lastSentAt=")
                .doesNotContain("print");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new LoginNotes(List.of(), -1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> sent(-2)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> sent(65_536)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> new SentPassword(1, Outcome.REFUSED, 0, Instant.EPOCH))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void aNoteMayCountForEveryPassword() {
        assertThat(sent(SentPassword.ANY).print()).isEqualTo(-1);
    }

    @Test
    void anEntryOfNotesAloneIsNoLogout() {
        StoredSession none = Sessions.tombstone(0).noting(Sessions.NOTES);
        assertThat(none.isLoggedOut()).isFalse();
        assertThat(none.toString()).contains("no session yet");
        assertThat(Sessions.tombstone(1).isLoggedOut()).isTrue();
        assertThat(Sessions.session(1).isLoggedOut()).isFalse();
    }

    @Test
    void aRenewalKeepsTheNotes() {
        assertThat(Sessions.session(1)
                        .noting(Sessions.NOTES)
                        .renewing(Instant.EPOCH)
                        .logins())
                .isEqualTo(Sessions.NOTES);
    }

    private static SentPassword sent(int print) {
        return new SentPassword(print, Outcome.REFUSED, 1, Instant.EPOCH.plusSeconds(print));
    }
}
