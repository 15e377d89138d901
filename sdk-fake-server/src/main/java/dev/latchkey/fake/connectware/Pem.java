package dev.latchkey.fake.connectware;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/** PEM, and the base 64 of PEM that travels in JSON: lines of 76 characters, each ended by a line feed. */
final class Pem {
    private static final byte[] LINE_FEED = {'\n'};
    private static final Base64.Encoder PEM_LINES = Base64.getMimeEncoder(64, LINE_FEED);
    private static final Base64.Encoder JSON_LINES = Base64.getMimeEncoder(76, LINE_FEED);

    private Pem() {}

    static String of(X509Certificate certificate) {
        return "-----BEGIN CERTIFICATE-----\n" + PEM_LINES.encodeToString(der(certificate))
                + "\n-----END CERTIFICATE-----\n";
    }

    static String inBase64(X509Certificate certificate) {
        return JSON_LINES.encodeToString(of(certificate).getBytes(StandardCharsets.US_ASCII)) + "\n";
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read cannot be written", e);
        }
    }

    /**
     * The certificates in this text, one at least.
     *
     * @throws IllegalArgumentException if there is none, or anything else; the message quotes nothing
     */
    static List<X509Certificate> certificates(String pem) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object object : objects(pem)) {
            if (!(object instanceof X509CertificateHolder holder)) {
                throw new IllegalArgumentException("the PEM holds something that is no certificate");
            }
            certificates.add(certificate(holder));
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("there is no certificate in PEM");
        }
        return certificates;
    }

    /**
     * The certificate signing request in the base 64 of PEM.
     *
     * @throws IllegalArgumentException if it is anything else; the message quotes nothing
     */
    static PKCS10CertificationRequest requestInBase64(String base64) {
        byte[] pem;
        try {
            pem = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no base 64", e);
        }
        List<Object> objects = objects(new String(pem, StandardCharsets.US_ASCII));
        if (objects.size() == 1 && objects.get(0) instanceof PKCS10CertificationRequest request) {
            return request;
        }
        throw new IllegalArgumentException("not the base 64 of one certificate signing request in PEM");
    }

    static X509Certificate certificate(X509CertificateHolder holder) {
        try {
            return new JcaX509CertificateConverter().getCertificate(holder);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("the PEM holds a certificate that is malformed", e);
        }
    }

    private static List<Object> objects(String pem) {
        List<Object> objects = new ArrayList<>();
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (@Nullable Object object = parser.readObject(); object != null; object = parser.readObject()) {
                objects.add(object);
            }
        } catch (IOException | RuntimeException e) {
            // No cause: its message might quote what was sent.
            throw new IllegalArgumentException("the PEM is malformed");
        }
        return objects;
    }
}
