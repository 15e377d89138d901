package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.core.auth.StoreBusyException;
import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoreSetupException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which texts of a store's exceptions are shown. */
class StoreWordsTest {

    @Test
    void theWordsOfOurExceptionsAreShownAndThoseOfOthersAreNot() {
        assertThat(SavedSession.words(new StoreFailedException("no free connection")))
                .isEqualTo("no free connection");
        assertThat(SavedSession.words(new StoreBusyException("held for long"))).isEqualTo("held for long");
        assertThat(SavedSession.words(new StoreSetupException("chmod 700"))).isEqualTo("chmod 700");
        assertThat(SavedSession.words(new BoundedCall.UnansweredException("the store", Duration.ofSeconds(4))))
                .isEqualTo("the store did not answer within 4 s");
        assertThat(SavedSession.words(new IOException("password is hunter2"))).isEqualTo("java.io.IOException");
        assertThat(SavedSession.words(BoundedStore.failure(new IllegalStateException("password is hunter2"))))
                .isEqualTo("the token store failed with java.lang.IllegalStateException");
    }

    @Test
    void aStoreThatIsAwayIsNamedInItsOwnWords() {
        SessionFailure busy = SessionFailure.passing(new StoreBusyException("Another process held it for PT4S."));
        assertThat(busy.words())
                .isEqualTo("the session's token could not be renewed (Another process held it for PT4S)."
                        + " Try again later.");
        SessionFailure foreign = SessionFailure.passing(new IOException("password is hunter2"));
        assertThat(foreign.words()).isEqualTo("the session's token could not be renewed (java.io.IOException).");
    }
}
