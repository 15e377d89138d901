package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.controlbyweb.Grants.Grant;
import dev.latchkey.fake.internal.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/accounts/{AccountId}/tokens}: list, create, delete. */
final class CertificateRequestEndpoints {
    private final Cloud cloud;

    CertificateRequestEndpoints(Cloud cloud) {
        this.cloud = cloud;
    }

    FakeResponse list(FakeRequest request, Grant grant) {
        List<CertificateRequestToken> tokens = cloud.certificateRequests.of(account(request, grant));
        if (tokens.isEmpty()) {
            // The server's language writes an empty map as an empty list.
            return FakeResponse.json(200, List.of());
        }
        Map<String, @Nullable Object> byId = new LinkedHashMap<>();
        tokens.forEach(token -> byId.put(Integer.toString(token.id()), json(token)));
        return FakeResponse.json(200, byId);
    }

    /** One of the two methods creates tokens, by the setting; a route that does not exist asks for no token. */
    FakeHandler creation(boolean byGet) {
        FakeHandler create = cloud.authorized(this::create);
        return request -> {
            boolean getIsRight = cloud.settings.printedCurlIsRight();
            if (byGet != getIsRight) {
                throw FrameworkErrors.methodNotAllowed(request, getIsRight ? "GET" : "POST");
            }
            return create.handle(request);
        };
    }

    private FakeResponse create(FakeRequest request, Grant grant) {
        return FakeResponse.json(200, json(cloud.certificateRequests.create(account(request, grant))));
    }

    FakeResponse delete(FakeRequest request, Grant grant) {
        if (!cloud.certificateRequests.delete(account(request, grant), request.pathVariable("Token"))) {
            throw FrameworkErrors.notFound(request);
        }
        return FakeResponse.json(200, Json.object("message", "success"));
    }

    private long account(FakeRequest request, Grant grant) {
        return cloud.account(request, grant, Set.of());
    }

    private static Map<String, @Nullable Object> json(CertificateRequestToken token) {
        return Json.object(
                "token",
                token.token(),
                "expires",
                Dates.text(token.expires()),
                "created_at",
                Dates.text(token.createdAt()));
    }
}
