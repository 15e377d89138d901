package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTokenStoreTest {

    @TempDir
    Path temp;

    private StoreFolder folder;
    private FileTokenStore store;

    @BeforeEach
    void setUp() {
        folder = new StoreFolder(temp.resolve("a/b"));
        store = FileTokenStore.at(folder.path());
    }

    @Test
    void whatIsSavedIsReadByTheNextProcess() throws Exception {
        Sessions.save(store, Sessions.session(7));
        FileTokenStore next = FileTokenStore.at(folder.path());
        assertThat(next.load(Sessions.KEY)).isEqualTo(Sessions.session(7));
        assertThat(Sessions.load(next)).isEqualTo(Sessions.session(7));
    }

    @Test
    void aTombstoneIsKeptAsOne() throws Exception {
        Sessions.save(store, Sessions.session(7));
        Sessions.save(store, Sessions.tombstone(2));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.tombstone(2));
    }

    @Test
    void lookingForASessionMakesNothing() throws Exception {
        assertThat(store.load(Sessions.KEY)).isNull();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aMissingFolderIsMadeWhenItIsNeeded() throws Exception {
        assertThat(Sessions.load(store)).isNull();
        assertThat(folder.endings()).containsExactly(".gate", ".lock");
    }

    @Test
    void aFolderThatWasDeletedIsMadeAgain() throws Exception {
        Sessions.save(store, Sessions.session(1));
        try (Stream<Path> files = Files.list(folder.path())) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder.path());
        assertThat(store.load(Sessions.KEY)).isNull();
        Sessions.save(store, Sessions.session(2));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
    }

    @Test
    void aFolderMayBeReachedByALink() throws Exception {
        Sessions.save(store, Sessions.session(1));
        Path link = Files.createSymbolicLink(temp.resolve("link"), folder.path());
        assertThat(FileTokenStore.at(link).load(Sessions.KEY)).isEqualTo(Sessions.session(1));
        Sessions.countUp(FileTokenStore.at(link));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
    }

    @Test
    void nothingIsLeftButTheSessionAndItsLocks() throws Exception {
        for (int i = 0; i < 5; i++) {
            Sessions.countUp(store);
        }
        assertThat(folder.endings()).containsExactly(".gate", ".json", ".lock");
        assertThat(folder.only(".json").getFileName().toString()).matches("controlbyweb-jane-[0-9a-f]{32}\\.json");
    }

    @Test
    void everyIdentityHasAFileOfItsOwnInTheFolder() throws Exception {
        List<SessionKey> odd = Stream.of(
                        "jane",
                        "JANE",
                        "Jane",
                        "",
                        " ",
                        ".",
                        "..",
                        "../../x",
                        "/etc/passwd",
                        "C:\\nul",
                        "con",
                        "a\u0000b",
                        "a\nb",
                        "x".repeat(300),
                        "x".repeat(301),
                        "jäne",
                        "ja\u0308ne",
                        "简\uD83D\uDD11")
                .map(identity -> new SessionKey("webitel", "https://w.test", identity))
                .toList();
        Set<SessionKey> keys = new HashSet<>(odd);
        keys.add(new SessionKey("webitel", "", "jane"));
        keys.add(new SessionKey("webitel", "https://w.test/", "jane"));
        keys.add(new SessionKey("webitel", "https://w.testjane", ""));
        keys.add(new SessionKey("webitelhttps://w.test", "", "jane"));
        keys.add(new SessionKey("../webitel", "https://w.test", "jane"));

        for (SessionKey key : keys) {
            Sessions.save(store, Sessions.session(key, key.hashCode()));
        }
        for (SessionKey key : keys) {
            assertThat(store.load(key)).isEqualTo(Sessions.session(key, key.hashCode()));
        }
        Set<String> names = new HashSet<>();
        for (String name : folder.names()) {
            if (name.endsWith(".json")) {
                names.add(name.toLowerCase(Locale.ROOT));
                assertThat(name).matches("[a-z0-9-]{1,90}\\.json");
            }
        }
        assertThat(names).hasSize(keys.size());
        assertThat(temp).isDirectoryNotContaining(file -> !file.endsWith("a"));
    }

    @Test
    void anIdentityThatNoFileCanHoldIsRefused() {
        SessionKey half = new SessionKey("webitel", "https://w.test", "jane\uD83D");
        assertThatThrownBy(() -> Sessions.save(store, Sessions.session(half, 1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("half a character");
    }

    @Test
    void aSessionOfAnotherKeyIsNotSaved() throws Exception {
        Sessions.save(store, Sessions.session(1));
        SessionKey other = new SessionKey("controlbyweb", "https://api.test/v1", "joe");
        assertThatThrownBy(() -> store.exclusively(other, Duration.ZERO, entry -> {
                    try {
                        entry.save(Sessions.session(2));
                        return null;
                    } catch (IOException e) {
                        return e;
                    }
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
        assertThat(store.load(other)).isNull();
    }

    @Test
    void aFileInPlaceOfTheFolderIsNamed() throws Exception {
        Files.createDirectories(temp.resolve("a"));
        Files.writeString(folder.path(), "");
        assertThatThrownBy(() -> store.load(Sessions.KEY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.path() + " is no folder");
        assertThatThrownBy(() -> Sessions.save(store, Sessions.session(1)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.path() + " is no folder");
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        Files.writeString(temp.resolve("a"), "");
        assertThatThrownBy(() -> Sessions.save(store, Sessions.session(1)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The folder for sessions cannot be made or used: ")
                .hasMessageContaining(temp.resolve("a").toString());
    }

    @Test
    void aFileSystemWithoutLocksIsRefused() throws Exception {
        URI archive = URI.create("jar:" + temp.resolve("x.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            assertThatThrownBy(() -> FileTokenStore.at(zip.getPath("/sessions")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("default file system");
        }
    }

    @Test
    void itSaysWhereItIs() {
        assertThat(store).hasToString("FileTokenStore[" + folder.path() + "]");
        assertThat(FileTokenStore.at(Path.of("x")).toString())
                .isEqualTo("FileTokenStore[" + Path.of("x").toAbsolutePath() + "]");
    }
}
