package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.store.FileTokenStore.Access;
import dev.latchkey.core.store.StoreSetupException;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;

/**
 * The rules where files have owners and permission bits. Root may read all files, so the bits are what counts.
 *
 * @param folder the checked folder, of whose group the files are
 * @param group the folder's
 * @param access who besides the owner
 * @param us whom the operating system takes us for
 */
record PosixRules(Path folder, int group, Access access, ProcessUser us) implements FileRules {
    private static final String FOR_OWNER = "rw-------";
    private static final String FOR_GROUP = "rw-rw----";
    private static final int FOR_GROUP_BITS = 0660;

    @Override
    public FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[] {FileStatus.attribute(access == Access.GROUP ? FOR_GROUP : FOR_OWNER)};
    }

    @Override
    public void kept(Path file) throws IOException {
        if (access == Access.GROUP) {
            letGroupIn(file);
        }
        FileStatus status = FileStatus.of(file);
        if (isLoose(status)) {
            throw new StoreSetupException("the file system of " + folder
                    + " lets other users read or write what is made for "
                    + (access == Access.GROUP ? "the owner and a group" : "the owner alone")
                    + " (" + status + "). Choose a folder on another one");
        }
        if (isForeign(status)) {
            throw new StoreSetupException("the file system of " + folder + " gives what " + us + " makes to another ("
                    + status + "). Choose a folder on another one");
        }
    }

    @Override
    public void requireFile(Path file) throws IOException {
        FileStatus status = FileStatus.of(file);
        if (!status.isFile()) {
            throw Refusals.noFile(file, status.isLink());
        }
        if (isForeign(status)) {
            throw Refusals.foreign(file, status, us);
        }
        if (isLoose(status)) {
            throw Refusals.looseFile(file, status, access, group);
        }
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
        try (NewFile made = NewFile.create(file, attributes())) {
            kept(file);
            made.write(content);
        }
    }

    private boolean isForeign(FileStatus status) {
        return !us.isOrTrusts(status.uid()) && !(access == Access.GROUP && status.gid() == group);
    }

    private boolean isLoose(FileStatus status) {
        return status.othersMayUse() || (status.groupMayUse() && !(access == Access.GROUP && status.gid() == group));
    }

    /** Only an owner can: what another member of the group has made is as he left it. */
    private void letGroupIn(Path file) throws IOException {
        FileStatus status = FileStatus.of(file);
        if (status.uid() == us.uid()) {
            status.letIn(file, group, FOR_GROUP_BITS);
        }
    }
}
