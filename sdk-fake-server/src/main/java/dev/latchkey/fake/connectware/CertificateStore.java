package dev.latchkey.fake.connectware;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The certificates that the server trusts: that of its own authority first, then those that were added. */
final class CertificateStore {
    private static final String AUTHORITY_ID = "authority";

    private final TestAuthority authority;
    private final Map<String, X509Certificate> added = new LinkedHashMap<>();
    private int lastId;

    CertificateStore(TestAuthority authority) {
        this.authority = authority;
    }

    void clear() {
        added.clear();
        lastId = 0;
    }

    /** Adds a certificate, or finds it if it is there. */
    String add(X509Certificate certificate) {
        for (Map.Entry<String, X509Certificate> entry : all().entrySet()) {
            if (entry.getValue().equals(certificate)) {
                return entry.getKey();
            }
        }
        String id = "certificate-" + ++lastId;
        added.put(id, certificate);
        return id;
    }

    @Nullable
    X509Certificate find(String id) {
        return id.equals(AUTHORITY_ID) ? authority.certificate() : added.get(id);
    }

    List<Map<String, @Nullable Object>> rows() {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        all().forEach((id, certificate) -> rows.add(row(id, certificate)));
        return rows;
    }

    Map<String, @Nullable Object> row(String id) {
        X509Certificate certificate = find(id);
        if (certificate == null) {
            throw new IllegalArgumentException("there is no certificate with this id");
        }
        return row(id, certificate);
    }

    /** By id, in the order of the list. */
    Map<String, X509Certificate> all() {
        Map<String, X509Certificate> all = new LinkedHashMap<>();
        all.put(AUTHORITY_ID, authority.certificate());
        all.putAll(added);
        return all;
    }

    private static Map<String, @Nullable Object> row(String id, X509Certificate certificate) {
        return CertificateRow.of(id, certificate, !id.equals(AUTHORITY_ID));
    }
}
