package dev.latchkey.core.auth;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.filestore.SessionFolder;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sessions in a folder, so that they survive the process, and lets any number of processes on this machine share them.
 *
 * <pre>{@code
 * ConnectwareClient.builder()
 *         .tokenStore(FileTokenStore.at(Paths.get(System.getProperty("user.home"), ".myapp", "sessions")))
 * }</pre>
 *
 * <p><b>Files.</b> Each session has one file {@code vendor-identity-hash.json}, and beside it two that only serve to be locked
 * and are never deleted. Give the store a folder of its own: it makes a missing one for the owner alone (0700), and its files
 * likewise (0600), from the start. A session file that others may read or write, a symbolic link in its place, or a folder in
 * which others may write, is refused with a message that says what to run. Where a file system has access control lists
 * instead (Windows), a folder that the store makes is its owner's alone and the files inherit that; nothing is checked later.
 * The tokens are in clear text; {@link EncryptedTokenStore} seals them.
 *
 * <p><b>Crashes.</b> A session is written beside the old one, brought to the disk, and then renamed over it. A process or
 * machine that dies at any moment leaves the old session or the new one, whole, and once a save has returned, the new one; as
 * far as the disk keeps what it said it had written. Who dies in the section lets go of it, and others enter within
 * milliseconds. A save that fails, on a full disk for instance, leaves the old session.
 *
 * <p><b>Unreadable files.</b> What is damaged, or another user's session, is reported, and put aside in the section as
 * {@code ….corrupt-1} and so on, the latest three, before anything takes its place. What a later version of the SDK has
 * written is reported and left alone: this version does not save over it.
 *
 * <p><b>Where it works.</b> The section is a file lock of the operating system and as good as that. On local file systems it
 * keeps all processes of a machine apart, containers that share the folder too. On network file systems it depends on the
 * mount: NFS without its lock service ({@code nolock}, {@code local_lock}), many FUSE mounts and some SMB servers keep the
 * processes of one host apart and not those of two, or refuse locks, which is reported. For several hosts use a database.
 * Nothing else in the process may open the {@code .lock} files: POSIX drops a process's lock when it closes any descriptor of
 * the file.
 *
 * <p>Safe for use by many threads. Holds no file open, and has no thread, while nobody is in a section. Two stores of one
 * folder are as good as one, in one class loader or in two.
 */
public final class FileTokenStore implements TokenStore {
    private final SessionFolder folder;

    private FileTokenStore(SessionFolder folder) {
        this.folder = folder;
    }

    /**
     * A store in a folder. Does no I/O.
     *
     * @param directory made when it is first needed
     * @return the store
     * @throws InvalidInputException if the path is not one of the default file system
     */
    public static FileTokenStore at(Path directory) {
        if (!directory.getFileSystem().equals(FileSystems.getDefault())) {
            throw new InvalidInputException("The folder for sessions must be on the default file system:"
                    + " others, such as those in archives or in memory, have no locks.");
        }
        return new FileTokenStore(new SessionFolder(directory.toAbsolutePath()));
    }

    /**
     * Reads a session as it is at this moment: moves, makes and locks nothing.
     *
     * @throws UnreadableSessionException if its file holds no session that this version can read
     * @throws IOException if its file is refused, or the file system fails
     */
    @Override
    public @Nullable StoredSession load(SessionKey key) throws IOException {
        return folder.load(key);
    }

    /** Waits for others by asking for the lock again and again, every few milliseconds. Interrupts end the wait at once. */
    @Override
    public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section)
            throws IOException, InterruptedException {
        return folder.exclusively(key, maxWait, section);
    }

    /** Where the folder is. */
    @Override
    public String toString() {
        return "FileTokenStore[" + folder + "]";
    }
}
