package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.auth.StoreFailedException;
import dev.latchkey.core.auth.StoreSetupException;
import dev.latchkey.core.internal.call.Sentence;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What the file system complains of, in words: many of its exceptions say no more than a path. */
final class Reason {
    private static final String READ_ONLY = "Read-only file system";

    private Reason() {}

    /** A failure that says so, of the type that says whether it can pass by itself. */
    static IOException failure(String before, Path where, IOException e) {
        String text = before + ": " + of(e);
        return isLasting(where, e)
                ? new StoreSetupException(text + advice(where, e), e)
                : new StoreFailedException(text, e);
    }

    private static boolean isLasting(Path where, IOException e) {
        return e instanceof StoreSetupException || e instanceof AccessDeniedException || isReadOnly(where, e);
    }

    private static String advice(Path where, IOException e) {
        if (e instanceof AccessDeniedException) {
            return " to " + processUser(where) + ". Give it that, or name a folder that it may write.";
        }
        return isReadOnly(where, e)
                ? ". Mount a volume for it that can be written, or keep sessions in memory or in a database."
                : "";
    }

    private static String processUser(Path where) {
        try {
            return "this process (" + ProcessUser.current(where) + ")";
        } catch (IOException e) {
            return "this process";
        }
    }

    private static boolean isReadOnly(Path where, IOException e) {
        if (!(e instanceof FileSystemException complaint)) {
            return false;
        }
        // Of a folder that is mounted elsewhere as well, Java looks at the other mount.
        if (READ_ONLY.equals(complaint.getReason())) {
            return true;
        }
        try {
            Path there = where;
            while (Files.notExists(there, LinkOption.NOFOLLOW_LINKS) && there.getParent() != null) {
                there = there.getParent();
            }
            return Files.getFileStore(there).isReadOnly();
        } catch (IOException | RuntimeException unknown) {
            return false; // Android does not tell.
        }
    }

    static String of(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is in the way";
        }
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist";
        }
        if (e instanceof FileSystemException other && other.getReason() == null) {
            return other.getFile() + ": " + other.getClass().getSimpleName();
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : Sentence.withoutStop(e.getMessage());
    }
}
