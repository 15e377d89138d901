package dev.latchkey.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.core.auth.FileTokenStore.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second user of the machine, who owns, plants, links and swaps what he can. Needs root and {@code setpriv}. */
class TwoUsersTest {
    private static final int STRANGER = 65534;
    private static final int GROUP = 65533;

    @TempDir
    Path temp;

    private Path shared;
    private StoreFolder folder;

    @BeforeEach
    void setUp() throws Exception {
        assumeTrue(
                isRoot() && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "Only root can act as a second user, with setpriv. Not tried.");
        StoreFolder.setBits(temp, "rwxr-xr-x");
        shared = Files.createDirectory(temp.resolve("shared"));
        Files.setAttribute(shared, "unix:mode", 01777);
        folder = new StoreFolder(shared.resolve("sessions"));
    }

    @Test
    void aFolderThatTheOtherMadeFirstIsRefused() throws Exception {
        assertThat(stranger("mkdir -m 755 sessions")).isZero();
        refused(folder.path() + " belongs to somebody else", "user 65534", "runs as user 0", "chown 0 ");
        assertThat(folder.path()).isEmptyDirectory();
        Files.setAttribute(folder.path(), "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
        Sessions.save(store(), Sessions.session(1));
    }

    @Test
    void aFolderBelowOneOfTheOthersIsRefusedAndNotMade() throws Exception {
        assertThat(stranger("mkdir -m 755 sessions")).isZero();
        FileTokenStore below = FileTokenStore.at(folder.path().resolve("below"));
        refused(below, folder.path() + " is on the way", "user 65534", "trustedRoot(");
        assertThat(folder.path()).isEmptyDirectory();
    }

    @Test
    void aLinkOfTheOthersIsNotFollowed() throws Exception {
        Path mine = Files.createDirectory(temp.resolve("mine"));
        assertThat(stranger("ln -s " + mine + " sessions")).isZero();
        refused(folder.path() + " is on the way", "user 65534");
        assertThat(mine).isEmptyDirectory();
    }

    @Test
    void theOtherCanNeitherReadPlantLinkNorSwapAnything() throws Exception {
        Sessions.save(store(), Sessions.session(1));
        StoreFolder.setBits(folder.path(), "rwxr-xr-x"); // The others may look.
        Path session = folder.only(".json");
        for (String attempt : List.of(
                "cat " + session,
                "exec 9<>" + folder.only(".lock"),
                "mkfifo " + session + ".pipe",
                "ln -s /etc/passwd " + folder.path() + "/planted",
                "mv sessions elsewhere && mkdir sessions",
                "rm -f " + session)) {
            assertThat(stranger(attempt)).as(attempt).isNotZero();
        }
        assertThat(store().load(Sessions.KEY)).isEqualTo(Sessions.session(1));
    }

    /** Where the kernel permits it, the other may make a link; it holds what he can read no more than before. */
    @Test
    void aHardLinkOfTheOthersShowsHimNothing() throws Exception {
        Sessions.save(store(), Sessions.session(1));
        Path link = Files.createLink(shared.resolve("link"), folder.only(".json"));
        Sessions.countUp(store());
        assertThat(stranger("cat link")).isNotZero();
        assertThat(link).content().contains("\"version\":1");
    }

    @Test
    void aFileOfTheOthersInTheFolderIsNeitherReadNorLocked() throws Exception {
        Sessions.save(store(), Sessions.session(1));
        for (String ending : List.of(".json", ".lock", ".gate")) {
            Path file = folder.only(ending);
            Files.setAttribute(file, "unix:uid", STRANGER);
            refused(file + " belongs to somebody else", "user 65534");
            Files.setAttribute(file, "unix:uid", 0);
        }
        Files.copy(folder.only(".json"), next());
        StoreFolder.setBits(next(), "rw-------");
        Files.setAttribute(next(), "unix:uid", STRANGER);
        assertThat(Sessions.load(store())).isEqualTo(Sessions.session(1));
        assertThat(next()).doesNotExist();
    }

    /** The members of a group have files of their own in the folder, some made under a umask that lets nobody in. */
    @Test
    void filesOfAnotherMemberOfTheGroupAreReadAndReplaced() throws Exception {
        Files.createDirectory(folder.path());
        Files.setAttribute(folder.path(), "unix:gid", GROUP);
        StoreFolder.setBits(folder.path(), "rwxrwx---");
        FileTokenStore group = FileTokenStore.at(folder.path(), Access.GROUP);
        Sessions.save(group, Sessions.session(1));
        for (String ending : folder.endings()) {
            assertThat(Files.getAttribute(folder.only(ending), "unix:gid")).isEqualTo(GROUP);
            Files.setAttribute(folder.only(ending), "unix:uid", STRANGER);
        }
        Sessions.countUp(group);
        assertThat(group.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
        assertThat(member("cat sessions/*.json >/dev/null && touch sessions/*.lock && rm sessions/*.json"))
                .isZero();

        Sessions.save(group, Sessions.session(3));
        Files.setAttribute(folder.only(".json"), "unix:gid", STRANGER);
        refused(group, folder.only(".json").toString(), "chgrp 65533");
    }

    /** Its owner is one of our groups, but not of that which is let in. */
    @Test
    void aFolderAboveThatBelongsToAMemberOfAnotherGroupIsRefused() throws Exception {
        Path above = Files.createDirectory(shared.resolve("above"));
        Path sessions = Files.createDirectory(above.resolve("sessions"));
        Files.setAttribute(sessions, "unix:gid", GROUP);
        StoreFolder.setBits(sessions, "rwxrwx---");
        FileTokenStore group = FileTokenStore.at(sessions, Access.GROUP);
        Sessions.save(group, Sessions.session(1));

        Files.setAttribute(above, "unix:uid", STRANGER);
        refused(group, sessions + " is of another group than a folder above it", "chgrp 0 ");

        Files.setAttribute(sessions, "unix:gid", 0);
        FileTokenStore ofOurGroup = FileTokenStore.at(above.resolve("more"), Access.GROUP);
        Sessions.save(ofOurGroup, Sessions.session(1));
    }

    private Path next() throws IOException {
        return folder.path()
                .resolve(folder.only(".json").getFileName().toString().replace(".json", ".next"));
    }

    private FileTokenStore store() {
        return FileTokenStore.at(folder.path());
    }

    private void refused(String... said) {
        refused(store(), said);
    }

    private static void refused(FileTokenStore store, String... said) {
        assertThatThrownBy(() -> Sessions.save(store, Sessions.session(9)))
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContainingAll(said);
    }

    private int stranger(String command) throws Exception {
        return as(STRANGER, command);
    }

    private int member(String command) throws Exception {
        return as(GROUP, command);
    }

    private int as(int group, String command) throws Exception {
        String[] words = {
            "/usr/bin/setpriv", "--reuid=" + STRANGER, "--regid=" + group, "--clear-groups", "sh", "-c", command
        };
        Process process = new ProcessBuilder(words)
                .directory(shared.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private boolean isRoot() throws IOException {
        return temp.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Integer.valueOf(0).equals(Files.getAttribute(temp, "unix:uid"));
    }
}
