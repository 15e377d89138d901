package dev.latchkey.tokenstore.jdbc;

import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.StoredSessionJson;
import dev.latchkey.core.auth.UnreadableSessionException;
import org.jspecify.annotations.Nullable;

/**
 * What a row holds.
 *
 * @param json the session, null if none was saved yet
 * @param revision grows with every write
 * @param unfinished whether the section that wrote last may still be going on
 */
record Row(@Nullable String json, long revision, boolean unfinished) {

    @Nullable
    StoredSession session() throws UnreadableSessionException {
        return json == null ? null : StoredSessionJson.read(json);
    }

    /** What is damaged may be replaced; what a later version of the SDK wrote may not. */
    void requireReplaceable() throws UnreadableSessionException {
        try {
            session();
        } catch (UnreadableSessionException e) {
            if (e.isLaterFormat()) {
                throw e;
            }
        }
    }

    /** Without the session. */
    @Override
    public String toString() {
        return "Row[revision=" + revision + ", unfinished=" + unfinished + "]";
    }
}
