package dev.latchkey.fake;

import dev.latchkey.fake.internal.Json;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages away from the control endpoints. A page that the developer's browser shows can post to a loopback address
 * without asking, and read the answer if it lets a name of its own point there; browsers tell on it by Origin and Host.
 */
final class ControlGuard {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|\\[::1]");
    private static final int FORBIDDEN = 403;
    private static final int UNSUPPORTED_MEDIA_TYPE = 415;

    private final Set<String> hosts;

    /** Lets requests in that name one of these hosts, or loopback. */
    ControlGuard(Set<String> hosts) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /** Why a request is not let in; null if it is. */
    @Nullable
    FakeResponse refusal(FakeRequest request) {
        HttpUrl asked = request.recorded().getUrl();
        if (!isLetIn(asked)) {
            return refused(
                    FORBIDDEN,
                    "control endpoints answer to localhost and loopback addresses, and to the hosts named by"
                            + " serveControlEndpoints(…) or --control-host");
        }
        String origin = request.headers().get("Origin");
        if (origin != null && !isOf(asked, origin)) {
            return refused(FORBIDDEN, "control endpoints do not answer to pages of another origin");
        }
        String type = request.headers().get("Content-Type");
        boolean isJson = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
        return request.body().isEmpty() || isJson
                ? null
                : refused(
                        UNSUPPORTED_MEDIA_TYPE,
                        "control endpoints take JSON only: send Content-Type: application/json");
    }

    private boolean isLetIn(HttpUrl asked) {
        String host = asked.host().contains(":") ? "[" + asked.host() + "]" : asked.host();
        return LOOPBACK.matcher(host).matches() || hosts.contains(host);
    }

    private static boolean isOf(HttpUrl asked, String origin) {
        HttpUrl page = HttpUrl.parse(origin);
        return page != null
                && page.scheme().equals(asked.scheme())
                && page.host().equals(asked.host())
                && page.port() == asked.port();
    }

    private static FakeResponse refused(int status, String message) {
        return FakeResponse.json(status, Json.object("message", message));
    }
}
