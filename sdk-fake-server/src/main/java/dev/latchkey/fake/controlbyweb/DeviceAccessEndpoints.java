package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.controlbyweb.Grants.Grant;
import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/accounts/{AccountId}/devices/{DeviceId}/DAT}: list, create, delete; and what a token opens. */
final class DeviceAccessEndpoints {
    private static final String MINUTES = "minutesValid";
    private static final Set<String> ANY = Set.of("Add DAT Urls", "Edit DAT Urls", "Delete DAT Urls");

    private final Cloud cloud;

    DeviceAccessEndpoints(Cloud cloud) {
        this.cloud = cloud;
    }

    FakeResponse list(FakeRequest request, Grant grant) {
        long account = cloud.account(request, grant, ANY);
        List<Object> tokens = cloud.deviceAccess.of(account, device(request)).stream()
                .<Object>map(token -> Json.object("token", token.token(), "expires", Dates.text(token.expires())))
                .toList();
        return FakeResponse.json(200, tokens);
    }

    /** The answer does not tell the token. */
    FakeResponse create(FakeRequest request, Grant grant) {
        long account = cloud.account(request, grant, Set.of("Add DAT Urls"));
        long device = device(request);
        int minutes = minutes(request);
        if (cloud.deviceAccess.of(account, device).size() >= DeviceAccess.MOST) {
            throw FrameworkErrors.invalid(
                    request, Map.of(MINUTES, List.of("The device has " + DeviceAccess.MOST + " tokens already.")));
        }
        cloud.deviceAccess.create(account, device, Duration.ofMinutes(minutes));
        return success();
    }

    FakeResponse delete(FakeRequest request, Grant grant) {
        long account = cloud.account(request, grant, Set.of("Delete DAT Urls"));
        if (!cloud.deviceAccess.delete(account, device(request), request.pathVariable("Token"))) {
            throw FrameworkErrors.notFound(request);
        }
        return FakeResponse.empty(200);
    }

    /** The device's state, as it would be told to switch it; no other token is asked for. */
    FakeResponse state(FakeRequest request) {
        if (!cloud.deviceAccess.accepts(request.pathVariable("Token"))) {
            throw FrameworkErrors.notFound(request);
        }
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        request.query().forEach((name, values) -> state.put(name, values.isEmpty() ? "" : values.get(0)));
        return FakeResponse.json(200, state);
    }

    private static int minutes(FakeRequest request) {
        try {
            int minutes = Integer.parseInt(String.valueOf(Fields.of(request, MINUTES)));
            if (minutes > 0) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        throw FrameworkErrors.invalid(request, Map.of(MINUTES, List.of("The minutes valid must be an integer.")));
    }

    private static long device(FakeRequest request) {
        try {
            return Long.parseLong(request.pathVariable("DeviceId"));
        } catch (NumberFormatException e) {
            throw FrameworkErrors.notFound(request);
        }
    }

    private static FakeResponse success() {
        return FakeResponse.json(200, Json.object("message", "success"));
    }
}
