package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Refusal;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.internal.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** {@code POST /token}, {@code /token/create} and {@code /token/refresh}. */
final class TokenEndpoints {
    private static final String NOT_ACTIVE = "User is locked or disabled";

    private final ServerProfile profile;
    private final DeviceHiveSettings settings;
    private final FakeClock clock;
    private final Accounts accounts;
    private final Tokens tokens;

    TokenEndpoints(Hive hive) {
        profile = hive.profile;
        settings = hive.settings;
        clock = hive.clock;
        accounts = hive.accounts;
        tokens = hive.tokens;
    }

    FakeResponse login(FakeRequest request, @Nullable JsonBody body) {
        if (body == null) {
            throw nothingToValidate();
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
            throw Errors.of(401, "Invalid credentials");
        }
        accounts.loggedIn(user);
        return created(logIn(user));
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

    FakeResponse create(Caller caller, @Nullable JsonBody body) {
        if (body == null) {
            // The server trips over it: its own message is none.
            throw Errors.of(500, null);
        }
        Instant expiration = body.date("expiration");
        Instant refreshExpiration = profile == ServerProfile.LEGACY ? null : body.date("refreshExpiration");
        Long userId = body.integer("userId");
        List<@Nullable String> networks = body.texts("networkIds");
        List<@Nullable String> deviceTypes = body.texts("deviceTypeIds");
        List<@Nullable String> devices = profile == ServerProfile.LEGACY ? body.texts("deviceIds") : null;
        List<Integer> actions = actions(body.elements("actions"));
        if (userId == null) {
            throw Errors.of(
                    400,
                    "Error! Make sure, that the passed object is correct and properly structured. Validation failed: \n"
                            + "On property userId (value: null): must not be null ; ");
        }
        FakeUser user = accounts.user(userId);
        if (user == null) {
            throw Errors.of(404, "User with id = " + userId + " not found");
        }
        if (!user.isActive()) {
            throw Errors.of(403, NOT_ACTIVE);
        }
        TokenPayload access =
                new TokenPayload(false, userId, null, actions, networks, deviceTypes, devices, expiration);
        TokenPayload refresh = refreshExpiration == null ? access : access.withExpiresAt(refreshExpiration);
        return created(tokens.pair(access, refresh));
    }

    /** Names and numbers that the server does not know are dropped; no list at all is the action that allows nothing. */
    private @Nullable List<Integer> actions(@Nullable List<@Nullable Object> elements) {
        if (elements == null) {
            return profile == ServerProfile.LEGACY ? null : List.of(Actions.NONE);
        }
        TreeSet<Integer> ids = new TreeSet<>();
        for (Object element : elements) {
            Integer id = element instanceof String name ? Actions.id(name) : number(element);
            if (id != null) {
                ids.add(id);
            }
        }
        return List.copyOf(ids);
    }

    private static @Nullable Integer number(@Nullable Object element) {
        BigDecimal number = element instanceof Number any ? new BigDecimal(any.toString()) : null;
        if (number == null || number.stripTrailingZeros().scale() > 0) {
            throw Errors.of(400, "Actions list should contain only Strings or Integers");
        }
        boolean known = number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0
                && Actions.exists(number.longValue());
        return known ? (Integer) number.intValue() : null;
    }

    FakeResponse refresh(FakeRequest request, @Nullable JsonBody body) {
        if (body == null) {
            throw nothingToValidate();
        }
        String token = body.text("refreshToken");
        if (token == null || token.isBlank()) {
            throw Errors.of(500, "JWT String argument cannot be null or empty.");
        }
        TokenPayload payload = refreshable(token);
        FakeUser user = owner(payload);
        if (user != null) {
            accounts.loggedIn(user);
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

    private static Refusal nothingToValidate() {
        return Errors.of(400, "Error! Validation failed: Object is null");
    }

    static FakeResponse created(IssuedTokens issued) {
        return FakeResponse.json(
                201, Json.object("accessToken", issued.accessToken(), "refreshToken", issued.refreshToken()));
    }
}
