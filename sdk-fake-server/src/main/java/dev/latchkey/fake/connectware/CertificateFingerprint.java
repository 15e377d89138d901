package dev.latchkey.fake.connectware;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** Digests of a certificate, written in capital hex digits with colons, as OpenSSL and Node.js do. */
final class CertificateFingerprint {
    private static final HexFormat COLONS = HexFormat.ofDelimiter(":").withUpperCase();

    private CertificateFingerprint() {}

    static String sha1(X509Certificate certificate) {
        return of("SHA-1", certificate);
    }

    static String sha256(X509Certificate certificate) {
        return of("SHA-256", certificate);
    }

    private static String of(String algorithm, X509Certificate certificate) {
        try {
            return COLONS.formatHex(MessageDigest.getInstance(algorithm).digest(Pem.der(certificate)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
