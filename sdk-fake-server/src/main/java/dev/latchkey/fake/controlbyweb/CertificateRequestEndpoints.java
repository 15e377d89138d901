package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.controlbyweb.Grants.Grant;
import dev.latchkey.fake.internal.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /v1/accounts/{AccountId}/tokens}: list, create, delete. */
final class CertificateRequestEndpoints {
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

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

    FakeResponse create(FakeRequest request, Grant grant) {
        return FakeResponse.json(200, json(cloud.certificateRequests.create(account(request, grant))));
    }

    FakeResponse delete(FakeRequest request, Grant grant) {
        if (!cloud.certificateRequests.delete(account(request, grant), request.pathVariable("Token"))) {
            throw FrameworkErrors.notFound(request);
        }
        return FakeResponse.json(200, Json.object("message", "success"));
    }

    private int account(FakeRequest request, Grant grant) {
        FakeAccount account = cloud.directory.account(number(request));
        if (account == null) {
            throw FrameworkErrors.notFound(request);
        }
        int own = cloud.directory.require(grant.username).accountId();
        if (!cloud.directory.isWithin(account.id(), own)) {
            throw FrameworkErrors.forbidden(request);
        }
        return account.id();
    }

    private static int number(FakeRequest request) {
        try {
            return Integer.parseInt(request.pathVariable("AccountId"));
        } catch (NumberFormatException e) {
            throw FrameworkErrors.notFound(request);
        }
    }

    private static Map<String, @Nullable Object> json(CertificateRequestToken token) {
        return Json.object(
                "token", token.token(), "expires", date(token.expires()), "created_at", date(token.createdAt()));
    }

    private static String date(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
