package dev.latchkey.core.internal.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.UserPrincipal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlainFolderTest {

    @TempDir
    Path temp;

    @Test
    void aFileSystemWithoutPermissionsIsNotAskedForAny() throws Exception {
        URI archive = URI.create("jar:" + temp.resolve("x.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            Path directory = zip.getPath("/a/b");
            assertThat(FileStatus.isKnownFor(directory)).isFalse();
            assertThatThrownBy(() -> PlainFolder.open(directory, false)).isInstanceOf(NoSuchFileException.class);
            CheckedFolder folder = PlainFolder.open(directory, true);
            assertThat(folder.path()).isDirectory();
            assertThat(folder.rules().attributes()).isEmpty();
            Path file =
                    Files.createFile(directory.resolve("file"), folder.rules().attributes());
            folder.rules().kept(file);
            folder.rules().requireFile(file);
            assertThatThrownBy(() -> folder.rules().requireFile(directory)).hasMessageContaining("is no regular file");
            assertThatThrownBy(() -> PlainFolder.open(file, true)).hasMessageContaining("is no folder");
        }
    }

    @Test
    void aFileIsWrittenWholeIfItIsNotThereYet() throws Exception {
        FileRules rules = PlainFolder.open(temp.resolve("sessions"), true).rules();
        Path file = temp.resolve("sessions/file");
        rules.write(file, new byte[] {1, 2, 3});
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThatThrownBy(() -> rules.write(file, new byte[0]))
                .isInstanceOf(java.nio.file.FileAlreadyExistsException.class);
    }

    @Test
    void anAccessControlListHasNobodyButTheOwnerAndIsInherited() {
        UserPrincipal jane = () -> "jane";
        AclEntry entry = PlainFolder.allFor(jane);
        assertThat(entry.principal()).isSameAs(jane);
        assertThat(entry.type()).isEqualTo(AclEntryType.ALLOW);
        assertThat(entry.permissions()).contains(AclEntryPermission.values());
        assertThat(entry.flags()).containsExactlyInAnyOrder(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT);
    }
}
