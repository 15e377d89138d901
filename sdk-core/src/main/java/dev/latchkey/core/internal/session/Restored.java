package dev.latchkey.core.internal.session;

import dev.latchkey.core.auth.StoredSession;
import java.io.IOException;

/** Takes up what the store has, without a word to the server. */
final class Restored {
    private final SavedSession saved;
    private final HeldFactory helds;

    Restored(SavedSession saved, HeldFactory helds) {
        this.saved = saved;
        this.helds = helds;
    }

    /** Tokens, though they may have ended; or neither tokens nor trouble if the store has none that are newer. */
    Outcome run(Snapshot mine) {
        StoredSession stored;
        try {
            stored = saved.read();
        } catch (IOException | RuntimeException e) {
            return Outcome.of(Trouble.storeUnread(e));
        }
        if (stored != null && stored.isLoggedOut() && stored.generation() > mine.generation()) {
            return Outcome.loggedOutElsewhere(stored.generation());
        }
        Held newer = helds.adopt(stored, mine);
        return newer == null ? Outcome.NOTHING_NEW : Outcome.of(newer);
    }
}
