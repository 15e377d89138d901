package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.StoredSessionJson;
import dev.latchkey.core.store.UnreadableSessionException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a row holds.
 *
 * @param json the session, null if none was saved yet
 * @param revision grows with every change but pulses
 * @param phase how far the section is
 * @param holder who entered last
 * @param pulse grows while he lives
 */
record Row(@Nullable String json, long revision, Phase phase, String holder, long pulse) {

    /** A new one, entered. */
    static Row made(String holder) {
        return new Row(null, 1, Phase.ENTERED, holder, 0);
    }

    /** After somebody else has entered. */
    Row entered(String next) {
        return new Row(json, revision + 1, phase.awaitsAnswer() ? Phase.SENT : Phase.ENTERED, next, pulse);
    }

    /** After a session was saved. */
    Row with(String session, Phase next) {
        return new Row(session, revision + 1, next, holder, pulse);
    }

    /** Whoever can write to the table may have swapped or copied rows, so that the session itself has to say whose it is. */
    @Nullable
    StoredSession session(RowKey key) throws UnreadableSessionException {
        StoredSession session = json == null ? null : StoredSessionJson.read(json);
        if (session != null && !session.key().equals(key.session())) {
            throw UnreadableSessionException.corrupt("it is one of another key");
        }
        return session;
    }

    /** When its refresh token was sent, if the answer is not stored and may yet be; else null. */
    @Nullable
    Instant unansweredSince() {
        try {
            StoredSession sent = phase.awaitsAnswer() && json != null ? StoredSessionJson.read(json) : null;
            return sent == null ? null : sent.renewingSince();
        } catch (UnreadableSessionException e) {
            return null;
        }
    }

    /** What is damaged may be replaced, which is null here; what a later version of the SDK wrote may not. */
    @Nullable
    StoredSession replaceable(RowKey key) throws UnreadableSessionException {
        try {
            return session(key);
        } catch (UnreadableSessionException e) {
            if (e.isLaterFormat()) {
                throw e;
            }
            return null;
        }
    }

    /** Without the session. */
    @Override
    public String toString() {
        return "Row[revision=" + revision + ", phase=" + phase + ", holder=" + holder + ", pulse=" + pulse + "]";
    }
}
