package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class FileCrashTest {

    @TempDir
    Path temp;

    private StoreFolder folder;
    private FileTokenStore store;
    private Path file;
    private Path next;

    @BeforeEach
    void setUp() throws Exception {
        folder = new StoreFolder(temp.resolve("sessions"));
        store = FileTokenStore.at(folder.path());
        Sessions.save(store, Sessions.session(5));
        file = folder.only(".json");
        next = folder.path().resolve(file.getFileName().toString().replace(".json", ".next"));
    }

    @Test
    void aWriterThatDiedBeforeItsSessionWasWholeLeavesTheOldOne() throws Exception {
        byte[] whole = json(Sessions.session(6));
        for (int length : new int[] {0, 1, whole.length / 2, whole.length - 1}) {
            leftBehind(Arrays.copyOf(whole, length));
            assertThat(Sessions.load(store)).isEqualTo(Sessions.session(5));
            assertThat(next).doesNotExist();
        }
        leftBehind(new byte[whole.length]); // What some file systems make of data that did not reach the disk.
        assertThat(Sessions.load(store)).isEqualTo(Sessions.session(5));
        assertThat(next).doesNotExist();
    }

    @Test
    void aWriterThatDiedBeforeItsWholeSessionTookItsPlaceHasItPutThere() throws Exception {
        leftBehind(json(Sessions.session(6)));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(5));
        assertThat(Sessions.load(store)).isEqualTo(Sessions.session(6));
        assertThat(next).doesNotExist();
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(6));
    }

    @Test
    void theFirstSessionOfAllIsPutThereAsWell() throws Exception {
        Files.move(file, next);
        assertThat(Sessions.load(store)).isEqualTo(Sessions.session(5));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(5));
    }

    @Test
    void aTombstoneThatWasLeftBehindIsPutThereAsWell() throws Exception {
        leftBehind(json(Sessions.tombstone(2)));
        assertThat(Objects.requireNonNull(Sessions.load(store)).isLoggedOut()).isTrue();
    }

    @Test
    void nothingLeftBehindReplacesWhatIsNewer() throws Exception {
        SessionKey other = new SessionKey("controlbyweb", "https://api.test/v1", "joe");
        for (StoredSession left : List.of(Sessions.session(4), Sessions.session(5), Sessions.session(other, 9))) {
            leftBehind(json(left));
            assertThat(Sessions.load(store)).isEqualTo(Sessions.session(5));
            assertThat(next).doesNotExist();
        }
    }

    @Test
    void aSaveMakesUpForWhatWasLeftBehind() throws Exception {
        leftBehind(json(Sessions.session(6)));
        Sessions.save(store, Sessions.session(7));
        assertThat(Sessions.load(store)).isEqualTo(Sessions.session(7));
        assertThat(folder.endings()).containsExactly(".gate", ".json", ".lock");
    }

    @Test
    void whatOneSessionLeavesBehindIsNoBusinessOfAnothers() throws Exception {
        leftBehind(json(Sessions.session(6)));
        Sessions.save(store, Sessions.session(new SessionKey("controlbyweb", "https://api.test/v1", "joe"), 1));
        assertThat(next).exists();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "No shell that limits the size of files")
    void aSaveThatTheDiskHasNoRoomForLeavesTheOldSession() throws Exception {
        List<String> limited = List.of("sh", "-c", "ulimit -f 8; exec \"$0\" \"$@\"");
        try (ChildJvm child =
                ChildJvm.start(limited, StoreProgram.class, folder.path().toString(), "overflow")) {
            assertThat(child.said())
                    .startsWith("The session could not be saved to " + file + ": ")
                    .endsWith(". The old content is still there.");
            assertThat(child.said()).isEqualTo("version 1");
        }
        assertThat(folder.endings()).containsExactly(".gate", ".json", ".lock");
    }

    @Test
    void whoLooksWhileAnotherProcessSavesSeesAWholeSession() throws Exception {
        try (ChildJvm child = ChildJvm.start(StoreProgram.class, folder.path().toString(), "save")) {
            assertThat(child.said()).isEqualTo("saved 6");
            long seen = 6;
            while (seen < 30) {
                StoredSession each = Objects.requireNonNull(store.load(Sessions.KEY));
                assertThat(each).isEqualTo(Sessions.bulky(each.version()));
                assertThat(each.version()).isGreaterThanOrEqualTo(seen);
                seen = each.version();
            }
        }
    }

    @Test
    @Tag("storm")
    void aWriterThatIsKilledAtAnyInstantLeavesAWholeSessionNoOlderThanItsLastSave() throws Exception {
        int kills = Math.max(1, Integer.getInteger("latchkey.storm.repeats", 10) / 2);
        for (int i = 0; i < kills; i++) {
            long saved = killedAtRandom();
            StoredSession seen = Objects.requireNonNull(store.load(Sessions.KEY));
            StoredSession left = Objects.requireNonNull(Sessions.load(store));
            for (StoredSession each : List.of(seen, left)) {
                assertThat(each).isEqualTo(Sessions.bulky(each.version()));
                assertThat(each.version()).isBetween(saved, saved + 1);
            }
            assertThat(folder.endings()).containsExactly(".gate", ".json", ".lock");
        }
    }

    /** Returns what it said last to have saved. */
    private long killedAtRandom() throws Exception {
        try (ChildJvm child = ChildJvm.start(StoreProgram.class, folder.path().toString(), "save")) {
            String last = child.said();
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(30_000_000));
            child.kill();
            for (String line = child.nextWords(); line != null; line = child.nextWords()) {
                last = line;
            }
            return Long.parseLong(last.substring("saved ".length()));
        }
    }

    private void leftBehind(byte[] content) throws Exception {
        Files.write(next, content);
        if (next.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            StoreFolder.setBits(next, "rw-------");
        }
    }

    private static byte[] json(StoredSession session) {
        return StoredSessionJson.write(session).getBytes(StandardCharsets.UTF_8);
    }
}
