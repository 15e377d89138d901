package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.store.FileTokenStore.Access;
import dev.latchkey.core.store.SessionKey;
import dev.latchkey.core.store.StoredSession;
import dev.latchkey.core.store.TokenStore.Section;
import dev.latchkey.core.store.UnreadableSessionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A folder with the files of many sessions. It is made when it is first needed. Safe for use by many threads. */
public final class SessionFolder {
    private final Path directory;
    private final Path trustedRoot;
    private final Access access;
    private volatile @Nullable ProcessUser us;

    /**
     * A folder that need not exist yet.
     *
     * @param directory its absolute path
     * @param trustedRoot a folder above it; it and those above it are not looked at
     * @param access who besides the owner may use it
     */
    public SessionFolder(Path directory, Path trustedRoot, Access access) {
        this.directory = directory;
        this.trustedRoot = trustedRoot;
        this.access = access;
    }

    /**
     * The same folder, with another trusted root.
     *
     * @param root a folder above it
     * @return the folder
     * @throws InvalidInputException if that is no folder above it
     */
    public SessionFolder trusting(Path root) {
        if (!directory.startsWith(root) || directory.equals(root)) {
            throw new InvalidInputException("The trusted root " + root + " is not above the folder " + directory
                    + ". Name one of the folders that it is in.");
        }
        return new SessionFolder(directory, root, access);
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
        SessionFiles files = SessionFiles.of(open(false), key);
        try {
            return Uninterrupted.run(new SessionFile(files.session(), key, files.rules())::read);
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
     * @throws dev.latchkey.core.store.StoreBusyException if others did not leave in time
     * @throws IOException if the folder cannot be used, or its file system has no locks
     * @throws InterruptedException if the wait was interrupted
     */
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        SessionFiles files = SessionFiles.of(open(true), key);
        SectionLock held = SectionLock.enter(files, new Patience(key, files.lock(), maxWait));
        try {
            return section.run(new FileEntry(files, key));
        } finally {
            held.leave();
        }
    }

    /** Looked at each time: who may write there can change at any moment. */
    private CheckedFolder open(boolean making) throws IOException {
        try {
            return FileStatus.isKnownFor(directory)
                    ? PosixFolder.open(directory, trustedRoot, access, us(), making)
                    : PlainFolder.open(directory, making);
        } catch (IOException e) {
            throw Reason.failure(
                    "The folder for sessions cannot be " + (making ? "made or used" : "used"), directory, e);
        }
    }

    private ProcessUser us() throws IOException {
        ProcessUser known = us;
        if (known == null) {
            known = ProcessUser.current(directory);
            us = known;
        }
        return known;
    }

    @Override
    public String toString() {
        return directory.toString();
    }
}
