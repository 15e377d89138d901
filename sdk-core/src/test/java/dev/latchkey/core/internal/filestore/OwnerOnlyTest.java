package dev.latchkey.core.internal.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

    @TempDir
    Path temp;

    @Test
    void aFileSystemThatForgetsPermissionsIsFoundOut() throws Exception {
        assumeTrue(
                temp.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "There are no POSIX permissions on this file system.");
        Path file = Files.createFile(temp.resolve("file"), OwnerOnly.file(temp));
        OwnerOnly.requireKept(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> OwnerOnly.requireKept(file))
                .hasMessageStartingWith("the file system of " + temp + " lets other users read or write");
    }

    @Test
    void aFileSystemWithoutPermissionsIsNotAskedForAny() throws Exception {
        URI archive = URI.create("jar:" + temp.resolve("x.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path folder = zip.getPath("/a/b");
            OwnerOnly.createFolder(folder);
            OwnerOnly.requireFolder(folder);
            assertThat(OwnerOnly.file(folder)).isEmpty();
            Path file = Files.createFile(folder.resolve("file"), OwnerOnly.file(folder));
            OwnerOnly.requireFile(file);
            OwnerOnly.requireKept(file);
        }
    }

    @Test
    void anAccessControlListHasNobodyButTheOwnerAndIsInherited() {
        UserPrincipal jane = () -> "jane";
        AclEntry entry = OwnerOnly.allFor(jane);
        assertThat(entry.principal()).isSameAs(jane);
        assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
        assertThat(entry.permissions()).contains(AclEntryPermission.values());
        assertThat(entry.flags()).containsExactlyInAnyOrder(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }
}
