package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePermissionsTest {

    @TempDir
    Path temp;

    private StoreFolder folder;
    private FileTokenStore store;

    @BeforeEach
    void setUp() {
        assumeTrue(
                temp.getFileSystem().supportedFileAttributeViews().contains("posix"),
                "There are no POSIX permissions on this file system.");
        folder = new StoreFolder(temp.resolve("a/it's here"));
        store = FileTokenStore.at(folder.path());
    }

    @Test
    void filesAndFoldersAreTheirOwnersAlone() throws Exception {
        Sessions.save(store, Sessions.session(1));
        assertThat(StoreFolder.bits(folder.path())).isEqualTo("rwx------");
        assertThat(StoreFolder.bits(folder.path().getParent())).isEqualTo("rwx------");
        assertThat(StoreFolder.bits(folder.only(".json"))).isEqualTo("rw-------");
        assertThat(StoreFolder.bits(folder.only(".lock"))).isEqualTo("rw-------");
        assertThat(StoreFolder.bits(folder.only(".gate"))).isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw--w----", "rw----r--", "rw-----w-", "rwxrwxrwx"})
    void aFileThatOthersMayReadOrWriteIsRefusedUntilThatIsMended(String loose) throws Exception {
        Sessions.save(store, Sessions.session(1));
        Path file = folder.only(".json");
        StoreFolder.setBits(file, loose);

        String quoted = file.toString().replace("'", "'\\''");
        String[] said = {file.toString(), loose, "Run: chmod 600 '" + quoted + "'"};
        refused(() -> store.load(Sessions.KEY), said);
        refused(() -> Sessions.load(store), said);
        refused(() -> Sessions.save(store, Sessions.session(2)), said);

        StoreFolder.setBits(file, "rw-------");
        assertThat(Sessions.load(store)).isEqualTo(Sessions.session(1));
    }

    @Test
    void whatIsPutAsideStaysItsOwnersAlone() throws Exception {
        Sessions.save(store, Sessions.session(1));
        Files.writeString(folder.only(".json"), "damaged");
        assertThatThrownBy(() -> Sessions.load(store)).isInstanceOf(UnreadableSessionException.class);
        assertThat(StoreFolder.bits(folder.only(".corrupt-1"))).isEqualTo("rw-------");
    }

    @Test
    void whatOthersMayHaveLeftThereIsNotTakenUp() throws Exception {
        Sessions.save(store, Sessions.session(1));
        Path next = Files.writeString(next(), StoredSessionJson.write(Sessions.session(2)));
        StoreFolder.setBits(next, "rw-rw-rw-");
        assertThat(Sessions.load(store)).isEqualTo(Sessions.session(1));
        assertThat(next).doesNotExist();
    }

    @Test
    void aFileThatItsOwnerMayOnlyReadIsFine() throws Exception {
        Sessions.save(store, Sessions.session(1));
        StoreFolder.setBits(folder.only(".json"), "r--------");
        Sessions.countUp(store);
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
    }

    @Test
    void aLinkInPlaceOfAFileIsNotFollowed() throws Exception {
        Sessions.save(store, Sessions.session(1));
        Path file = folder.only(".json");
        Path elsewhere = temp.resolve("elsewhere");
        Files.move(file, elsewhere);
        Files.createSymbolicLink(file, elsewhere);

        refused(() -> store.load(Sessions.KEY), file + " is a symbolic link");
        refused(() -> Sessions.load(store), file + " is a symbolic link");
        refused(() -> Sessions.save(store, Sessions.session(2)), file + " is a symbolic link");
        assertThat(file).isSymbolicLink();
        assertThat(elsewhere).content().contains("\"version\":1");
    }

    @Test
    void aLinkInPlaceOfALockIsNotFollowed() throws Exception {
        Sessions.save(store, Sessions.session(1));
        for (String lock : new String[] {".lock", ".gate"}) {
            Path file = folder.only(lock);
            Files.delete(file);
            Path elsewhere = temp.resolve("elsewhere" + lock);
            Files.createSymbolicLink(file, elsewhere);
            refused(() -> Sessions.load(store), "The lock file " + file, file + " is a symbolic link");
            assertThat(elsewhere).doesNotExist();
            Files.delete(file);
        }
    }

    @Test
    void aLinkWhereTheNextSessionIsWrittenIsNotFollowed() throws Exception {
        Sessions.save(store, Sessions.session(1));
        Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "untouched");
        Files.createSymbolicLink(next(), elsewhere);

        Sessions.save(store, Sessions.session(2));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
        assertThat(elsewhere).hasContent("untouched");
    }

    @Test
    void somethingElseInPlaceOfAFileIsRefused() throws Exception {
        Sessions.save(store, Sessions.session(1));
        Path file = folder.only(".json");
        Files.delete(file);
        Files.createDirectory(file);
        refused(() -> store.load(Sessions.KEY), file + " is no regular file");
        refused(() -> Sessions.save(store, Sessions.session(2)), file + " is no regular file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-"})
    void aFolderInWhichOthersMayWriteIsRefused(String loose) throws Exception {
        Sessions.save(store, Sessions.session(1));
        StoreFolder.setBits(folder.path(), loose);
        String[] said = {folder.path().toString(), loose, "Run: chmod 700 '", "does not exist yet"};
        refused(() -> store.load(Sessions.KEY), said);
        refused(() -> Sessions.save(store, Sessions.session(2)), said);
    }

    @Test
    void aFolderThatOthersMayOnlyReadIsFine() throws Exception {
        Files.createDirectories(folder.path());
        StoreFolder.setBits(folder.path(), "rwxr-xr-x");
        Sessions.save(store, Sessions.session(1));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
    }

    private Path next() throws IOException {
        return folder.path()
                .resolve(folder.only(".json").getFileName().toString().replace(".json", ".next"));
    }

    private static void refused(ThrowingCallable action, String... said) {
        assertThatThrownBy(action)
                .isInstanceOf(StoreSetupException.class)
                .hasMessageContainingAll(said)
                .hasMessageNotContaining(SecretLeaks.MARKER);
    }
}
