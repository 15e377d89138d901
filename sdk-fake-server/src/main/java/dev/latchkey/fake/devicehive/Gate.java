package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeHandler;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a request meets before its endpoint. The order is the server's: the {@code Authorization} header, whether the
 * endpoint wants one or not; the media types; the body; the rights.
 */
final class Gate {
    private static final String SCHEME = "Bearer";
    private static final String JSON = "application/json";

    private final Accounts accounts;
    private final Tokens tokens;
    private final ServerProfile profile;

    Gate(Accounts accounts, Tokens tokens, ServerProfile profile) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.profile = profile;
    }

    /** An endpoint that takes JSON and needs no token. */
    FakeHandler open(OpenEndpoint endpoint) {
        return request -> {
            caller(request);
            return endpoint.answer(request, json(request));
        };
    }

    /** An endpoint that takes JSON and wants a token with an action, which is asked for once the body has been read. */
    FakeHandler authorized(int action, Endpoint endpoint) {
        return request -> {
            Caller caller = caller(request);
            Operation operation = endpoint.read(json(request));
            return operation.run(require(caller, action));
        };
    }

    /** An endpoint that takes no body and needs no token. */
    FakeHandler query(FakeHandler endpoint) {
        return request -> {
            caller(request);
            requireJsonAccepted(request);
            return endpoint.handle(request);
        };
    }

    /** An endpoint that takes no body, and wants a token with an action, which is asked for once path and query have been read. */
    FakeHandler reading(int action, Reading endpoint) {
        return request -> {
            Caller caller = caller(request);
            requireJsonAccepted(request);
            Operation operation = endpoint.read(request);
            return operation.run(require(caller, action));
        };
    }

    /** An endpoint that takes JSON, or nothing, and wants a token with an action, which is asked for once all has been read. */
    FakeHandler writing(int action, Writing endpoint) {
        return request -> {
            Caller caller = caller(request);
            Operation operation = endpoint.read(request, json(request));
            return operation.run(require(caller, action));
        };
    }

    /** An endpoint that wants any live access token. */
    FakeHandler authorized(FakeHandler endpoint) {
        return request -> {
            if (caller(request) == null) {
                throw Errors.notAuthorized();
            }
            return endpoint.handle(request);
        };
    }

    /** Who sends a request; null without an {@code Authorization} header. A wrong one is refused. */
    @Nullable
    Caller caller(FakeRequest request) {
        String header = request.header("Authorization");
        if (header == null) {
            return null;
        }
        if (header.length() <= SCHEME.length() || !header.startsWith(SCHEME)) {
            throw Errors.badHeader();
        }
        Caller caller = caller(header.substring(SCHEME.length()).trim());
        if (caller == null) {
            throw Errors.badBearer();
        }
        return caller;
    }

    /** Whom an access token stands for; null if it is refused. */
    @Nullable
    Caller caller(String token) {
        TokenPayload payload = tokens.read(token);
        if (payload == null || payload.refresh() || tokens.isExpired(payload) || tokens.isRevoked(token)) {
            return null;
        }
        FakeUser user = user(payload);
        if (user == null || !user.isActive() || !isUsable(payload, user)) {
            return null;
        }
        return new Caller(user, payload.actions(), Reach.of(payload, user, profile));
    }

    private @Nullable FakeUser user(TokenPayload payload) {
        Long id = payload.userId();
        if (id != null) {
            return accounts.user(id);
        }
        String topic = payload.topic();
        FakePlugin plugin = topic == null ? null : accounts.plugin(topic);
        return plugin == null ? null : accounts.owner(plugin);
    }

    /** The server makes such tokens and fails on them: with actions it has not, with networks that are no numbers. */
    private static boolean isUsable(TokenPayload payload, FakeUser user) {
        List<Integer> actions = payload.actions();
        return (actions == null
                        || actions.contains(Actions.ANY)
                        || actions.stream().allMatch(Actions::exists))
                && areNumbers(payload.networkIds())
                && (user.hasAllDeviceTypes() || areNumbers(payload.deviceTypeIds()));
    }

    private static boolean areNumbers(@Nullable List<@Nullable String> ids) {
        return ids == null
                || ids.contains(Payloads.ALL)
                || ids.stream().allMatch(id -> id != null && id.matches("[+-]?\\d{1,18}"));
    }

    private static Caller require(@Nullable Caller caller, int action) {
        if (caller == null) {
            throw Errors.notAuthorized();
        }
        if (!Actions.allow(caller.actions(), action)) {
            throw Errors.accessDenied();
        }
        return caller;
    }

    private static @Nullable JsonBody json(FakeRequest request) {
        if (request.header("Content-Type") != null && !request.hasContentType(JSON)) {
            throw Errors.framework(415);
        }
        requireJsonAccepted(request);
        return JsonBody.of(request);
    }

    private static void requireJsonAccepted(FakeRequest request) {
        String accept = request.header("Accept");
        if (accept == null || accept.isBlank()) {
            return;
        }
        for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
            String type = range.split(";", 2)[0].trim();
            if (type.equals(JSON) || type.equals("application/*") || type.equals("*/*") || type.equals("*")) {
                return;
            }
        }
        throw Errors.framework(406);
    }

    /**
     * Who sends a request.
     *
     * @param user the user, or the owner of the plugin
     * @param actions what the token allows
     * @param reach which networks and devices it reaches
     */
    record Caller(FakeUser user, @Nullable List<Integer> actions, Reach reach) {}

    /** Reads requests without a body, of somebody who may not be entitled to them. */
    @FunctionalInterface
    interface Reading {
        Operation read(FakeRequest request);
    }

    /** Reads requests that may have a body, of somebody who may not be entitled to them. */
    @FunctionalInterface
    interface Writing {
        Operation read(FakeRequest request, @Nullable JsonBody body);
    }

    /** Answers requests that need no token. */
    @FunctionalInterface
    interface OpenEndpoint {
        FakeResponse answer(FakeRequest request, @Nullable JsonBody body);
    }

    /** Reads the requests of somebody who may not be entitled to them. */
    @FunctionalInterface
    interface Endpoint {
        Operation read(@Nullable JsonBody body);
    }

    /** Does what a request asks for, for somebody who may. */
    @FunctionalInterface
    interface Operation {
        FakeResponse run(Caller caller);
    }
}
