package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncryptedTokenStoreTest {
    private final SecretKey key = TestKeystore.plainKey(256);
    private final TokenStore inner = TokenStore.inMemory();
    private final EncryptedTokenStore store = EncryptedTokenStore.over(inner, key);

    @ParameterizedTest
    @ValueSource(ints = {128, 192, 256})
    void whatIsSealedIsOpenedAgain(int bits) throws Exception {
        EncryptedTokenStore any = EncryptedTokenStore.over(inner, TestKeystore.plainKey(bits));
        for (StoredSession session : List.of(
                Sessions.session(1),
                Sessions.bulky(2),
                new StoredSession(
                        Sessions.KEY,
                        1,
                        3,
                        new Tokens("a\uD83D\uDD11", null, "k"),
                        Instant.EPOCH,
                        null,
                        null,
                        Instant.EPOCH))) {
            Sessions.save(any, session);
            assertThat(any.load(Sessions.KEY)).isEqualTo(session);
            assertThat(Sessions.load(any)).isEqualTo(session);
        }
    }

    @Test
    void theInnerStoreSeesWhoseSessionItIsAndNoSecret() throws Exception {
        StoredSession session = Sessions.session(7);
        Sessions.save(store, session);
        StoredSession kept = kept();
        assertThat(kept)
                .isEqualTo(new StoredSession(
                        session.key(), 1, 7, kept.tokens(), session.obtainedAt(), session.lifetime(), null, null));
        assertThat(sealed()).matches("sealed1:[A-Za-z0-9_-]+");
        assertThat(StoredSessionJson.write(kept)).doesNotContain(SecretLeaks.MARKER, "admin");
        assertThat(new String(Base64.getUrlDecoder().decode(sealed().substring(8)), StandardCharsets.ISO_8859_1))
                .doesNotContain(SecretLeaks.MARKER, "admin");
    }

    @Test
    void theSameSessionIsSealedDifferentlyEachTime() throws Exception {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            Sessions.save(store, Sessions.session(1));
            seen.add(sealed().substring(0, 24));
        }
        assertThat(seen).hasSize(20);
    }

    @Test
    void anEmptyStoreStaysEmpty() throws Exception {
        assertThat(store.load(Sessions.KEY)).isNull();
        assertThat(Sessions.load(store)).isNull();
    }

    @Test
    void aTombstoneIsForAllToSee() throws Exception {
        Sessions.save(store, Sessions.tombstone(3));
        assertThat(kept()).isEqualTo(Sessions.tombstone(3));
        assertThat(EncryptedTokenStore.over(inner, TestKeystore.plainKey(128)).load(Sessions.KEY))
                .isEqualTo(Sessions.tombstone(3));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3})
    void notesOnLoginsAreSealedWhereThereAreNoTokens(long generation) throws Exception {
        StoredSession noted = Sessions.tombstone(generation).noting(Sessions.NOTES);
        Sessions.save(store, noted);
        assertThat(store.load(Sessions.KEY)).isEqualTo(noted);
        assertThat(kept().isLoggedOut()).isEqualTo(generation > 0);
        assertThat(kept().tokens()).isNull();
        assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
        assertThat(StoredSessionJson.write(kept())).doesNotContain("REFUSED", "65535", "59000000");
        assertThat(EncryptedTokenStore.over(inner, TestKeystore.plainKey(128)).load(Sessions.KEY))
                .isEqualTo(Sessions.tombstone(generation));
    }

    @Test
    void notesOnLoginsAreSealedWithTheTokens() throws Exception {
        StoredSession noted = Sessions.session(5).noting(Sessions.NOTES);
        Sessions.save(store, noted);
        assertThat(store.load(Sessions.KEY)).isEqualTo(noted);
        assertThat(kept().logins()).isEqualTo(LoginNotes.NONE);
    }

    /** Nor does a sealed text without tokens become a session by moving it to where tokens would be. */
    @Test
    void notesThatSomebodyPlantedAreNotTakenUp() throws Exception {
        Sessions.save(inner, Sessions.tombstone(3).noting(Sessions.NOTES));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.tombstone(3));
        assertThat(store.takingUpPlainSessions().load(Sessions.KEY))
                .isEqualTo(Sessions.tombstone(3).noting(Sessions.NOTES));
        Sessions.save(store, Sessions.tombstone(3).noting(Sessions.NOTES));
        String sealed = Objects.requireNonNull(kept().profile());
        keep(Sessions.session(1), sealed);
        unreadable(store, "it was sealed as another session, generation or version");
    }

    @Test
    void everyByteOfASealedTextCounts() throws Exception {
        Sessions.save(store, Sessions.session(1));
        byte[] bytes = Base64.getUrlDecoder().decode(sealed().substring(8));
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            keep(kept(), "sealed1:" + Base64.getUrlEncoder().encodeToString(changed));
            unreadable(store, "it was changed, or sealed with another key");
        }
        for (int length : new int[] {0, 1, 12, 27, 28, bytes.length - 1}) {
            keep(kept(), "sealed1:" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(bytes, length)));
            unreadable(store, "it was changed, or sealed with another key");
        }
        keep(kept(), "sealed1:!" + SecretLeaks.MARKER);
        unreadable(store, "it was changed, or sealed with another key");
        keep(kept(), "sealed1:" + Base64.getUrlEncoder().encodeToString(bytes));
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
    }

    @Test
    void aSealedTextIsWorthNothingInAnotherPlace() throws Exception {
        Sessions.save(store, Sessions.session(5));
        StoredSession kept = kept();
        String sealed = sealed();
        SessionKey joe = new SessionKey("controlbyweb", "https://api.test/v1", "joe");
        for (StoredSession moved : List.of(
                new StoredSession(Sessions.KEY, 1, 6, kept.tokens(), kept.obtainedAt(), null, null, null),
                new StoredSession(Sessions.KEY, 2, 5, kept.tokens(), kept.obtainedAt(), null, null, null))) {
            keep(moved, sealed);
            unreadable(store, "it was sealed as another session, generation or version");
        }
        Sessions.save(inner, new StoredSession(joe, 1, 5, kept.tokens(), kept.obtainedAt(), null, null, null));
        assertThatThrownBy(() -> store.load(joe)).hasMessageContaining("it was sealed as another session");
    }

    /** Whose key is told apart even if the inner store mixes up its entries. */
    @Test
    void anEntryOfAnotherKeyIsNotOpened() throws Exception {
        Sessions.save(store, Sessions.session(5));
        SessionKey joe = new SessionKey("controlbyweb", "https://api.test/v1", "joe");
        StoredSession janes = kept();
        EncryptedTokenStore mixed = EncryptedTokenStore.over(new OneEntry(janes), key);
        assertThatThrownBy(() -> mixed.load(joe)).hasMessageContaining("it was sealed as another session");
        assertThat(mixed.load(Sessions.KEY)).isEqualTo(Sessions.session(5));
    }

    /** Stores that round times, and people that change them, have no influence. */
    @Test
    void timesComeFromInside() throws Exception {
        Sessions.save(store, Sessions.session(5));
        keep(
                new StoredSession(Sessions.KEY, 1, 5, kept().tokens(), Instant.MAX, Duration.ofDays(9999), "x", null),
                sealed());
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(5));
    }

    @Test
    void aSessionInClearIsRefused() throws Exception {
        Sessions.save(inner, Sessions.session(1));
        unreadable(store, "takingUpPlainSessions");
        unreadable(store.alsoReading(TestKeystore.plainKey(128)), "it is not sealed");
        assertThat(kept()).isEqualTo(Sessions.session(1));
    }

    @Test
    void aSessionInClearIsTakenUpOnRequestAndSealedNextTime() throws Exception {
        Sessions.save(inner, Sessions.session(1));
        EncryptedTokenStore lenient = store.takingUpPlainSessions().alsoReading(TestKeystore.plainKey(128));
        assertThat(Sessions.load(lenient)).isEqualTo(Sessions.session(1));
        Sessions.countUp(lenient);
        assertThat(sealed()).startsWith("sealed1:");
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
    }

    @Test
    void whatALaterVersionHasSealedIsLeftAlone() throws Exception {
        keep(Sessions.session(1), "sealed2:new");
        assertThatThrownBy(() -> store.load(Sessions.KEY))
                .isInstanceOfSatisfying(
                        UnreadableSessionException.class,
                        e -> assertThat(e.isLaterFormat()).isTrue());
        assertThatThrownBy(() -> Sessions.save(store, Sessions.session(2)))
                .isInstanceOfSatisfying(
                        UnreadableSessionException.class,
                        e -> assertThat(e.isLaterFormat()).isTrue());
        assertThat(sealed()).isEqualTo("sealed2:new");
    }

    @Test
    void nothingIsShown() {
        assertThat(store).hasToString("EncryptedTokenStore");
    }

    @Test
    void overFilesItKeepsNoSecretOnDisk(@TempDir Path temp) throws Exception {
        EncryptedTokenStore sealed = EncryptedTokenStore.over(FileTokenStore.at(temp.resolve("s")), key);
        Sessions.save(sealed, Sessions.session(3));
        assertThat(new StoreFolder(temp.resolve("s")).only(".json")).content().doesNotContain(SecretLeaks.MARKER);
        assertThat(EncryptedTokenStore.over(FileTokenStore.at(temp.resolve("s")), key)
                        .load(Sessions.KEY))
                .isEqualTo(Sessions.session(3));
    }

    @Test
    void whatTheInnerStoreCannotReadIsItsOwnAffair(@TempDir Path temp) throws Exception {
        StoreFolder folder = new StoreFolder(temp.resolve("s"));
        EncryptedTokenStore sealed = EncryptedTokenStore.over(FileTokenStore.at(folder.path()), key);
        Sessions.save(sealed, Sessions.session(1));
        Files.writeString(folder.only(".json"), "damaged");
        Sessions.save(sealed, Sessions.session(2));
        assertThat(sealed.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
        assertThat(folder.only(".corrupt-1")).hasContent("damaged");
    }

    private StoredSession kept() throws IOException {
        return Objects.requireNonNull(inner.load(Sessions.KEY));
    }

    private String sealed() throws IOException {
        return Objects.requireNonNull(kept().tokens()).accessToken();
    }

    private void keep(StoredSession session, String accessToken) throws Exception {
        Sessions.save(
                inner,
                new StoredSession(
                        session.key(),
                        session.generation(),
                        session.version(),
                        new Tokens(accessToken, null, null),
                        session.obtainedAt(),
                        session.lifetime(),
                        session.profile(),
                        session.renewingSince()));
    }

    private static void unreadable(TokenStore store, String problem) {
        assertThatThrownBy(() -> store.load(Sessions.KEY))
                .isInstanceOfSatisfying(
                        UnreadableSessionException.class,
                        e -> assertThat(e.isLaterFormat()).isFalse())
                .hasMessageContaining(problem)
                .hasMessageNotContaining(SecretLeaks.MARKER)
                .hasNoCause();
        assertThatThrownBy(() -> Sessions.load(store)).isInstanceOf(UnreadableSessionException.class);
    }

    /** Answers everyone with the same session. */
    private record OneEntry(StoredSession session) implements TokenStore {
        @Override
        public StoredSession load(SessionKey key) {
            return session;
        }

        @Override
        public <T> T exclusively(SessionKey key, Duration maxWait, Section<T> section) {
            throw new UnsupportedOperationException();
        }
    }
}
