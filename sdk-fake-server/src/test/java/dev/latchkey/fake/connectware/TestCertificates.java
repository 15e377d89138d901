package dev.latchkey.fake.connectware;

import java.io.IOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of somebody else, made when the class is loaded. */
final class TestCertificates {
    private static final X509Certificate SERVER = make(
            "O=Robots Inc.,CN=plc\\, hall 7",
            builder -> builder.addExtension(
                            Extension.keyUsage,
                            true,
                            new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth,
                        KeyPurposeId.id_kp_clientAuth,
                        KeyPurposeId.getInstance(new ASN1ObjectIdentifier("1.2.3.4"))
                    }))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                        new GeneralName(GeneralName.dNSName, "plc.example.com"),
                        new GeneralName(GeneralName.iPAddress, "192.168.0.7"),
                        new GeneralName(GeneralName.rfc822Name, "ops@example.com"),
                        new GeneralName(GeneralName.uniformResourceIdentifier, "https://plc/")
                    })));
    private static final X509Certificate BARE = make("CN=bare", builder -> builder);
    private static final X509Certificate UNLIMITED_AUTHORITY = make(
            "CN=authority",
            builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true)));

    private TestCertificates() {}

    static X509Certificate server() {
        return SERVER;
    }

    /** Without any extension. */
    static X509Certificate bare() {
        return BARE;
    }

    static X509Certificate unlimitedAuthority() {
        return UNLIMITED_AUTHORITY;
    }

    private static X509Certificate make(String subject, Extensions extensions) {
        Device device = Device.ec();
        X500Name name = new X500Name(subject);
        try {
            return Pem.certificate(extensions
                    .addTo(new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.ONE,
                            Date.from(Instant.ofEpochSecond(1_700_000_000)),
                            Date.from(Instant.ofEpochSecond(1_900_000_000)),
                            name,
                            device.keys().getPublic()))
                    .build(new JcaContentSignerBuilder(device.signature())
                            .build(device.keys().getPrivate())));
        } catch (IOException | OperatorCreationException e) {
            throw new AssertionError(e);
        }
    }

    private interface Extensions {
        X509v3CertificateBuilder addTo(X509v3CertificateBuilder builder) throws IOException;
    }
}
