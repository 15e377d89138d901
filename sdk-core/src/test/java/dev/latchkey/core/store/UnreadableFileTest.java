package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnreadableFileTest {
    private static final byte[] LATER = "{\"format\":2,\"all\":\"new\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path temp;

    private StoreFolder folder;
    private FileTokenStore store;
    private Path file;

    @BeforeEach
    void setUp() throws Exception {
        folder = new StoreFolder(temp.resolve("sessions"));
        store = FileTokenStore.at(folder.path());
        Sessions.save(store, Sessions.session(1));
        file = folder.only(".json");
    }

    static Stream<Arguments> contents() {
        byte[] whole = StoredSessionJson.write(Sessions.session(1)).getBytes(StandardCharsets.UTF_8);
        byte[] notUtf8 = whole.clone();
        notUtf8[whole.length - 4] = (byte) 0xc3;
        SessionKey other = new SessionKey("controlbyweb", "https://api.test/v1", "joe");
        return Stream.of(
                Arguments.of("$: the document is empty", new byte[0]),
                Arguments.of("$", new byte[4096]),
                Arguments.of("$", Arrays.copyOf(whole, whole.length / 2)),
                Arguments.of("it is not UTF-8", notUtf8),
                Arguments.of(
                        "it is not UTF-8", Arrays.copyOf("{\"format\":1,\"ä".getBytes(StandardCharsets.UTF_8), 14)),
                Arguments.of("it has 1048577 bytes, more than 1048576", new byte[(1 << 20) + 1]),
                Arguments.of(
                        "it belongs to another user or server",
                        StoredSessionJson.write(Sessions.session(other, 1)).getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("contents")
    void whatIsUnreadableIsReportedAndPutAside(String problem, byte[] content) throws Exception {
        Files.write(file, content);
        assertThatThrownBy(() -> Sessions.load(store))
                .isInstanceOfSatisfying(
                        UnreadableSessionException.class,
                        e -> assertThat(e.isLaterFormat()).isFalse())
                .hasMessageStartingWith(file + ", put aside as " + aside(1) + ": The stored session cannot be read: ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining(SecretLeaks.MARKER);
        assertThat(file).doesNotExist();
        assertThat(aside(1)).hasBinaryContent(content);
        assertThat(Sessions.load(store)).isNull();
    }

    @ParameterizedTest
    @MethodSource("contents")
    void lookedAtFromOutsideTheSectionItIsReportedAndLeftThere(String problem, byte[] content) throws Exception {
        Files.write(file, content);
        assertThatThrownBy(() -> store.load(Sessions.KEY))
                .isInstanceOf(UnreadableSessionException.class)
                .hasMessageStartingWith(file + ": The stored session cannot be read: ")
                .hasMessageContaining(problem)
                .hasMessageNotContaining(SecretLeaks.MARKER);
        assertThat(file).hasBinaryContent(content);
    }

    @ParameterizedTest
    @MethodSource("contents")
    void aSaveThatHasNotLookedPutsItAsideAsWell(String problem, byte[] content) throws Exception {
        Files.write(file, content);
        Sessions.save(store, Sessions.session(2));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
        assertThat(aside(1)).as(problem).hasBinaryContent(content);
    }

    @Test
    void theLatestThreeAreKept() throws Exception {
        Files.writeString(folder.path().resolve(aside(1).getFileName() + "x"), "of somebody else");
        for (int n = 1; n <= 5; n++) {
            Files.writeString(file, "damaged " + n);
            assertThatThrownBy(() -> Sessions.load(store)).hasMessageContaining(aside(n) + ": ");
            Sessions.save(store, Sessions.session(n));
        }
        assertThat(folder.names().stream().filter(name -> name.contains(".corrupt-")))
                .containsExactly(name(1) + "x", name(3), name(4), name(5));
        assertThat(aside(5)).hasContent("damaged 5");
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(5));
    }

    @Test
    void whatALaterVersionHasWrittenIsLeftAlone() throws Exception {
        Files.write(file, LATER);
        laterFormat(() -> store.load(Sessions.KEY));
        laterFormat(() -> Sessions.load(store));
        laterFormat(() -> Sessions.save(store, Sessions.session(2)));
        assertThat(file).hasBinaryContent(LATER);
        assertThat(folder.endings()).containsExactly(".gate", ".json", ".lock");
    }

    @Test
    void aSessionThatCouldNotBeReadAgainIsNotSaved() throws Exception {
        StoredSession session = Sessions.session(2);
        StoredSession huge = new StoredSession(
                session.key(), 1, 2, session.tokens(), session.obtainedAt(), null, "x".repeat(1 << 20), null);
        assertThatThrownBy(() -> Sessions.save(store, huge))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("more than the 1048576")
                .hasMessageContaining("old content is still there");
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
    }

    private void laterFormat(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        UnreadableSessionException.class,
                        e -> assertThat(e.isLaterFormat()).isTrue())
                .hasMessageStartingWith(file + ": The stored session was written by a later version");
    }

    private Path aside(int n) {
        return folder.path().resolve(name(n));
    }

    private String name(int n) {
        return file.getFileName().toString().replace(".json", ".corrupt-" + n);
    }
}
