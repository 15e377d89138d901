package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.auth.FileTokenStore.Access;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Goes from the trusted root to a folder, name by name and link by link, and wants each step to be one that nobody else can turn
 * elsewhere: owned by this process's user or root, and not writable by others unless sticky. Where it has arrived is then a path
 * that stays what it is. With {@link Access#GROUP} the members of one group count as well: that of the first folder on the way in
 * which a group may write.
 */
final class PosixFolder {
    private static final int MAX_LINKS = 40;
    private static final int FOR_GROUP = 0770;

    private final Access access;
    private final ProcessUser us;
    private final Path trusted;
    private final boolean making;
    private final Deque<Path> ahead = new ArrayDeque<>();
    private @Nullable Integer group;

    private PosixFolder(Access access, ProcessUser us, Path trusted, boolean making) {
        this.access = access;
        this.us = us;
        this.trusted = trusted;
        this.making = making;
    }

    /**
     * Checks a folder, and makes it if it is missing and ought to be made.
     *
     * @throws NoSuchFileException if it is missing and stays so
     */
    static CheckedFolder open(Path directory, Path trustedRoot, Access access, ProcessUser us, boolean making)
            throws IOException {
        Path trusted = real(trustedRoot);
        PosixFolder way = new PosixFolder(access, us, trusted, making);
        way.push(trustedRoot.relativize(directory));
        Path folder = way.go();
        return new CheckedFolder(
                folder, new PosixRules(folder, FileStatus.of(folder).gid(), access, us));
    }

    private static Path real(Path trustedRoot) throws IOException {
        try {
            return trustedRoot.toRealPath();
        } catch (NoSuchFileException e) {
            return trustedRoot;
        }
    }

    private Path go() throws IOException {
        Path at = trusted;
        int links = 0;
        while (!ahead.isEmpty()) {
            String name = ahead.pop().toString();
            if (name.equals("..")) {
                at = at.getParent() == null ? at : at.getParent();
                continue;
            }
            Path next = at.resolve(name);
            FileStatus status = status(next);
            if (status.isLink()) {
                if (++links > MAX_LINKS) {
                    throw new FileSystemLoopException(next.toString());
                }
                requireOwner(next, status);
                Path target = Files.readSymbolicLink(next);
                at = target.isAbsolute() ? target.getRoot() : at;
                push(target);
            } else {
                requireStep(next, status);
                at = next;
            }
        }
        requireFolder(at, FileStatus.of(at));
        return at;
    }

    private void push(Path names) {
        for (int i = names.getNameCount() - 1; i >= 0; i--) {
            String name = names.getName(i).toString();
            if (!name.isEmpty() && !name.equals(".")) {
                ahead.push(names.getName(i));
            }
        }
    }

    private FileStatus status(Path next) throws IOException {
        try {
            return FileStatus.of(next);
        } catch (NoSuchFileException e) {
            if (!making) {
                throw e;
            }
            make(next);
            return FileStatus.of(next);
        }
    }

    private void make(Path next) throws IOException {
        try {
            Files.createDirectory(next, FileStatus.attribute(access == Access.GROUP ? "rwxrwx---" : "rwx------"));
        } catch (FileAlreadyExistsException e) {
            return; // Somebody was faster; what he has made is looked at like anything else.
        }
        if (access == Access.GROUP) {
            FileStatus made = FileStatus.of(next);
            made.letIn(next, group == null ? made.gid() : group, FOR_GROUP);
        }
    }

    private void requireStep(Path next, FileStatus status) throws IOException {
        if (!status.isFolder()) {
            throw Refusals.noFolder(next);
        }
        if (ahead.isEmpty() || trusted.startsWith(next)) {
            return;
        }
        requireOwner(next, status);
        if (!status.isSticky() && (status.othersMayWrite() || !groupIsLetIn(next, status))) {
            throw Refusals.looseAbove(next, status, access);
        }
    }

    private void requireFolder(Path folder, FileStatus status) throws IOException {
        if (!isTrusted(folder, status)) {
            throw Refusals.foreign(folder, status, us);
        }
        if (status.othersMayWrite() || !groupIsLetIn(folder, status)) {
            throw Refusals.looseFolder(folder, status, access);
        }
        if (group != null) {
            letIn(folder, status);
        }
    }

    private void requireOwner(Path step, FileStatus status) throws IOException {
        if (!trusted.startsWith(step) && !isTrusted(step, status)) {
            throw Refusals.foreignAbove(step, status, us);
        }
    }

    /** Whether its owner may do as he likes there. */
    private boolean isTrusted(Path step, FileStatus status) throws IOException {
        if (us.isOrTrusts(status.uid())) {
            return true;
        }
        if (access != Access.GROUP || !us.groups().contains(status.gid())) {
            return false;
        }
        letIn(step, status);
        return true;
    }

    /** True too if no group may write there. */
    private boolean groupIsLetIn(Path step, FileStatus status) throws IOException {
        if (!status.groupMayWrite()) {
            return true;
        }
        if (access != Access.GROUP) {
            return false;
        }
        letIn(step, status);
        return true;
    }

    /** One group, and no other: the members of two may not know of each other. */
    private void letIn(Path step, FileStatus status) throws IOException {
        if (group != null && group != status.gid()) {
            throw Refusals.otherGroup(step, status, group);
        }
        group = status.gid();
    }
}
