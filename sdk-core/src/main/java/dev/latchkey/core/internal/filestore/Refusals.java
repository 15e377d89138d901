package dev.latchkey.core.internal.filestore;

import dev.latchkey.core.auth.FileTokenStore.Access;
import dev.latchkey.core.auth.StoreSetupException;
import java.nio.file.Path;

/** What is refused, and what to do about it. */
final class Refusals {
    private static final String GROUP_IS_AN_OPTION =
            " If its group is meant to (Kubernetes' fsGroup, OpenShift), use FileTokenStore.at(folder, Access.GROUP).";
    private static final String ROOT_IS_AN_OPTION =
            " If nobody but this application reaches it (a container's own volume), name it with trustedRoot(…).";

    private Refusals() {}

    static StoreSetupException noFile(Path file, boolean isLink) {
        return new StoreSetupException(file + (isLink ? " is a symbolic link" : " is no regular file")
                + ", which no session is read from or written to. Remove it.");
    }

    static StoreSetupException noFolder(Path path) {
        return new StoreSetupException(path + " is no folder");
    }

    static StoreSetupException foreign(Path path, FileStatus status, ProcessUser us) {
        return new StoreSetupException(
                path + " belongs to somebody else (" + status + "), who could put sessions there;"
                        + " this process runs as " + us + ". Run as user " + Integer.toUnsignedString(status.uid())
                        + ", or choose another folder, or run: chown " + Integer.toUnsignedString(us.uid()) + " "
                        + quoted(path));
    }

    static StoreSetupException foreignAbove(Path above, FileStatus status, ProcessUser us) {
        return new StoreSetupException(above + " is on the way to the sessions and belongs to somebody else (" + status
                + "), who could put another folder there; this process runs as " + us
                + ". Choose a folder below those of " + us + " or root." + ROOT_IS_AN_OPTION);
    }

    static StoreSetupException looseFile(Path file, FileStatus status, Access access, int group) {
        boolean shared = access == Access.GROUP;
        String mend = shared
                ? "chgrp " + Integer.toUnsignedString(group) + " " + quoted(file) + " && chmod 660 " + quoted(file)
                : "chmod 600 " + quoted(file);
        return new StoreSetupException(file + " can be read or written by other users (" + status
                + "), who may know its tokens. Run: " + mend + option(status, access));
    }

    static StoreSetupException looseFolder(Path folder, FileStatus status, Access access) {
        return new StoreSetupException(folder + " can be written by other users, who could put sessions there ("
                + status + "). Run: chmod " + (access == Access.GROUP ? "770 " : "700 ") + quoted(folder)
                + " or name a folder that does not exist yet: it is made for its owner "
                + (access == Access.GROUP ? "and its group." : "alone.") + option(status, access));
    }

    static StoreSetupException looseAbove(Path above, FileStatus status, Access access) {
        return new StoreSetupException(above + " is on the way to the sessions and can be written by other users ("
                + status + "), who could put another folder there. Run: chmod "
                + (status.othersMayWrite() ? "o-w " : "g-w ") + quoted(above) + " or choose another folder."
                + option(status, access) + ROOT_IS_AN_OPTION);
    }

    static StoreSetupException otherGroup(Path path, FileStatus status, int group) {
        return new StoreSetupException(
                path + " is of another group than a folder above it, whose members could put another one there ("
                        + status + "). Run: chgrp " + Integer.toUnsignedString(group) + " " + quoted(path));
    }

    private static String option(FileStatus status, Access access) {
        boolean othersToo = status.isFolder() ? status.othersMayWrite() : status.othersMayUse();
        return access == Access.GROUP || othersToo ? "" : GROUP_IS_AN_OPTION;
    }

    static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
