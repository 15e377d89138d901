package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.internal.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code POST /token} and {@code POST /token/refresh}. */
final class TokenEndpoints {
    static final String NOT_ACTIVE = "User is locked or disabled";
    private static final Duration WRITTEN_DOWN_AFTER = Duration.ofSeconds(1);

    private final ServerProfile profile;
    private final DeviceHiveSettings settings;
    private final FakeClock clock;
    private final Accounts accounts;
    private final Tokens tokens;
    private final AssignmentCache assignments;

    TokenEndpoints(Hive hive) {
        profile = hive.profile;
        settings = hive.settings;
        clock = hive.clock;
        accounts = hive.accounts;
        tokens = hive.tokens;
        assignments = hive.assignments;
    }

    FakeResponse login(FakeRequest request, @Nullable JsonBody body) {
        if (body == null) {
            throw Errors.nothingToValidate();
        }
        String login = body.text("login");
        String password = body.text("password");
        if (login == null || login.isBlank() || password == null || password.isEmpty()) {
            throw Errors.of(400, "Invalid or empty authorization request parameters");
        }
        FakeUser user = accounts.user(login);
        if (user == null) {
            throw Errors.of(401, "User with login = " + login + " not found or bad password");
        }
        if (!user.isActive()) {
            throw Errors.of(401, NOT_ACTIVE);
        }
        if (!user.hasPassword(password)) {
            accounts.loginFailed(user, settings.loginAttempts());
            assignments.rowChanged(user);
            throw Errors.of(401, "Invalid credentials");
        }
        return created(logIn(assignments.cached(seen(user))));
    }

    /**
     * When a user has logged in is written down once a second at most, and with the first login after wrong passwords; then all that
     * the server knows of it is read anew.
     */
    private FakeUser seen(FakeUser user) {
        Instant now = clock.instant();
        Instant last = user.lastLogin();
        boolean isKnown = last != null && !now.isAfter(last.plus(WRITTEN_DOWN_AFTER));
        if (isKnown && accounts.failedLogins(user.login()) == 0) {
            return user;
        }
        accounts.loggedIn(user);
        assignments.rowChanged(user);
        return isKnown ? user : accounts.loggedIn(user, now);
    }

    /** Tokens with all the rights of a user. */
    IssuedTokens logIn(FakeUser user) {
        TokenPayload all = TokenPayload.userAccess(Accounts.id(user));
        List<String> networks = user.networks();
        TokenPayload payload = user.isAdmin()
                ? all
                : all.withActions(Actions.OF_A_CLIENT)
                        .withNetworkIds(List.copyOf(networks))
                        .withDeviceTypeIds(List.copyOf(user.deviceTypes()))
                        .withDeviceIds(networks.isEmpty() ? List.of() : List.of(Payloads.ALL));
        return tokens.pair(payload, payload);
    }

    FakeResponse refresh(FakeRequest request, @Nullable JsonBody body) {
        if (body == null) {
            throw Errors.nothingToValidate();
        }
        String token = body.text("refreshToken");
        if (token == null || token.isBlank()) {
            throw Errors.of(500, "JWT String argument cannot be null or empty.");
        }
        TokenPayload payload = refreshable(token);
        FakeUser user = owner(payload);
        if (user != null) {
            FakeUser unused = seen(user);
        }
        String access = tokens.issue(payload.as(false).withExpiresAt(null));
        return FakeResponse.json(201, Json.object("accessToken", access));
    }

    private TokenPayload refreshable(String token) {
        TokenPayload payload = tokens.read(token);
        if (payload == null) {
            throw refused();
        }
        if (payload.userId() == null && payload.topic() == null) {
            throw Errors.of(500, "Unknown JWT payload format");
        }
        if (!payload.refresh()) {
            throw Errors.of(401, "Invalid token type");
        }
        if (tokens.isExpired(payload)) {
            throw Errors.of(401, "Token has expired");
        }
        return payload;
    }

    /** The user whose token may be renewed; null for a plugin, of whose owner the server asks nothing. */
    private @Nullable FakeUser owner(TokenPayload payload) {
        Long userId = payload.userId();
        if (userId == null) {
            if (payload.topic() == null || accounts.plugin(payload.topic()) == null) {
                throw Errors.of(401, "Plugin is not found");
            }
            return null;
        }
        FakeUser user = accounts.user(userId);
        if (user == null || !user.isActive()) {
            throw refused();
        }
        return user;
    }

    /** Whether a refresh token would be exchanged. */
    boolean isAlive(String token) {
        try {
            owner(refreshable(token));
            return true;
        } catch (Refusal refused) {
            return false;
        }
    }

    private Refusal refused() {
        return Errors.errorPage(profile.basePath() + "/token/refresh", clock.instant());
    }

    static FakeResponse created(IssuedTokens issued) {
        return FakeResponse.json(
                201, Json.object("accessToken", issued.accessToken(), "refreshToken", issued.refreshToken()));
    }
}
