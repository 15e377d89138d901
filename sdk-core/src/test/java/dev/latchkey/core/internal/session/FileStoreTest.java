package dev.latchkey.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.core.RenewalFailedException;
import dev.latchkey.core.store.EncryptedTokenStore;
import dev.latchkey.core.store.FileTokenStore;
import dev.latchkey.core.store.TokenStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions on the stores that last: what must not depend on which one it is. */
class FileStoreTest {
    private static final SecretKey KEY = new SecretKeySpec(new byte[16], "AES");

    @TempDir
    Path folder;

    private final TokenServer server = new TokenServer();
    private final ManualTime time = new ManualTime();

    static Stream<Function<Path, TokenStore>> stores() {
        return Stream.of(FileTokenStore::at, path -> EncryptedTokenStore.over(FileTokenStore.at(path), KEY));
    }

    @ParameterizedTest
    @MethodSource("stores")
    void clientsThatShareAFolderShareEveryRenewal(Function<Path, TokenStore> stores) throws Exception {
        try (SessionRig first = SessionRig.on(stores.apply(folder), server, time);
                SessionRig second = SessionRig.on(stores.apply(folder), server, time)) {
            assertThat(first.token()).isEqualTo("a1");
            assertThat(second.token()).isEqualTo("a1");
            for (int i = 2; i < 6; i++) {
                time.advance(Duration.ofHours(2));
                assertThat(first.token()).isEqualTo("a" + i);
                assertThat(second.token()).isEqualTo("a" + i);
            }
            assertThat(server.requests)
                    .containsExactly("login jane", "refresh r1", "refresh r2", "refresh r3", "refresh r4");
            assertThat(first.events).doesNotContain("storeFailed");
            assertThat(second.events).doesNotContain("storeFailed");
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aLogoutReachesTheOtherClients(Function<Path, TokenStore> stores) throws Exception {
        try (SessionRig first = SessionRig.on(stores.apply(folder), server, time);
                SessionRig second = SessionRig.on(stores.apply(folder), server, time)) {
            first.token();
            second.token();
            first.engine.actions().logout().get(10, TimeUnit.SECONDS);
            time.advance(Duration.ofHours(2));
            assertThat(second.failure()).hasMessageContaining("logged out");
            assertThat(server.logins).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void aDamagedFileIsReportedAndTheSessionGoesOn(Function<Path, TokenStore> stores) throws Exception {
        try (SessionRig first = SessionRig.on(stores.apply(folder), server, time)) {
            first.token();
        }
        Files.writeString(session(), "damaged");
        try (SessionRig second = SessionRig.on(stores.apply(folder), server, time)) {
            assertThat(second.token()).isEqualTo("a2");
            await().until(() -> second.events.contains("storeFailed"));
        }
        try (SessionRig third = SessionRig.on(stores.apply(folder), server, time)) {
            assertThat(third.token()).isEqualTo("a2");
        }
    }

    @Test
    void aSessionWithoutCredentialsOutlivesTheProcess() throws Exception {
        try (SessionRig first = SessionRig.on(FileTokenStore.at(folder), server, time)) {
            first.token();
        }
        time.advance(Duration.ofHours(2));
        try (SessionRig second = new SessionRig(server, time, FileTokenStore.at(folder), null, null)) {
            assertThat(second.token()).isEqualTo("a2");
        }
        assertThat(Objects.requireNonNull(FileTokenStore.at(folder).load(SessionRig.KEY))
                        .version())
                .isEqualTo(2);
    }

    @Test
    void aFolderThatIsRefusedIsNoOutageThatPasses() throws Exception {
        assumeTrue(
                folder.getFileSystem().supportedFileAttributeViews().contains("posix"), "No POSIX permissions here.");
        try (SessionRig first = SessionRig.on(FileTokenStore.at(folder), server, time)) {
            first.token();
        }
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (SessionRig second = new SessionRig(server, time, FileTokenStore.at(folder), null, null)) {
            assertThat(second.failure())
                    .isInstanceOf(RenewalFailedException.class)
                    .hasMessageContaining("Run: chmod 700 ")
                    .hasMessageEndingWith("To try again does not help.")
                    .extracting(failure -> ((RenewalFailedException) failure).retryable())
                    .isEqualTo(false);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            time.advance(Duration.ofMinutes(5));
            assertThat(second.token()).isEqualTo("a1");
        }
    }

    private Path session() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
