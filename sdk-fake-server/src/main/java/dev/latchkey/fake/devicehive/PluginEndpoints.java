package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.devicehive.Gate.Operation;
import dev.latchkey.fake.internal.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code POST /token/plugin/create} and {@code GET /token/plugin/authenticate}. */
final class PluginEndpoints {
    private final DeviceHiveSettings settings;
    private final Accounts accounts;
    private final Tokens tokens;

    PluginEndpoints(Hive hive) {
        settings = hive.settings;
        accounts = hive.accounts;
        tokens = hive.tokens;
    }

    Operation read(@Nullable JsonBody body) {
        if (body == null) {
            return caller -> {
                throw Errors.nothingToValidate();
            };
        }
        String topic = body.text("tpc");
        List<Integer> actions = actions(body.elements("a"));
        Instant expiration = body.date("e");
        return caller -> create(caller, topic, actions, expiration);
    }

    private FakeResponse create(
            Caller caller, @Nullable String topic, @Nullable List<Integer> actions, @Nullable Instant expiration) {
        Long owner = topic == null ? null : owner(topic, caller.user());
        if (topic == null || owner == null) {
            throw Errors.of(403, "No permisions or invalid topic name");
        }
        if (!owner.equals(caller.user().id())) {
            throw Errors.of(403, "User with id " + owner + " is not a plugin creator");
        }
        TokenPayload payload =
                TokenPayload.pluginAccess(topic).withActions(actions).withExpiresAt(expiration);
        return TokenEndpoints.created(tokens.pair(payload, payload));
    }

    FakeResponse authenticate(FakeRequest request) {
        List<String> values = request.query("token");
        if (values.isEmpty() || values.get(0).isEmpty()) {
            throw Errors.of(401, "Token is empty");
        }
        TokenPayload payload = settings.pluginAuthenticationBroken() ? null : tokens.read(values.get(0));
        if (payload == null || payload.topic() == null) {
            throw Errors.of(401, "Token is not valid");
        }
        if (payload.refresh()) {
            throw Errors.of(401, "Invalid token type");
        }
        if (tokens.isExpired(payload)) {
            throw Errors.of(401, "Token has expired");
        }
        if (accounts.plugin(payload.topic()) == null) {
            throw Errors.of(401, "Plugin is not found");
        }
        return FakeResponse.json(
                200,
                Json.object(
                        "tpc", payload.topic(),
                        "a", payload.actions(),
                        "e", Timestamps.write(Objects.requireNonNull(payload.expiresAt())),
                        "t", 1));
    }

    /** The number of the user who may make tokens for a topic; any administrator may for all topics at once. */
    private @Nullable Long owner(String topic, FakeUser user) {
        if (topic.equals("*")) {
            return user.isAdmin() ? user.id() : null;
        }
        FakePlugin plugin = accounts.plugin(topic);
        FakeUser owner = plugin == null ? null : accounts.owner(plugin);
        return owner == null ? null : owner.id();
    }

    /** Numbers only, known or not. */
    private static @Nullable List<Integer> actions(@Nullable List<@Nullable Object> elements) {
        if (elements == null) {
            return null;
        }
        List<Integer> ids = new ArrayList<>();
        for (Object element : elements) {
            ids.add(number(element));
        }
        return ids;
    }

    private static Integer number(@Nullable Object element) {
        try {
            return new BigDecimal(String.valueOf(element)).intValueExact();
        } catch (NumberFormatException e) {
            throw Errors.badParameters();
        } catch (ArithmeticException e) {
            throw Errors.badParameters();
        }
    }
}
