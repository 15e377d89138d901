package dev.latchkey.core.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.leakcheck.SecretLeaks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SealingKeysTest {
    private final SecretKey key = TestKeystore.plainKey(256);
    private final TokenStore inner = TokenStore.inMemory();
    private final EncryptedTokenStore store = EncryptedTokenStore.over(inner, key);

    @Test
    void anotherKeyOpensNothingAndLeavesWhatIsThere() throws Exception {
        Sessions.save(store, Sessions.session(1));
        StoredSession before = kept();
        EncryptedTokenStore other = EncryptedTokenStore.over(inner, TestKeystore.plainKey(256));
        unreadable(other, "alsoReading");
        assertThat(kept()).isEqualTo(before);

        Sessions.save(other, Sessions.session(2));
        assertThat(other.load(Sessions.KEY)).isEqualTo(Sessions.session(2));
        unreadable(store, "another key");
    }

    @Test
    void aFormerKeyStillOpensAndTheNewOneSeals() throws Exception {
        Sessions.save(store, Sessions.session(1));
        SecretKey next = TestKeystore.plainKey(256);
        EncryptedTokenStore both = EncryptedTokenStore.over(inner, next)
                .alsoReading(TestKeystore.plainKey(128))
                .alsoReading(key);
        assertThat(Sessions.load(both)).isEqualTo(Sessions.session(1));

        Sessions.save(both, Sessions.session(2));
        assertThat(EncryptedTokenStore.over(inner, next).load(Sessions.KEY)).isEqualTo(Sessions.session(2));
        unreadable(store, "another key");
    }

    @Test
    void aKeyThatIsOfNoUseIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> EncryptedTokenStore.over(inner, new SecretKeySpec(new byte[32], "HmacSHA256")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage(
                        "The key is not one of AES but of HmacSHA256. Make one with KeyGenerator.getInstance(\"AES\").");
        byte[] password = ("password-" + SecretLeaks.MARKER).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> store.alsoReading(new SecretKeySpec(password, "AES")))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("128, 192 or 256 bits")
                .hasMessageNotContaining(SecretLeaks.MARKER);
    }

    @Test
    void aKeyMayStayInAKeystore() throws Exception {
        try (TestKeystore keystore = TestKeystore.open()) {
            EncryptedTokenStore kept = EncryptedTokenStore.over(inner, keystore.newKey());
            Sessions.save(kept, Sessions.session(1));
            assertThat(kept.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
            unreadable(EncryptedTokenStore.over(inner, keystore.newKey()), "another key");
        }
    }

    @Test
    void aKeystoreThatIsLockedIsReportedAndNotReadAround() throws Exception {
        try (TestKeystore keystore = TestKeystore.open()) {
            TestKeystore.Key locked = keystore.newKey();
            locked.lock();
            EncryptedTokenStore kept = EncryptedTokenStore.over(inner, locked);
            unusable(() -> Sessions.save(kept, Sessions.session(1)));
            assertThat(inner.load(Sessions.KEY)).isNull();

            Sessions.save(store, Sessions.session(2));
            unusable(() -> kept.load(Sessions.KEY));
            assertThat(kept.alsoReading(key).load(Sessions.KEY)).isEqualTo(Sessions.session(2));

            locked.unlock();
            unreadable(kept, "another key");
            Sessions.save(kept, Sessions.session(3));
            assertThat(kept.load(Sessions.KEY)).isEqualTo(Sessions.session(3));
        }
    }

    private static void unusable(ThrowingCallable action) {
        assertThatThrownBy(action)
                .isExactlyInstanceOf(StoreFailedException.class)
                .hasMessage("The key of the EncryptedTokenStore cannot be used.");
    }

    private static void unreadable(TokenStore store, String problem) {
        assertThatThrownBy(() -> store.load(Sessions.KEY))
                .isInstanceOf(UnreadableSessionException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining(SecretLeaks.MARKER);
    }

    private StoredSession kept() throws IOException {
        return Objects.requireNonNull(inner.load(Sessions.KEY));
    }
}
