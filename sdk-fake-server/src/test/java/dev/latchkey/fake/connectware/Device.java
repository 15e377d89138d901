package dev.latchkey.fake.connectware;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** A device with a key of its own, that asks for a certificate. */
record Device(KeyPair keys, String signature) {
    static Device ec() {
        return of("EC", 256, "SHA256withECDSA");
    }

    static Device rsa() {
        return of("RSA", 2048, "SHA256withRSA");
    }

    /** A request in base 64 of PEM, as {@code register} wants it. */
    String csr(String subject) {
        return csr(subject, this);
    }

    /** A request that another device's key has signed. */
    String csr(String subject, Device signer) {
        try {
            byte[] der = new JcaPKCS10CertificationRequestBuilder(new X500Name(subject), keys.getPublic())
                    .build(new JcaContentSignerBuilder(signer.signature).build(signer.keys.getPrivate()))
                    .getEncoded();
            return inBase64("-----BEGIN CERTIFICATE REQUEST-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                    + "\n-----END CERTIFICATE REQUEST-----\n");
        } catch (OperatorCreationException | java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    static String inBase64(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return Base64.getMimeEncoder(76, new byte[] {'\n'}).encodeToString(bytes) + "\n";
    }

    private static Device of(String algorithm, int bits, String signature) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return new Device(generator.generateKeyPair(), signature);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** No keys. */
    @Override
    public String toString() {
        return "Device[" + signature + "]";
    }
}
