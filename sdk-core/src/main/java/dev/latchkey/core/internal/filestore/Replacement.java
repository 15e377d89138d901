package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoreSetupException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a new session in the place of the old one. A crash at any point leaves one of the two, whole: the new one is written
 * beside the old one, reaches the disk, and only then takes its name. Runs in the section, so that there is one writer.
 */
final class Replacement {
    private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);

    private Replacement() {}

    static void write(SessionFiles files, byte[] content) throws IOException {
        try {
            Files.deleteIfExists(files.next());
            files.rules().write(files.next(), content);
            Files.move(files.next(), files.session(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            discard(files);
            throw notSaved(files.session(), e);
        }
        syncNames(files.folder());
    }

    private static IOException notSaved(Path session, IOException e) {
        String text = "The session could not be saved to " + session + ": " + Reason.of(e)
                + ". The old content is still there.";
        return e instanceof StoreSetupException ? new StoreSetupException(text, e) : new StoreFailedException(text, e);
    }

    /** Does the rest for a writer that died. */
    static void finish(SessionFiles files) {
        try {
            sync(files.next(), StandardOpenOption.WRITE); // It is whole, but the disk may not have it yet.
            Files.move(files.next(), files.session(), StandardCopyOption.ATOMIC_MOVE);
            syncNames(files.folder());
        } catch (IOException e) {
            LOG.debug("A session that was left half saved stays so: {}", Reason.of(e));
        }
    }

    static void discard(SessionFiles files) {
        try {
            Files.deleteIfExists(files.next());
        } catch (IOException e) {
            LOG.debug("What was left of a session that was not saved cannot be deleted: {}", Reason.of(e));
        }
    }

    /** Makes the new name last, where folders can be opened: not on Windows. */
    private static void syncNames(Path folder) {
        try {
            sync(folder, StandardOpenOption.READ);
        } catch (IOException e) {
            LOG.trace("The folder cannot be synced: {}", Reason.of(e));
        }
    }

    private static void sync(Path path, StandardOpenOption access) throws IOException {
        Uninterrupted.run(() -> {
            try (FileChannel opened = FileChannel.open(path, access)) {
                opened.force(true);
                return null;
            }
        });
    }
}
