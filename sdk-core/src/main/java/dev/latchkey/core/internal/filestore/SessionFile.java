package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.StoredSessionJson;
import dev.latchkey.core.store.UnreadableSessionException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that holds a session, or ought to.
 *
 * @param path where it is, or would be
 * @param key whose session it has to be
 * @param rules who may have written it
 */
record SessionFile(Path path, SessionKey key, FileRules rules) {
    /** Far more than any session takes. */
    static final int MAX_BYTES = 1 << 20;

    /**
     * Reads it.
     *
     * @return the session, or null if there is no file
     * @throws UnreadableSessionException if it holds anything else
     * @throws IOException if it is refused, or the file system fails
     */
    @Nullable
    StoredSession read() throws IOException {
        try {
            rules.requireFile(path);
            StoredSession session = StoredSessionJson.read(text());
            if (!session.key().equals(key)) {
                throw UnreadableSessionException.corrupt("it belongs to another user or server");
            }
            return session;
        } catch (NoSuchFileException e) {
            return null;
        } catch (AccessDeniedException e) {
            throw Reason.failure("The session cannot be read", path, e);
        }
    }

    private String text() throws IOException {
        try (SeekableByteChannel in =
                Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            if (in.size() > MAX_BYTES) {
                throw UnreadableSessionException.corrupt("it has " + in.size() + " bytes, more than " + MAX_BYTES);
            }
            ByteBuffer content = ByteBuffer.allocate((int) in.size());
            while (content.hasRemaining() && in.read(content) >= 0) {
                // Goes on until all is read.
            }
            ByteBuffer read = ByteBuffer.wrap(content.array(), 0, content.position());
            return StandardCharsets.UTF_8.newDecoder().decode(read).toString();
        } catch (CharacterCodingException e) {
            throw UnreadableSessionException.corrupt("it is not UTF-8");
        }
    }
}
