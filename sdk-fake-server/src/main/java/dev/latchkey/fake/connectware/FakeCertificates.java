package dev.latchkey.fake.connectware;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * The certificates that the fake trusts, and its certificate authority. The authority's key is made when it is first
 * needed and lives as long as the fake. Safe for concurrent use.
 *
 * <pre>{@code
 * deviceCertificate.verify(fake.certificates().authority().getPublicKey());
 * }</pre>
 */
public final class FakeCertificates {
    private final CertificateStore store;
    private final TestAuthority authority;
    private final Exclusively exclusively;

    FakeCertificates(CertificateStore store, TestAuthority authority, Exclusively exclusively) {
        this.store = store;
        this.authority = authority;
        this.exclusively = exclusively;
    }

    /** The certificate of the authority that signs the devices' requests; the first in the list from the start. */
    public X509Certificate authority() {
        return exclusively.run(authority::certificate);
    }

    /** Adds a certificate, and returns its id; one that is there already keeps its id. */
    public String add(X509Certificate certificate) {
        return exclusively.run(() -> store.add(certificate));
    }

    /**
     * Adds certificates, and returns their ids.
     *
     * @param pem one certificate or several, one after the other
     * @throws IllegalArgumentException if there is none, or something else
     */
    public List<String> add(String pem) {
        List<X509Certificate> certificates = Pem.certificates(pem);
        return exclusively.run(() -> certificates.stream().map(store::add).toList());
    }

    /** All certificates, in the order of the list. */
    public List<X509Certificate> all() {
        return exclusively.run(() -> List.copyOf(store.all().values()));
    }
}
