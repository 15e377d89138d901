package dev.latchkey.fake.connectware;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Arrays;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.jspecify.annotations.Nullable;

/** A certificate signing request whose signature is that of its own key. Equal to another with the same bytes. */
final class SigningRequest {
    private final PKCS10CertificationRequest request;
    private final byte[] der;

    private SigningRequest(PKCS10CertificationRequest request) throws IOException {
        this.request = request;
        this.der = request.getEncoded();
    }

    /**
     * Reads the base 64 of PEM.
     *
     * @throws IllegalArgumentException if it is none, or the signature is wrong; the message quotes nothing
     */
    static SigningRequest parse(String base64) {
        PKCS10CertificationRequest request = Pem.requestInBase64(base64);
        try {
            // The platform's own providers know some keys by name only, which this class looks up.
            PublicKey key = new JcaPKCS10CertificationRequest(request).getPublicKey();
            if (request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
                return new SigningRequest(request);
            }
        } catch (IOException
                | PKCSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            throw new IllegalArgumentException(
                    "the key or the signature of the certificate signing request is unknown", e);
        }
        throw new IllegalArgumentException("the certificate signing request is not signed by its own key");
    }

    X500Name subject() {
        return request.getSubject();
    }

    SubjectPublicKeyInfo publicKey() {
        return request.getSubjectPublicKeyInfo();
    }

    /** The first common name of the subject, or null. */
    @Nullable
    String commonName() {
        return DistinguishedName.first(subject(), BCStyle.CN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SigningRequest that && Arrays.equals(der, that.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }
}
