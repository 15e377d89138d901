package dev.latchkey.fake.connectware;

import dev.latchkey.fake.internal.Json;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.jspecify.annotations.Nullable;

/** The parts of an issuer's or a subject's name. */
final class DistinguishedName {
    private DistinguishedName() {}

    static Map<String, @Nullable Object> json(X500Principal principal) {
        X500Name name = X500Name.getInstance(principal.getEncoded());
        return Json.object(
                "commonName", first(name, BCStyle.CN),
                "organization", first(name, BCStyle.O),
                "organizationalUnit", first(name, BCStyle.OU));
    }

    /** The first value of this attribute, or null. */
    static @Nullable String first(X500Name name, ASN1ObjectIdentifier attribute) {
        RDN[] found = name.getRDNs(attribute);
        if (found.length == 0) {
            return null;
        }
        // A name part may hold several attributes.
        for (AttributeTypeAndValue typeAndValue : found[0].getTypesAndValues()) {
            if (typeAndValue.getType().equals(attribute)) {
                return typeAndValue.getValue() instanceof ASN1String text ? text.getString() : null;
            }
        }
        return null;
    }
}
