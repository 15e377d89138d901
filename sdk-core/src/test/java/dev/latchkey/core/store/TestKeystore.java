package dev.latchkey.core.store;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.CipherSpi;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.ShortBufferException;
import org.jspecify.annotations.Nullable;

/** Behaves like Android's: keeps its keys to itself, chooses the nonces, and can be locked. A provider of this JVM. */
final class TestKeystore implements AutoCloseable {
    private final Provider provider = new KeystoreProvider();

    private TestKeystore() {}

    static TestKeystore open() {
        TestKeystore keystore = new TestKeystore();
        Security.addProvider(keystore.provider);
        return keystore;
    }

    /** A key that is in no keystore. */
    static SecretKey plainKey(int bits) {
        try {
            KeyGenerator generator = KeyGenerator.getInstance("AES");
            generator.init(bits);
            return generator.generateKey();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    Key newKey() {
        return new Key(plainKey(256));
    }

    @Override
    public void close() {
        Security.removeProvider(provider.getName());
    }

    static final class Key implements SecretKey {
        private final transient SecretKey hidden;
        private volatile boolean locked;

        private Key(SecretKey hidden) {
            this.hidden = hidden;
        }

        void lock() {
            locked = true;
        }

        void unlock() {
            locked = false;
        }

        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte[] getEncoded() {
            throw new AssertionError("A keystore does not give its keys away.");
        }
    }

    private static final class KeystoreProvider extends Provider {
        KeystoreProvider() {
            super("LatchkeyTestKeystore", "1", "keys that stay where they are");
            putService(
                    new Service(
                            this,
                            "Cipher",
                            "AES/GCM/NoPadding",
                            KeystoreCipher.class.getName(),
                            List.of(),
                            Map.of("SupportedKeyClasses", Key.class.getName())) {
                        @Override
                        public Object newInstance(@Nullable Object parameter) {
                            return new KeystoreCipher();
                        }

                        @Override
                        public boolean supportsParameter(Object key) {
                            return key instanceof Key;
                        }
                    });
        }
    }

    private static final class KeystoreCipher extends CipherSpi {
        private @Nullable Cipher real;

        @Override
        protected void engineInit(int mode, java.security.Key key, SecureRandom random) throws InvalidKeyException {
            try {
                engineInit(mode, key, (AlgorithmParameterSpec) null, random);
            } catch (InvalidAlgorithmParameterException e) {
                throw new InvalidKeyException(e);
            }
        }

        @Override
        protected void engineInit(
                int mode, java.security.Key key, @Nullable AlgorithmParameterSpec parameters, SecureRandom random)
                throws InvalidKeyException, InvalidAlgorithmParameterException {
            if (!(key instanceof Key own) || own.locked) {
                throw new InvalidKeyException("The keystore is locked.");
            }
            if (mode == Cipher.ENCRYPT_MODE && parameters != null) {
                throw new InvalidAlgorithmParameterException("The caller must not choose the nonce.");
            }
            try {
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", "SunJCE");
                cipher.init(mode, own.hidden, parameters, random);
                real = cipher;
            } catch (GeneralSecurityException e) {
                throw new InvalidKeyException(e);
            }
        }

        @Override
        protected void engineInit(
                int mode, java.security.Key key, AlgorithmParameters parameters, SecureRandom random) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected byte[] engineGetIV() {
            return real().getIV();
        }

        @Override
        protected int engineGetOutputSize(int inputLength) {
            return real().getOutputSize(inputLength);
        }

        @Override
        protected void engineUpdateAAD(byte[] source, int offset, int length) {
            real().updateAAD(source, offset, length);
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int offset, int length) {
            return real().update(input, offset, length);
        }

        @Override
        protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int outputOffset)
                throws ShortBufferException {
            return real().update(input, offset, length, output, outputOffset);
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int offset, int length)
                throws IllegalBlockSizeException, BadPaddingException {
            return real().doFinal(input, offset, length);
        }

        @Override
        protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int outputOffset)
                throws ShortBufferException, IllegalBlockSizeException, BadPaddingException {
            return real().doFinal(input, offset, length, output, outputOffset);
        }

        @Override
        protected int engineGetBlockSize() {
            return 16;
        }

        @Override
        protected @Nullable AlgorithmParameters engineGetParameters() {
            return null;
        }

        @Override
        protected void engineSetMode(String mode) {}

        @Override
        protected void engineSetPadding(String padding) {}

        private Cipher real() {
            return Objects.requireNonNull(real);
        }
    }
}
