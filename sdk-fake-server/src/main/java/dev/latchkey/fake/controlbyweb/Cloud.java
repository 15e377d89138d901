package dev.latchkey.fake.controlbyweb;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.controlbyweb.Grants.Grant;
import dev.latchkey.fake.internal.Json;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The state of the fake: what its endpoints read and change, one at a time. */
final class Cloud {
    final FakeClock clock;
    final ControlByWebSettings settings = new ControlByWebSettings();
    final Directory directory = new Directory();
    final TokenText texts = new TokenText(settings);
    final Grants grants;
    final Throttle throttle;
    final PasswordResets resets;
    final CertificateRequests certificateRequests;
    final DeviceAccess deviceAccess;
    final Mailbox mailbox = new Mailbox();

    Cloud(FakeClock clock) {
        this.clock = clock;
        grants = new Grants(settings, clock, texts);
        throttle = new Throttle(clock);
        resets = new PasswordResets(settings, clock, texts);
        certificateRequests = new CertificateRequests(settings, clock, texts);
        deviceAccess = new DeviceAccess(clock, texts);
    }

    void clear() {
        settings.restore();
        directory.clear();
        grants.clear();
        throttle.clear();
        resets.clear();
        certificateRequests.clear();
        deviceAccess.clear();
        mailbox.clear();
    }

    /** A handler for requests with a live access token; it gets the token's grant. */
    FakeHandler authorized(BiFunction<FakeRequest, Grant, FakeResponse> handler) {
        return request -> {
            Grant grant = bearer(request);
            return throttle.limited(
                    "user " + grant.username,
                    settings.requestsPerMinute(),
                    request,
                    () -> handler.apply(request, grant));
        };
    }

    /** A handler for requests that need no token. */
    FakeHandler open(FakeHandler handler) {
        return request ->
                throttle.limited("guests", settings.requestsPerMinute(), request, () -> handler.handle(request));
    }

    /** The account in the path: the caller's own or one below it, if the caller has one of these permissions or none is wanted. */
    long account(FakeRequest request, Grant grant, Set<String> permissions) {
        FakeAccount account = directory.account(number(request));
        if (account == null) {
            throw FrameworkErrors.notFound(request);
        }
        FakeUser caller = directory.require(grant.username);
        boolean permitted =
                permissions.isEmpty() || caller.permissions().stream().anyMatch(permissions::contains);
        if (!permitted || !directory.isWithin(account.id(), caller.accountId())) {
            throw FrameworkErrors.forbidden(request);
        }
        return account.id();
    }

    private static long number(FakeRequest request) {
        try {
            return Long.parseLong(request.pathVariable("AccountId"));
        } catch (NumberFormatException e) {
            throw FrameworkErrors.notFound(request);
        }
    }

    Map<String, @Nullable Object> profile(FakeUser user) {
        FakeAccount account = directory.account(user.accountId());
        return Json.object(
                "account_id", user.accountId(),
                "username", user.username(),
                "first_name", user.firstName(),
                "last_name", user.lastName(),
                "email", user.email(),
                "device_seats", account == null ? 0 : account.deviceSeats(),
                "account_name", account == null ? "" : account.name(),
                "logging", user.logging(),
                "user_id", user.id(),
                "agreed", user.agreed(),
                "permissions", user.permissions(),
                "all_permissions", Documented.ALL_PERMISSIONS,
                "isXRDIAdmin", user.isAdmin(),
                "isXRDISales", user.isSales());
    }

    private Grant bearer(FakeRequest request) {
        String header = request.header("Authorization");
        Grant grant = header == null || !header.startsWith("Bearer ") ? null : grants.access(header.substring(7));
        if (grant == null || directory.user(grant.username) == null) {
            throw FrameworkErrors.unauthenticated(request, settings.hasLoginPage());
        }
        return grant;
    }
}
