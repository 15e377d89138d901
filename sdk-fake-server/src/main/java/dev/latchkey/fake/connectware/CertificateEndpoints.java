package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import java.security.cert.X509Certificate;
import java.util.List;

/** The certificates that the server trusts. */
final class CertificateEndpoints implements Endpoints {
    private final CertificateStore store;

    CertificateEndpoints(CertificateStore store) {
        this.store = store;
    }

    @Override
    public void register(Routes routes) {
        routes.authorized("GET", "/api/certificates", (request, caller) -> FakeResponse.json(200, store.rows()));
        routes.authorized("POST", "/api/certificates", (request, caller) -> upload(request));
        routes.authorized("GET", "/api/certificates/content", (request, caller) -> content(request));
    }

    @Override
    public void clear() {
        store.clear();
    }

    private FakeResponse upload(FakeRequest request) {
        if (!(Body.json(request) instanceof String pem)) {
            throw Problem.badRequest("the body has to be a string");
        }
        List<X509Certificate> certificates;
        try {
            certificates = Pem.certificates(pem);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
        return FakeResponse.json(
                200, certificates.stream().map(store::add).map(store::row).toList());
    }

    private FakeResponse content(FakeRequest request) {
        List<String> ids = request.query("id");
        if (ids.isEmpty()) {
            throw Problem.badRequest("id is required");
        }
        X509Certificate certificate = store.find(ids.get(ids.size() - 1));
        if (certificate == null) {
            throw Problem.notFound("There is no certificate with this id");
        }
        return FakeResponse.text(200, Pem.of(certificate));
    }
}
