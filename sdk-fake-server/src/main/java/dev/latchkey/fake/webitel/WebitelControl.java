package dev.latchkey.fake.webitel;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import dev.latchkey.fake.internal.SeedObject;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The control endpoints that this fake has beyond the common ones. */
final class WebitelControl {
    private final FakeWebitel fake;

    WebitelControl(FakeWebitel fake) {
        this.fake = fake;
    }

    @Nullable
    FakeResponse handle(String action, FakeRequest request) {
        return switch (request.method() + " " + action) {
            case "GET sessions" -> FakeResponse.json(200, Json.object("live", fake.liveSessions()));
            case "GET one-time-password" -> FakeResponse.json(200, Json.object("otp", fake.oneTimePassword()));
            case "POST end-sessions" -> {
                fake.endSessions();
                yield done();
            }
            case "POST domain-tokens" -> created(create(request));
            case "POST domain-tokens/disable" -> {
                fake.disableDomainToken(only("token", request));
                yield done();
            }
            default -> null;
        };
    }

    private static String only(String member, FakeRequest request) {
        SeedObject body = SeedObject.parse("the request's body", request.body());
        String value = body.text(member);
        body.refuseOthers();
        return value;
    }

    private DomainToken create(FakeRequest request) {
        SeedObject body = SeedObject.parse("the request's body", request.body());
        String domain = body.text("domain");
        Duration lifetime = body.seconds("seconds", null);
        String role = body.optionalText("role");
        body.refuseOthers();
        Instant end =
                lifetime == null ? fake.yearFromNow() : fake.clock().instant().plus(lifetime);
        return fake.createDomainToken(domain, end, role == null ? Roles.name(Roles.USER) : role);
    }

    private static FakeResponse created(DomainToken token) {
        return FakeResponse.json(
                200,
                Json.object(
                        "id", token.id(),
                        "domain", token.domain(),
                        "token", token.token(),
                        "expires", token.expires().toEpochMilli()));
    }

    private static FakeResponse done() {
        return FakeResponse.json(200, Json.object("message", "done"));
    }
}
