package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.Json;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A certificate as the list of certificates shows it; every member is read from the certificate. */
final class CertificateRow {
    private static final List<String> KEY_USAGES = List.of(
            "digitalSignature",
            "nonRepudiation",
            "keyEncipherment",
            "dataEncipherment",
            "keyAgreement",
            "keyCertSign",
            "cRLSign",
            "encipherOnly",
            "decipherOnly");
    private static final Map<String, String> EXTENDED_KEY_USAGES = Map.of(
            "1.3.6.1.5.5.7.3.1", "serverAuth",
            "1.3.6.1.5.5.7.3.2", "clientAuth",
            "1.3.6.1.5.5.7.3.3", "codeSigning",
            "1.3.6.1.5.5.7.3.4", "emailProtection",
            "1.3.6.1.5.5.7.3.8", "timeStamping",
            "1.3.6.1.5.5.7.3.9", "OCSPSigning");

    private CertificateRow() {}

    static Map<String, @Nullable Object> of(String id, X509Certificate certificate, boolean removable) {
        Map<String, @Nullable Object> issuedTo = DistinguishedName.json(certificate.getSubjectX500Principal());
        issuedTo.put("alternativeNames", alternativeNames(certificate));
        return Json.object(
                "id", id,
                "issuedBy", DistinguishedName.json(certificate.getIssuerX500Principal()),
                "issuedTo", issuedTo,
                "keyUsage", keyUsage(certificate),
                "extendedKeyUsage", extendedKeyUsage(certificate),
                "basicConstraints", basicConstraints(certificate.getBasicConstraints()),
                "issuedOn", certificate.getNotBefore().toInstant().toEpochMilli(),
                "expiresOn", certificate.getNotAfter().toInstant().toEpochMilli(),
                "fingerprints",
                        Json.object(
                                "sha1", CertificateFingerprint.sha1(certificate),
                                "sha256", CertificateFingerprint.sha256(certificate)),
                "removable", removable);
    }

    /** Mail addresses, host names, URIs and IP addresses; the kinds that have no text are left out. */
    private static List<String> alternativeNames(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> typesAndNames = certificate.getSubjectAlternativeNames();
            for (List<?> typeAndName : typesAndNames == null ? List.<List<?>>of() : typesAndNames) {
                if (typeAndName.get(1) instanceof String name) {
                    names.add(name);
                }
            }
        } catch (CertificateParsingException e) {
            return List.of();
        }
        return names;
    }

    private static List<String> keyUsage(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        List<String> names = new ArrayList<>();
        for (int i = 0; bits != null && i < bits.length && i < KEY_USAGES.size(); i++) {
            if (bits[i]) {
                names.add(KEY_USAGES.get(i));
            }
        }
        return names;
    }

    /** The usual names; the object identifiers of others. */
    private static List<String> extendedKeyUsage(X509Certificate certificate) {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return usages == null
                    ? List.of()
                    : usages.stream()
                            .map(usage -> EXTENDED_KEY_USAGES.getOrDefault(usage, usage))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }

    /** @param length that of Java: -1 if the certificate is no CA's, the greatest number if there is no limit */
    private static Map<String, @Nullable Object> basicConstraints(int length) {
        boolean limited = length >= 0 && length < Integer.MAX_VALUE;
        return Json.object("isCA", length >= 0, "pathLength", limited ? length : null);
    }
}
