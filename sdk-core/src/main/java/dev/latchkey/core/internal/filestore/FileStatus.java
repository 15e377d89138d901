package dev.latchkey.core.internal.filestore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What {@code lstat} says of a file, on file systems with POSIX permissions. Users and groups are numbers, as in containers. */
record FileStatus(int uid, int gid, int mode) {
    private static final int TYPE = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;
    private static final int STICKY = 01000;
    private static final int GROUP_WRITE = 0020;
    private static final int GROUP_READ = 0040;
    private static final int OTHERS_WRITE = 0002;
    private static final int OTHERS_READ = 0004;

    static boolean isKnownFor(Path path) {
        Set<String> views = path.getFileSystem().supportedFileAttributeViews();
        return views.contains("posix") && views.contains("unix");
    }

    static FileStatus of(Path path) throws IOException {
        Map<String, Object> found = Files.readAttributes(path, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
        return new FileStatus(number(found, "uid"), number(found, "gid"), number(found, "mode"));
    }

    static FileAttribute<Set<PosixFilePermission>> attribute(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    boolean isFolder() {
        return (mode & TYPE) == FOLDER;
    }

    boolean isFile() {
        return (mode & TYPE) == FILE;
    }

    boolean isLink() {
        return (mode & TYPE) == LINK;
    }

    /** Only the owner of a file, or of this folder, may rename or delete it there. */
    boolean isSticky() {
        return (mode & STICKY) != 0;
    }

    boolean groupMayWrite() {
        return (mode & GROUP_WRITE) != 0;
    }

    boolean groupMayUse() {
        return (mode & (GROUP_READ | GROUP_WRITE)) != 0;
    }

    boolean othersMayWrite() {
        return (mode & OTHERS_WRITE) != 0;
    }

    boolean othersMayUse() {
        return (mode & (OTHERS_READ | OTHERS_WRITE)) != 0;
    }

    /** Gives a file of ours to a group, which may use it; the umask and the folder have decided otherwise perhaps. */
    void letIn(Path file, int group, int bits) throws IOException {
        if (gid != group) {
            Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
        }
        if ((mode & bits) != bits) {
            Files.setAttribute(file, "unix:mode", (mode & ~TYPE) | bits, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** For messages: what {@code ls -n} shows. */
    @Override
    public String toString() {
        return permissions() + (isSticky() ? ", sticky" : "") + ", user " + Integer.toUnsignedString(uid) + ", group "
                + Integer.toUnsignedString(gid);
    }

    private String permissions() {
        String all = "rwxrwxrwx";
        StringBuilder permissions = new StringBuilder(all);
        for (int i = 0; i < all.length(); i++) {
            if ((mode & (0400 >> i)) == 0) {
                permissions.setCharAt(i, '-');
            }
        }
        return permissions.toString();
    }

    private static int number(Map<String, Object> found, String name) {
        return (Integer) Objects.requireNonNull(found.get(name));
    }
}
