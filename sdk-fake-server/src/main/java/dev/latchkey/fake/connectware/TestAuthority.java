package dev.latchkey.fake.connectware;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The authority that signs what devices ask for. Its key is made when it is first needed, and kept. Not thread-safe.
 *
 * <p>Its own certificate is good for a hundred years, so that a test may set the clock to where it likes.
 */
final class TestAuthority {
    private static final Instant FIRST_DAY = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST_DAY = Instant.parse("2100-01-01T00:00:00Z");
    private static final int SERIAL_BITS = 127;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final ConnectwareSettings settings;
    private String certifiedName = "";
    private @Nullable KeyPair keys;
    private @Nullable X509Certificate certificate;

    TestAuthority(InstantSource clock, ConnectwareSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** The certificate of the authority, signed by itself; another one, with the same key, after it was renamed. */
    X509Certificate certificate() {
        String name = settings.authorityName();
        if (certificate == null || !certifiedName.equals(name)) {
            certificate = issueItsOwn();
            certifiedName = name;
        }
        return certificate;
    }

    /** Signs a request: a certificate for TLS clients, good from now on, in whole seconds. */
    X509Certificate sign(SigningRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        return issue(
                request.subject(),
                request.publicKey(),
                now,
                now.plus(settings.certificateLifetime()),
                builder -> builder.addExtension(Extension.basicConstraints, false, new BasicConstraints(false))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)));
    }

    private X509Certificate issueItsOwn() {
        return issue(
                name(),
                SubjectPublicKeyInfo.getInstance(keys().getPublic().getEncoded()),
                FIRST_DAY,
                LAST_DAY,
                builder -> builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                        .addExtension(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                        .addExtension(
                                Extension.subjectAlternativeName,
                                false,
                                new GeneralNames(new GeneralName(GeneralName.dNSName, "ca.latchkey.test"))));
    }

    private X509Certificate issue(
            X500Name subject, SubjectPublicKeyInfo key, Instant from, Instant until, Extensions extensions) {
        X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                name(), new BigInteger(SERIAL_BITS, random), Date.from(from), Date.from(until), subject, key);
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            extensions
                    .addTo(builder)
                    .addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(keys().getPublic()));
            return Pem.certificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys().getPrivate())));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("the test authority could not sign", e);
        }
    }

    private X500Name name() {
        return new X500NameBuilder()
                .addRDN(BCStyle.O, "Latchkey")
                .addRDN(BCStyle.OU, "Fake servers")
                .addRDN(BCStyle.CN, settings.authorityName())
                .build();
    }

    private KeyPair keys() {
        if (keys == null) {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                keys = generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java platform has the curve P-256", e);
            }
        }
        return keys;
    }

    /** What tells one kind of certificate from another. */
    @FunctionalInterface
    private interface Extensions {
        X509v3CertificateBuilder addTo(X509v3CertificateBuilder builder) throws IOException;
    }
}
