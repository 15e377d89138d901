package dev.latchkey.core.internal.filestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.core.store.FileTokenStore.Access;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rules for users whom a test need not be: whom the process is taken for is a value. */
class PosixRulesTest {
    private static final Set<Integer> NO_GROUPS = Set.of();

    @TempDir
    Path temp;

    private ProcessUser me = new ProcessUser(0, NO_GROUPS);

    @BeforeEach
    void setUp() throws IOException {
        assumeTrue(FileStatus.isKnownFor(temp), "There are no POSIX permissions on this file system.");
        me = ProcessUser.current(temp);
    }

    @Test
    void whoThisProcessIsTakenForIsFoundOutInTwoWays() throws Exception {
        assertThat(FileStatus.of(temp).uid()).isEqualTo(me.uid());
        assertThat(ProcessUser.ownerOfWhatItMakes(temp.resolve("not/there")))
                .isEqualTo(new ProcessUser(me.uid(), NO_GROUPS));
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void linuxTellsTheUserForFilesAndAllGroups() throws Exception {
        ProcessUser read = ProcessUser.read(new BufferedReader(new StringReader(
                "Name:\tjava\nUid:\t1\t2\t3\t1000650000\nGid:\t5\t6\t7\t8\nGroups:\t9 3000000000 \nThreads:\t4\n")));
        assertThat(read).isEqualTo(new ProcessUser(1_000_650_000, Set.of(8, 9, (int) 3_000_000_000L)));
        assertThatThrownBy(() -> ProcessUser.read(new BufferedReader(new StringReader(""))))
                .hasMessageContaining("does not say");
    }

    @Test
    void aFileSystemThatForgetsPermissionsIsFoundOut() throws Exception {
        PosixRules rules = new PosixRules(temp, FileStatus.of(temp).gid(), Access.OWNER, me);
        Path file = Files.createFile(temp.resolve("file"), rules.attributes());
        rules.kept(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> rules.kept(file))
                .hasMessageStartingWith("the file system of " + temp + " lets other users read or write");
    }

    @Test
    void aFileSystemThatGivesFilesToAnotherIsFoundOut() throws Exception {
        assumeTrue(me.uid() != ProcessUser.ROOT, "What root makes is trusted by all users.");
        PosixRules rules = new PosixRules(temp, 0, Access.OWNER, new ProcessUser(me.uid() + 1, NO_GROUPS));
        assertThatThrownBy(() -> rules.write(temp.resolve("file"), new byte[1]))
                .hasMessageContaining("gives what user " + (me.uid() + 1) + " makes to another");
    }

    @Test
    void whatIsThereAlreadyIsNotWrittenTo() throws Exception {
        PosixRules rules = new PosixRules(temp, FileStatus.of(temp).gid(), Access.OWNER, me);
        Path there = Files.writeString(temp.resolve("there"), "kept");
        assertThatThrownBy(() -> rules.write(there, new byte[3])).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(there).hasContent("kept");
        Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("missing"));
        assertThatThrownBy(() -> rules.write(link, new byte[3])).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(temp.resolve("missing")).doesNotExist();
    }

    @Test
    void whatIsWrittenGoesWhereTheFileWentThatWasMade() throws Exception {
        Path file = temp.resolve("file");
        Path planted = Files.writeString(temp.resolve("planted"), "");
        try (NewFile made = NewFile.create(file, FileStatus.attribute("rw-------"))) {
            Files.move(file, temp.resolve("moved"));
            Files.createSymbolicLink(file, planted);
            Thread.currentThread().interrupt();
            made.write("secret".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(planted).isEmptyFile();
        assertThat(temp.resolve("moved")).hasContent("secret");
    }

    /** As a user sees the folders of another one: this process plays the other one. */
    @Test
    void foldersOfAnotherUserAreRefused() throws Exception {
        assumeTrue(me.uid() != ProcessUser.ROOT, "What belongs to root is trusted by all users.");
        ProcessUser other = new ProcessUser(me.uid() + 1, NO_GROUPS);
        Path folder = Files.createDirectory(temp.resolve("sessions"));
        assertThatThrownBy(() -> PosixFolder.open(folder, temp, Access.OWNER, other, true))
                .hasMessageContaining(folder + " belongs to somebody else");
        assertThatThrownBy(() -> PosixFolder.open(folder.resolve("below"), temp, Access.OWNER, other, true))
                .hasMessageContaining(folder + " is on the way to the sessions and belongs to somebody else");
        assertThat(folder.resolve("below")).doesNotExist();
    }
}
