package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that the server trusts, as it describes it. Any of these may be missing; lists are immutable, and empty then.
 *
 * @param id under which {@link Certificates#getContent} finds it
 * @param issuedBy who signed it
 * @param issuedTo whom it names
 * @param keyUsage what its key is for
 * @param extendedKeyUsage what else its key is for
 * @param basicConstraints whether it may sign others
 * @param issuedOn from when it is valid, as the server wrote it; milliseconds since 1970, presumably
 * @param expiresOn until when it is valid, as the server wrote it; milliseconds since 1970, presumably
 * @param fingerprints its hashes
 * @param removable whether the server would let go of it
 */
public record CertificateInfo(
        @Nullable String id,
        @Nullable CertificateName issuedBy,
        @Nullable CertificateName issuedTo,
        List<String> keyUsage,
        List<String> extendedKeyUsage,
        @Nullable BasicConstraints basicConstraints,
        @Nullable Long issuedOn,
        @Nullable Long expiresOn,
        @Nullable Fingerprints fingerprints,
        @Nullable Boolean removable) {
    static final RecordAdapter<CertificateInfo> JSON = RecordAdapter.of("CertificateInfo", r -> {
        var texts = Json.listOrSingle(Lenient.TEXT);
        var id = r.optional("id", Lenient.TEXT, CertificateInfo::id);
        var issuedBy = r.optional("issuedBy", CertificateName.JSON, CertificateInfo::issuedBy);
        var issuedTo = r.optional("issuedTo", CertificateName.JSON, CertificateInfo::issuedTo);
        var keyUsage = r.orElse("keyUsage", texts, List.of(), CertificateInfo::keyUsage);
        var extended = r.orElse("extendedKeyUsage", texts, List.of(), CertificateInfo::extendedKeyUsage);
        var constraints = r.optional("basicConstraints", BasicConstraints.JSON, CertificateInfo::basicConstraints);
        var issuedOn = r.optional("issuedOn", Json.LONG_LENIENT, CertificateInfo::issuedOn);
        var expiresOn = r.optional("expiresOn", Json.LONG_LENIENT, CertificateInfo::expiresOn);
        var fingerprints = r.optional("fingerprints", Fingerprints.JSON, CertificateInfo::fingerprints);
        var removable = r.optional("removable", Lenient.FLAG, CertificateInfo::removable);
        return in -> new CertificateInfo(
                in.get(id),
                in.get(issuedBy),
                in.get(issuedTo),
                in.get(keyUsage),
                in.get(extended),
                in.get(constraints),
                in.get(issuedOn),
                in.get(expiresOn),
                in.get(fingerprints),
                in.get(removable));
    });

    /** Copies the lists. */
    public CertificateInfo {
        keyUsage = List.copyOf(keyUsage);
        extendedKeyUsage = List.copyOf(extendedKeyUsage);
    }

    /**
     * From when the certificate is valid, if the server counts in milliseconds since 1970.
     *
     * @return empty if the server does not say
     */
    public Optional<Instant> issuedInstant() {
        return Optional.ofNullable(issuedOn).map(Instant::ofEpochMilli);
    }

    /**
     * Until when the certificate is valid, if the server counts in milliseconds since 1970.
     *
     * @return empty if the server does not say
     */
    public Optional<Instant> expiresInstant() {
        return Optional.ofNullable(expiresOn).map(Instant::ofEpochMilli);
    }
}
