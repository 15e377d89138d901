package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.store.StoreSetupException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is open and locked. The file is made if it is missing and never deleted: two processes could hold the locks of
 * two files of one name.
 */
final class LockedFile {
    private static final Logger LOG = LoggerFactory.getLogger(LockedFile.class);

    private final FileChannel channel;
    private final FileLock lock;

    private LockedFile(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static LockedFile lock(Path file, FileRules rules, Patience patience) throws IOException, InterruptedException {
        FileChannel channel = open(file, rules);
        FileLock lock = null;
        try {
            while ((lock = tryLock(file, channel)) == null) {
                patience.pause();
            }
            return new LockedFile(channel, lock);
        } finally {
            if (lock == null) {
                close(channel);
            }
        }
    }

    void unlock() {
        try {
            lock.release();
        } catch (IOException e) {
            LOG.debug("A lock could not be released; closing its file does.", e);
        }
        close(channel);
    }

    /** Looked at first: a named pipe in its place would be opened for ever, and no interrupt ends that. */
    private static FileChannel open(Path file, FileRules rules) throws IOException {
        try {
            try {
                rules.requireFile(file);
            } catch (NoSuchFileException e) {
                make(file, rules);
            }
            rules.kept(file); // Who made it may have died before he had let the group in.
            return FileChannel.open(file, Set.of(StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        } catch (IOException e) {
            throw Reason.failure("The lock file " + file + " cannot be opened", file, e);
        }
    }

    private static void make(Path file, FileRules rules) throws IOException {
        try {
            Files.createFile(file, rules.attributes());
        } catch (FileAlreadyExistsException e) {
            rules.requireFile(file); // Somebody was faster.
        }
    }

    /** Null while somebody else has it, in this JVM or elsewhere. */
    private static @Nullable FileLock tryLock(Path file, FileChannel channel) throws IOException, InterruptedException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (ClosedByInterruptException e) {
            Thread.interrupted();
            throw new InterruptedException();
        } catch (IOException e) {
            throw new StoreSetupException(
                    file + " cannot be locked (" + e.getMessage() + "). Choose a folder on a file system with locks.",
                    e);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("A lock file could not be closed.", e);
        }
    }
}
