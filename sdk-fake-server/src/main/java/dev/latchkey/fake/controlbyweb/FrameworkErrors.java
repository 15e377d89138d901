package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The errors that the vendor's framework words, rather than its token endpoint. */
final class FrameworkErrors {
    private FrameworkErrors() {}

    static Refusal unauthenticated(FakeRequest request, boolean hasLoginPage) {
        if (wantsJson(request)) {
            return new Refusal(FakeResponse.json(401, Json.object("message", "Unauthenticated.")));
        }
        // Without a page to send it to the framework fails.
        return new Refusal(hasLoginPage ? toLogin(request) : error(request, 500, ""));
    }

    static Refusal methodNotAllowed(FakeRequest request, String allowed) {
        return new Refusal(error(
                        request,
                        405,
                        "The " + request.method() + " method is not supported for this route. Supported methods: "
                                + allowed + ".")
                .header("Allow", allowed));
    }

    static Refusal invalid(FakeRequest request, Map<String, List<String>> errors) {
        return new Refusal(
                wantsJson(request)
                        ? FakeResponse.json(
                                422, Json.object("message", "The given data was invalid.", "errors", errors))
                        : toLogin(request));
    }

    static Refusal tooManyAttempts(FakeRequest request, long retryAfter) {
        FakeResponse answer = wantsJson(request) ? message(429, "Too Many Attempts.") : toLogin(request);
        return new Refusal(answer.header("Retry-After", Long.toString(retryAfter)));
    }

    static Refusal forbidden(FakeRequest request) {
        return new Refusal(error(request, 403, ""));
    }

    static Refusal notFound(FakeRequest request) {
        return new Refusal(error(request, 404, ""));
    }

    static FakeResponse error(FakeRequest request, int status, String message) {
        String title = Reason.of(status);
        return wantsJson(request)
                ? message(status, message)
                : FakeResponse.html(
                        status,
                        "<!DOCTYPE html>\n<html><head><title>" + title + "</title></head>\n<body>" + status + " | "
                                + title + "</body></html>\n");
    }

    /** The first type in order of preference decides; any type at all is not JSON to this framework. */
    static boolean wantsJson(FakeRequest request) {
        String accept = request.header("Accept");
        if (accept == null) {
            return false;
        }
        String preferred = "";
        for (String type : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (preferred.isEmpty() || quality(type) > quality(preferred)) {
                preferred = type;
            }
        }
        return preferred.contains("/json") || preferred.contains("+json");
    }

    private static double quality(String type) {
        int q = type.indexOf("q=");
        try {
            return q < 0
                    ? 1
                    : Double.parseDouble(type.substring(q + 2).split(";", 2)[0].trim());
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private static FakeResponse message(int status, String message) {
        return FakeResponse.empty(status).body("application/json", Json.text(Json.object("message", message), "    "));
    }

    private static FakeResponse toLogin(FakeRequest request) {
        String login = request.origin() + "/login";
        String page = """
            <!DOCTYPE html>
            <html>
                <head>
                    <meta charset="UTF-8" />
                    <meta http-equiv="refresh" content="0;url='%1$s'" />

                    <title>Redirecting to %1$s</title>
                </head>
                <body>
                    Redirecting to <a href="%1$s">%1$s</a>.
                </body>
            </html>\
            """.formatted(login);
        return FakeResponse.html(302, page).header("Location", login);
    }
}
