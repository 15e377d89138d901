package dev.latchkey.core.internal.filestore;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.attribute.AclEntryFlag.DIRECTORY_INHERIT;
import static java.nio.file.attribute.AclEntryFlag.FILE_INHERIT;
import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.GROUP_WRITE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Keeps files to their owner, and refuses those that are not. Root may read all files, so the bits are what counts. */
final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> OTHERS_WRITING = EnumSet.of(GROUP_WRITE, OTHERS_WRITE);
    private static final Set<PosixFilePermission> OTHERS_READING_OR_WRITING =
            EnumSet.of(GROUP_READ, GROUP_WRITE, OTHERS_READ, OTHERS_WRITE);

    private OwnerOnly() {}

    /** What a new file is made with. */
    static FileAttribute<?>[] file(Path file) {
        return hasBits(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(FILE)}
                : new FileAttribute<?>[0];
    }

    static void createFolder(Path folder) throws IOException {
        if (hasBits(folder)) {
            Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(FOLDER));
            return;
        }
        Files.createDirectories(folder);
        AclFileAttributeView acl = Files.getFileAttributeView(folder, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(allFor(acl.getOwner()))); // Nothing is in the folder yet; what comes inherits it.
        }
    }

    static void requireFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + " is no folder");
        }
        if (hasBits(folder) && allowsAnyOf(OTHERS_WRITING, folder)) {
            throw new IOException(folder + " can be written by other users, who could put sessions there ("
                    + bits(folder) + "). Run: chmod 700 " + quoted(folder)
                    + " or name a folder that does not exist yet: it is made for its owner alone.");
        }
    }

    /** Refuses what is no file, or not its owner's alone. */
    static void requireFile(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new IOException(file + (attributes.isSymbolicLink() ? " is a symbolic link" : " is no regular file")
                    + ", which no session is read from or written to. Remove it.");
        }
        if (isLoose(file)) {
            throw new IOException(file + " can be read or written by other users (" + bits(file)
                    + "), who may know its tokens. Run: chmod 600 " + quoted(file));
        }
    }

    /** Refuses a file system that takes permissions and forgets them. */
    static void requireKept(Path newFile) throws IOException {
        if (isLoose(newFile)) {
            throw new IOException("the file system of " + newFile.getParent()
                    + " lets other users read or write what is made for the owner alone (" + bits(newFile)
                    + "). Choose a folder on another one");
        }
    }

    static AclEntry allFor(UserPrincipal owner) {
        return AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(FILE_INHERIT, DIRECTORY_INHERIT)
                .build();
    }

    private static boolean hasBits(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static boolean isLoose(Path file) throws IOException {
        return hasBits(file) && allowsAnyOf(OTHERS_READING_OR_WRITING, file);
    }

    private static boolean allowsAnyOf(Set<PosixFilePermission> permissions, Path path) throws IOException {
        return !Collections.disjoint(permissions, Files.getPosixFilePermissions(path, NOFOLLOW_LINKS));
    }

    private static String bits(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, NOFOLLOW_LINKS));
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
