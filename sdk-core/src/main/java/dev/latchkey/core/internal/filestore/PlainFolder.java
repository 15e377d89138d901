package dev.latchkey.core.internal.filestore;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.attribute.AclEntryFlag.DIRECTORY_INHERIT;
import static java.nio.file.attribute.AclEntryFlag.FILE_INHERIT;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;

/** A folder where files have no POSIX permissions: one that is made is its owner's alone, and its files inherit that. */
final class PlainFolder implements FileRules {
    private PlainFolder() {}

    static CheckedFolder open(Path directory, boolean making) throws IOException {
        if (making && !Files.isDirectory(directory)) {
            make(directory);
        }
        Path folder = directory.toRealPath();
        if (!Files.isDirectory(folder)) {
            throw Refusals.noFolder(folder);
        }
        return new CheckedFolder(folder, new PlainFolder());
    }

    private static void make(Path directory) throws IOException {
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw Refusals.noFolder(directory);
        }
        AclFileAttributeView acl = Files.getFileAttributeView(directory, AclFileAttributeView.class);
        if (acl != null) {
            acl.setAcl(List.of(allFor(acl.getOwner()))); // Nothing is in the folder yet; what comes inherits it.
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

    @Override
    public FileAttribute<?>[] attributes() {
        return new FileAttribute<?>[0];
    }

    @Override
    public void kept(Path file) {}

    @Override
    public void requireFile(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw Refusals.noFile(file, attributes.isSymbolicLink());
        }
    }

    /** Not by {@link NewFile}: on Windows its channel would want a thread of its own. */
    @Override
    public void write(Path file, byte[] content) throws IOException {
        Files.createFile(file);
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
    }
}
