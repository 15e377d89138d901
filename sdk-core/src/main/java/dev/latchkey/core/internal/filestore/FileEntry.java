package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.StoredSessionJson;
import dev.latchkey.core.auth.TokenStore.Entry;
import dev.latchkey.core.auth.UnreadableSessionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A session's files while the section is held. */
final class FileEntry implements Entry {
    private final SessionFiles files;
    private final SessionKey key;

    FileEntry(SessionFiles files, SessionKey key) {
        this.files = files;
        this.key = key;
    }

    @Override
    public @Nullable StoredSession load() throws IOException {
        return Uninterrupted.run(() -> {
            StoredSession kept = kept();
            StoredSession left = leftBehind();
            if (left != null && (kept == null || isNewer(left, kept))) {
                Replacement.finish(files);
                return left;
            }
            Replacement.discard(files);
            return kept;
        });
    }

    @Override
    public void save(StoredSession session) throws IOException {
        if (!session.key().equals(key)) {
            throw new IllegalArgumentException("The session is not the one whose section is held.");
        }
        byte[] content = StoredSessionJson.write(session).getBytes(StandardCharsets.UTF_8);
        if (content.length > SessionFile.MAX_BYTES) {
            throw new StoreFailedException("The session has " + content.length + " bytes, more than the "
                    + SessionFile.MAX_BYTES + " that a session file may have. The old content is still there.");
        }
        Uninterrupted.run(() -> {
            makeWay();
            return null;
        });
        Replacement.write(files, content);
    }

    private @Nullable StoredSession kept() throws IOException {
        try {
            return new SessionFile(files.session(), key, files.rules()).read();
        } catch (UnreadableSessionException e) {
            throw e.at(files.session() + (e.isLaterFormat() ? "" : ", put aside as " + PutAside.move(files)));
        }
    }

    /** What cannot be read is put aside; what must not be touched is refused. */
    private void makeWay() throws IOException {
        try {
            kept();
        } catch (UnreadableSessionException e) {
            if (e.isLaterFormat()) {
                throw e;
            }
        }
    }

    /** What a writer that died had written whole but not yet put in its place: it may hold the only live token. */
    private @Nullable StoredSession leftBehind() {
        try {
            return new SessionFile(files.next(), key, files.rules()).read();
        } catch (IOException e) {
            return null;
        }
    }

    private static boolean isNewer(StoredSession one, StoredSession other) {
        return one.generation() > other.generation()
                || (one.generation() == other.generation() && one.version() > other.version());
    }
}
