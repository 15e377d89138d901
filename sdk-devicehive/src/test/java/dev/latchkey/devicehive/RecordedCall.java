package dev.latchkey.devicehive;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.http.Endpoint;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.RecordedExchange;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A recorded request as a call of the SDK: of the typed operation that its request line names, or as a request of its own
 * where that operation would not send this.
 */
record RecordedCall(RecordedExchange exchange, Function<DeviceHiveClient, ApiCall<?>> typed) {
    private static final String OTHER_TOKEN = "some-access-token";

    static RecordedCall of(RecordedExchange exchange) {
        return new RecordedCall(exchange, typed(exchange));
    }

    boolean isTyped() {
        return typed != null;
    }

    ApiCall<?> on(DeviceHiveClient client) {
        return typed == null ? raw(client) : typed.apply(client);
    }

    DeviceHiveClient client(String baseUrl) {
        DeviceHiveClient.Builder builder =
                DeviceHiveClient.builder().baseUrl(baseUrl).accessToken(token());
        return (exchange.requestBody().contains("deviceIds") ? builder.legacy() : builder).build();
    }

    private String token() {
        String header = exchange.requestHeaders().get("Authorization");
        boolean usable = header != null
                && header.startsWith("Bearer ")
                && !exchange.name().contains("refresh_as_access");
        return usable ? header.substring("Bearer ".length()) : OTHER_TOKEN;
    }

    private ApiCall<?> raw(DeviceHiveClient client) {
        Endpoint request = client.request(exchange.method(), path()).secretAnswer();
        if (!path().endsWith("/create")) {
            request.anonymous();
        } else {
            request.as(new Tokens(token(), null, null));
        }
        if (!exchange.requestBody().isEmpty()) {
            request.json(exchange.requestBody());
        }
        return path().endsWith("/authenticate")
                ? request.returning(JwtPayload.JSON)
                : request.returning(JwtTokens.JSON);
    }

    private String path() {
        return exchange.target().replaceFirst("\\?.*", "").substring("/auth/rest".length());
    }

    private static Function<DeviceHiveClient, ApiCall<?>> typed(RecordedExchange exchange) {
        if (exchange.name().contains("refresh_as_access")) {
            return null;
        }
        Map<?, ?> body = body(exchange);
        String target = exchange.target();
        if (target.contains("/token/plugin/authenticate?token=")) {
            String token = URLDecoder.decode(target.substring(target.indexOf('=') + 1), StandardCharsets.UTF_8);
            return client -> client.plugin().authenticate(token);
        }
        if (body == null) {
            return null;
        }
        return switch (target) {
            case "/auth/rest/token" -> {
                boolean complete = body.get("login") instanceof String && body.get("password") instanceof String;
                yield complete
                        ? client -> client.token().login((String) body.get("login"), (String) body.get("password"))
                        : null;
            }
            case "/auth/rest/token/refresh" ->
                body.get("refreshToken") instanceof String token
                        ? client -> client.token().refresh(token)
                        : null;
            case "/auth/rest/token/create" -> create(body);
            case "/auth/rest/token/plugin/create" -> createPlugin(body);
            default -> null;
        };
    }

    private static Map<?, ?> body(RecordedExchange exchange) {
        try {
            return exchange.requestBody().isEmpty() ? null : (Map<?, ?>) JsonTree.parse(exchange.requestBody());
        } catch (RuntimeException | AssertionError e) {
            return null;
        }
    }

    private static Function<DeviceHiveClient, ApiCall<?>> create(Map<?, ?> body) {
        try {
            NewToken.Builder builder = NewToken.builder(((BigDecimal) body.get("userId")).longValueExact())
                    .riskEveryClientAction();
            ((List<?>) body.get("actions")).forEach(action -> builder.actions(Action.of((String) action)));
            builder.networks(texts(body.get("networkIds")));
            if (body.get("deviceIds") != null) {
                builder.deviceIds(texts(body.get("deviceIds")).toArray(String[]::new));
            } else {
                builder.deviceTypes(texts(body.get("deviceTypeIds")));
            }
            if (body.get("expiration") != null) {
                builder.expiration(instant(body.get("expiration")));
            }
            if (body.get("refreshExpiration") != null) {
                builder.refreshExpiration(instant(body.get("refreshExpiration")));
            }
            NewToken token = builder.build();
            boolean same = JsonTree.parse(
                            JsonCodec.encode(NewTokenBody.JSON, token.body()).utf8())
                    .equals(body);
            return same ? client -> client.token().create(token) : null;
        } catch (InvalidInputException | ClassCastException | NullPointerException e) {
            return null;
        }
    }

    private static Function<DeviceHiveClient, ApiCall<?>> createPlugin(Map<?, ?> body) {
        try {
            NewPluginToken.Builder builder = NewPluginToken.builder((String) body.get("tpc"));
            if (body.get("a") != null) {
                ((List<?>) body.get("a"))
                        .forEach(action -> builder.actions(Action.of(((BigDecimal) action).intValueExact())));
            }
            NewPluginToken token = builder.build();
            return client -> client.plugin().createToken(token);
        } catch (InvalidInputException | ClassCastException e) {
            return null;
        }
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).collect(Collectors.toList());
    }

    private static Instant instant(Object text) {
        return Instant.parse(text + "Z");
    }
}
