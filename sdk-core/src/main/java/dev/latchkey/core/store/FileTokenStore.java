package dev.latchkey.core.store;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.internal.call.Platform;
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
 * likewise (0600), from the start. Each save makes a new file and writes it through the descriptor that made it. The tokens are
 * in clear text; {@link EncryptedTokenStore} encrypts them.
 *
 * <p><b>Other users.</b> Nobody else may be able to read the sessions, put others there, or put another folder in the place of this
 * one. So the folder, its files, and every folder above it up to {@link #trustedRoot} have to belong to this process's user or to
 * root. Others may read and write no file, may not write to the folder, and may write to a folder above it only if that is sticky, as
 * {@code /tmp} is. Symbolic links above the folder must belong to the same users; links, pipes and devices in the place of files are
 * never opened. Whatever breaks these rules is refused with a {@link StoreSetupException}, which says which file, its owner and
 * mode, and what to do. {@link Access#GROUP} lets a group in. Where a file system has access control lists instead (Windows), a
 * folder that the store makes is its owner's alone and the files inherit that; nothing is checked later. On Android, where the
 * system keeps applications apart, the folders above this one are not looked at.
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

    /** Who may read and write the sessions, besides root. */
    public enum Access {
        /** The owner alone: folders 0700, files 0600. */
        OWNER,

        /**
         * The owner, and the members of the group to which the folder belongs: folders 0770, files 0660. For volumes that a
         * platform gives to a group (Kubernetes' {@code fsGroup}, OpenShift), and for several users of one host. The folders above
         * may be written by that same group. Any member can read every token and replace every session.
         */
        GROUP
    }

    /**
     * A store in a folder, for its owner alone. Does no I/O.
     *
     * @param directory made when it is first needed
     * @return the store
     * @throws InvalidInputException if the path is not one of the default file system
     */
    public static FileTokenStore at(Path directory) {
        return at(directory, Access.OWNER);
    }

    /**
     * A store in a folder. Does no I/O.
     *
     * @param directory made when it is first needed
     * @param access who may use it
     * @return the store
     * @throws InvalidInputException if the path is not one of the default file system
     */
    public static FileTokenStore at(Path directory, Access access) {
        if (!directory.getFileSystem().equals(FileSystems.getDefault())) {
            throw new InvalidInputException("The folder for sessions must be on the default file system:"
                    + " others, such as those in archives or in memory, have no locks.");
        }
        Path folder = directory.toAbsolutePath();
        Path root = Platform.isAndroid() ? folder.getParent() : folder.getRoot();
        return new FileTokenStore(new SessionFolder(folder, root == null ? folder : root, access));
    }

    /**
     * The same store, which looks at no folder from this one upwards. For a folder that others may write by its permissions and
     * that nobody else reaches, such as the mount point of a container's own volume. The default is the root of the file system;
     * on Android, the folder in which the sessions' folder is.
     *
     * @param path a folder that the sessions' folder is in, directly or not
     * @return a store
     * @throws InvalidInputException if the sessions' folder is not in it
     */
    public FileTokenStore trustedRoot(Path path) {
        return new FileTokenStore(folder.trusting(path.toAbsolutePath()));
    }

    /**
     * Reads a session as it is at this moment: moves, makes and locks nothing.
     *
     * @throws UnreadableSessionException if its file holds no session that this version can read
     * @throws StoreSetupException if the folder or the file is refused
     * @throws IOException if the file system fails
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
