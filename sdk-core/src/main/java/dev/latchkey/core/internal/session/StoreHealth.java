package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.SessionStatus;
import dev.latchkey.core.auth.StoreSetupException;
import java.time.Instant;

/** Whether the token store works. Safe for use by many threads. */
final class StoreHealth {
    private static final SessionStatus.Store WORKING = new SessionStatus.Store(true, null, null);

    private volatile SessionStatus.Store seen = WORKING;

    void worked() {
        if (!seen.working()) {
            seen = WORKING;
        }
    }

    void failed(Throwable failure) {
        seen = new SessionStatus.Store(false, words(failure), Instant.now());
    }

    SessionStatus.Store seen() {
        return seen;
    }

    /** A text of the store's own is its advice, which holds no secret; that of other exceptions may hold anything. */
    static String words(Throwable failure) {
        String said = failure instanceof StoreSetupException ? failure.getMessage() : null;
        return said == null ? failure.getClass().getName() : said;
    }
}
