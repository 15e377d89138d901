package dev.latchkey.connectware;

import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a certificate, or whom it names. Any of these may be missing.
 *
 * @param commonName the CN
 * @param organization the O
 * @param organizationalUnit the OU
 * @param alternativeNames further names, of whom it names alone; immutable, empty if there are none
 */
public record CertificateName(
        @Nullable String commonName,
        @Nullable String organization,
        @Nullable String organizationalUnit,
        List<String> alternativeNames) {
    static final RecordAdapter<CertificateName> JSON = RecordAdapter.of("CertificateName", r -> {
        var common = r.optional("commonName", Lenient.TEXT, CertificateName::commonName);
        var organization = r.optional("organization", Lenient.TEXT, CertificateName::organization);
        var unit = r.optional("organizationalUnit", Lenient.TEXT, CertificateName::organizationalUnit);
        var texts = Json.listOrSingle(Lenient.TEXT);
        var alternatives = r.orElse("alternativeNames", texts, List.of(), CertificateName::alternativeNames);
        return in -> new CertificateName(in.get(common), in.get(organization), in.get(unit), in.get(alternatives));
    });

    /** Copies the list. */
    public CertificateName {
        alternativeNames = List.copyOf(alternativeNames);
    }
}
