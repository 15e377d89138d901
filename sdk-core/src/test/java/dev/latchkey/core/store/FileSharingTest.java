package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.store.FileTokenStore.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders that others may reach: what is on the way to them, who is let in, and what is planted there. */
class FileSharingTest {

    @TempDir
    Path temp;

    private Path above;
    private StoreFolder folder;

    @BeforeEach
    void setUp() throws IOException {
        assumeTrue(
                temp.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "There are no POSIX permissions on this file system.");
        above = Files.createDirectory(temp.resolve("above"));
        folder = new StoreFolder(above.resolve("sessions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxrwx---", "rwx----w-"})
    void aFolderBelowOneThatOthersMayWriteIsRefusedAndNotMade(String loose) throws Exception {
        StoreFolder.setBits(above, loose);
        refused(() -> save(Access.OWNER), above + " is on the way", loose, "Run: chmod ", "trustedRoot(");
        assertThat(folder.path()).doesNotExist();
        Sessions.save(FileTokenStore.at(folder.path()).trustedRoot(above), Sessions.session(1));

        FileTokenStore store = FileTokenStore.at(folder.path());
        refused(() -> store.load(Sessions.KEY), above + " is on the way");
        StoreFolder.setBits(above, "rwxr-xr-x");
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
    }

    @Test
    void aStickyFolderOnTheWayIsFine() throws Exception {
        Files.setAttribute(above, "unix:mode", 01777);
        save(Access.OWNER);
    }

    @Test
    void whatALinkLeadsThroughIsLookedAtToo() throws Exception {
        Path elsewhere = Files.createDirectories(temp.resolve("open/elsewhere"));
        StoreFolder.setBits(temp.resolve("open"), "rwxrwxrwx");
        Path link = Files.createSymbolicLink(above.resolve("link"), Path.of("../open/elsewhere"));
        refused(
                () -> Sessions.save(FileTokenStore.at(link.resolve("sessions")), Sessions.session(1)),
                temp.resolve("open") + " is on the way");
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void linksThatLeadNowhereEnd() throws Exception {
        Path link = Files.createSymbolicLink(folder.path(), folder.path());
        assertThatThrownBy(() -> Sessions.save(FileTokenStore.at(link), Sessions.session(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(link + ": FileSystemLoopException");
    }

    /** What Kubernetes does at each mount of a volume with an fsGroup. */
    @Test
    void aGroupIsLetInWhereThatIsSaid() throws Exception {
        save(Access.OWNER);
        StoreFolder.setBits(above, "rwxrwxr-x");
        StoreFolder.setBits(folder.path(), "rwxrwx---");
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : files.toList()) {
                StoreFolder.setBits(file, "rw-rw----");
            }
        }
        refused(() -> FileTokenStore.at(folder.path()).load(Sessions.KEY), above.toString(), "Access.GROUP");
        StoreFolder.setBits(above, "rwxr-xr-x");
        refused(() -> FileTokenStore.at(folder.path()).load(Sessions.KEY), folder.path() + " can be", "Access.GROUP");
        StoreFolder.setBits(above, "rwxrwxr-x");

        FileTokenStore store = FileTokenStore.at(folder.path(), Access.GROUP);
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
        Sessions.countUp(store);
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
    }

    @Test
    void whatIsMadeForAGroupIsTheGroupsWhateverTheUmask() throws Exception {
        save(Access.GROUP);
        assertThat(StoreFolder.bits(folder.path())).isEqualTo("rwxrwx---");
        for (String ending : folder.endings()) {
            assertThat(StoreFolder.bits(folder.only(ending))).as(ending).isEqualTo("rw-rw----");
        }
    }

    @Test
    void othersThanTheGroupAreRefusedStill() throws Exception {
        save(Access.GROUP);
        StoreFolder.setBits(folder.only(".json"), "rw-rw-r--");
        refused(() -> save(Access.GROUP), folder.only(".json").toString(), "chmod 660");
        StoreFolder.setBits(folder.path(), "rwxrwx-wx");
        refused(() -> save(Access.GROUP), folder.path() + " can be written", "chmod 770");
    }

    @ParameterizedTest
    @ValueSource(strings = {".lock", ".gate", ".json"})
    void aNamedPipeInPlaceOfAFileHoldsNobodyUp(String ending) throws Exception {
        save(Access.OWNER);
        Path file = folder.only(ending);
        Files.delete(file);
        makePipe(file);
        FileTokenStore store = FileTokenStore.at(folder.path());
        refused(() -> store.exclusively(Sessions.KEY, Duration.ZERO, entry -> true), ending, store);
    }

    @Test
    void aNamedPipeWhereTheNextSessionIsWrittenIsTakenAway() throws Exception {
        save(Access.OWNER);
        makePipe(folder.path()
                .resolve(folder.only(".json").getFileName().toString().replace(".json", ".next")));
        assertThat(Sessions.load(FileTokenStore.at(folder.path()))).isEqualTo(Sessions.session(1));
        assertThat(folder.endings()).containsExactly(".gate", ".json", ".lock");
    }

    @Test
    void aHardLinkToASessionNeverShowsTheNextOne() throws Exception {
        save(Access.OWNER);
        Path kept = Files.createLink(above.resolve("kept"), folder.only(".json"));
        Sessions.countUp(FileTokenStore.at(folder.path()));
        assertThat(kept).content().contains("\"version\":1");
        assertThat(FileTokenStore.at(folder.path()).load(Sessions.KEY)).isEqualTo(Sessions.session(2));
    }

    @Test
    void theTrustedRootIsAboveTheFolder() {
        FileTokenStore store = FileTokenStore.at(folder.path());
        for (Path wrong : new Path[] {folder.path(), folder.path().resolve("x"), temp.resolve("abo")}) {
            assertThatThrownBy(() -> store.trustedRoot(wrong))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("is not above the folder " + folder.path());
        }
    }

    private void save(Access access) throws Exception {
        Sessions.save(FileTokenStore.at(folder.path(), access), Sessions.session(1));
    }

    private static void makePipe(Path file) throws Exception {
        Process made = new ProcessBuilder("mkfifo", "-m", "600", file.toString()).start();
        assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(file).exists();
    }

    private static void refused(ThrowingCallable action, String ending, FileTokenStore store) {
        if (ending.equals(".json")) {
            refused(() -> store.load(Sessions.KEY), "is no regular file");
            refused(() -> Sessions.save(store, Sessions.session(2)), "is no regular file");
        } else {
            refused(action, "is no regular file");
        }
    }

    private static void refused(ThrowingCallable action, String... said) {
        assertThatThrownBy(action).isInstanceOf(StoreSetupException.class).hasMessageContainingAll(said);
    }
}
