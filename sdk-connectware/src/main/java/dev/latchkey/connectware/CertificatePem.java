package dev.latchkey.connectware;

import dev.latchkey.core.Failure;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MalformedResponseException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A certificate, or several in a row, as text in PEM format. A text from a server is kept as it came, whatever it is.
 *
 * @param text for instance {@code -----BEGIN CERTIFICATE-----…}
 */
public record CertificatePem(String text) {
    private static final String LABEL = "CERTIFICATE";
    private static final Set<String> LABELS = Set.of(LABEL, "X509 CERTIFICATE", "TRUSTED CERTIFICATE");

    /**
     * Checks the text.
     *
     * @throws InvalidInputException if it is blank
     */
    public CertificatePem {
        Inputs.require("certificate", text);
    }

    /**
     * Writes certificates as PEM.
     *
     * @param certificates at least one; in a chain, each is followed by the one that has signed it
     * @return the text
     * @throws InvalidInputException if there are none, or one of them cannot be written
     */
    public static CertificatePem of(X509Certificate... certificates) {
        Inputs.notEmpty("certificates", List.of(certificates));
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            try {
                text.append(PemBlocks.write(LABEL, certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new InvalidInputException("A certificate cannot be written as PEM.");
            }
        }
        return new CertificatePem(text.toString());
    }

    /**
     * The first certificate of the text. Whether it is valid, and by whom it is signed, is not looked at.
     *
     * @return the certificate
     * @throws MalformedResponseException if the text holds none
     */
    public X509Certificate x509() {
        return chain().get(0);
    }

    /**
     * All certificates of the text. Whether they are valid, and by whom they are signed, is not looked at.
     *
     * @return an immutable list of at least one, in the order of the text
     * @throws MalformedResponseException if the text holds none, or one that cannot be read
     */
    public List<X509Certificate> chain() {
        List<byte[]> contents = PemBlocks.contents(text, LABELS);
        if (contents.isEmpty()) {
            throw malformed("The text holds no certificate in PEM format.");
        }
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (byte[] content : contents) {
                chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(content)));
            }
        } catch (CertificateException e) {
            // Without the cause: the JDK's parser quotes what it has read.
            throw malformed("The text holds a certificate that is none of X.509.");
        }
        return List.copyOf(chain);
    }

    boolean holdsPrivateKey() {
        return text.contains("PRIVATE KEY-----");
    }

    private static MalformedResponseException malformed(String problem) {
        return new MalformedResponseException(
                Failure.local("certificate", "PEM", problem).after(true, false), null);
    }

    /** The length alone: what a server sends instead of a certificate may be anything. */
    @Override
    public String toString() {
        return "CertificatePem[" + text.length() + " characters]";
    }
}
