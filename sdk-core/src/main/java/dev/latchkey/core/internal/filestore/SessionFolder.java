package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.auth.SessionKey;
import dev.latchkey.core.auth.StoredSession;
import dev.latchkey.core.auth.TokenStore.Section;
import dev.latchkey.core.auth.UnreadableSessionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A folder with the files of many sessions. It is made when it is first needed. Safe for use by many threads. */
public final class SessionFolder {
    private final Path directory;

    /**
     * A folder that need not exist yet.
     *
     * @param directory its absolute path
     */
    public SessionFolder(Path directory) {
        this.directory = directory;
    }

    /**
     * Reads a session as it is at this moment.
     *
     * @param key whose session
     * @return the session, or null if there is none
     * @throws IOException if there is one and it cannot be read, or others could have written it
     */
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        if (Files.notExists(directory)) {
            return null;
        }
        SessionFiles files = SessionFiles.of(checked(), key);
        try {
            return Uninterrupted.run(new SessionFile(files.session(), key)::read);
        } catch (UnreadableSessionException e) {
            throw e.at(files.session().toString());
        }
    }

    /**
     * Runs an action while nobody else is in the section of the same session.
     *
     * @param key whose session
     * @param maxWait how long to wait for others
     * @param section the action
     * @param <T> what it yields
     * @return what it yields
     * @throws dev.latchkey.core.auth.StoreBusyException if others did not leave in time
     * @throws IOException if the folder cannot be used, or its file system has no locks
     * @throws InterruptedException if the wait was interrupted
     */
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        makeIfMissing();
        SessionFiles files = SessionFiles.of(checked(), key);
        SectionLock held = SectionLock.enter(files, new Patience(key, files.lock(), maxWait));
        try {
            return section.run(new FileEntry(files, key));
        } finally {
            held.leave();
        }
    }

    private void makeIfMissing() throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        try {
            OwnerOnly.createFolder(directory);
        } catch (IOException e) {
            throw new IOException("The folder for sessions cannot be made: " + Reason.of(e), e);
        }
    }

    private Path checked() throws IOException {
        try {
            Path folder = directory.toRealPath();
            OwnerOnly.requireFolder(folder);
            return folder;
        } catch (IOException e) {
            throw new IOException("The folder for sessions cannot be used: " + Reason.of(e), e);
        }
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
