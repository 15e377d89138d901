package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.JsonCodec;
import dev.latchkey.core.json.JsonDecodingException;
import dev.latchkey.core.json.RecordAdapter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself: whose it is, what it permits, and until when.
 *
 * <p><b>It is decoded and never verified.</b> Anybody can write such a token; only the server has the secret with which the
 * signature could be checked. Use it to show or to plan, never to decide what somebody may do.
 *
 * <p>A token has one claim, {@code payload}, with short names for its members. Servers before 3.4.0 used long names, which are
 * read as well. A member that is missing, or of another type than expected, is null.
 *
 * @param type whether it is an access or a refresh token ({@code t})
 * @param userId the user that the token acts as ({@code u}); null in a plugin's token
 * @param topic the plugin's topic ({@code tpc}); null in a user's token
 * @param actions what it permits ({@code a}); null permits nothing, {@link Action#ANY} everything, and an <b>empty list
 *     permits all that a client may do</b>: see {@link #permitsEveryClientAction()}; immutable
 * @param networkIds the networks that it reaches ({@code n}), {@code *} for all; null or empty reaches none; immutable
 * @param deviceTypeIds the device types that it reaches ({@code dt}), {@code *} for all; null or empty reaches none, unless
 *     its user may reach all of them; immutable
 * @param deviceIds the devices that it reaches ({@code d}), {@code *} for all, in tokens of servers before 3.4.3; immutable
 * @param expiresAt when it expires, by the server's clock ({@code e})
 */
public record JwtPayload(
        @Nullable Type type,
        @Nullable Long userId,
        @Nullable String topic,
        @Nullable List<Action> actions,
        @Nullable List<String> networkIds,
        @Nullable List<String> deviceTypeIds,
        @Nullable List<String> deviceIds,
        @Nullable Instant expiresAt) {

    /** What a token is for. */
    public enum Type {
        /** Buys access tokens, and nothing else ({@code 0}). */
        REFRESH,
        /** Goes with each call ({@code 1}). */
        ACCESS
    }

    static final RecordAdapter<JwtPayload> JSON = RecordAdapter.of("JwtPayload", r -> {
        JsonAdapter<List<String>> ids = Json.lenient(Json.listOrSingle(Json.STRING_LENIENT));
        JsonAdapter<List<Action>> actionList = Json.lenient(Json.listOf(Action.JSON));

        var actions = r.optional("a", actionList, JwtPayload::actions).alias("actions");
        var expiresAt = r.optional("e", Json.lenient(DateTimes.JSON), JwtPayload::expiresAt)
                .alias("expiration");
        var type = r.optional(
                        "t",
                        Json.lenient(Json.mapped(Json.STRING_LENIENT, JwtPayload::typeOf, JwtPayload::wire)),
                        JwtPayload::type)
                .alias("tokenType");
        var userId = r.optional("u", Json.lenient(Json.LONG_LENIENT), JwtPayload::userId)
                .alias("userId");
        var networkIds = r.optional("n", ids, JwtPayload::networkIds).alias("networkIds");
        var deviceTypeIds = r.optional("dt", ids, JwtPayload::deviceTypeIds).alias("deviceTypeIds");
        var deviceIds =
                r.optional("d", ids, JwtPayload::deviceIds).alias("deviceIds").alias("deviceGuids");
        var topic =
                r.optional("tpc", Json.lenient(Json.STRING), JwtPayload::topic).alias("topic");
        return in -> new JwtPayload(
                in.get(type),
                in.get(userId),
                in.get(topic),
                in.get(actions),
                in.get(networkIds),
                in.get(deviceTypeIds),
                in.get(deviceIds),
                in.get(expiresAt));
    });

    /** Copies the lists. */
    public JwtPayload {
        actions = actions == null ? null : List.copyOf(actions);
        networkIds = networkIds == null ? null : List.copyOf(networkIds);
        deviceTypeIds = deviceTypeIds == null ? null : List.copyOf(deviceTypeIds);
        deviceIds = deviceIds == null ? null : List.copyOf(deviceIds);
    }

    /**
     * Decodes a token, and does not verify it. Does no I/O.
     *
     * @param token as a server issued it
     * @return what it says, or empty if it is none of DeviceHive's tokens; such a token may still be accepted by a server
     */
    public static Optional<JwtPayload> decode(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return Optional.of(JsonCodec.decode(Claims.JSON, claims).payload());
        } catch (IllegalArgumentException | JsonDecodingException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether the token belongs to a plugin.
     *
     * @return true if it names a topic
     */
    public boolean isPlugin() {
        return topic != null;
    }

    /**
     * Whether this token is more than it looks: servers take an empty list of actions for all that a client may do,
     * {@link Action#MANAGE_TOKEN} included. {@link NewToken} says how such tokens come about.
     *
     * @return true if the list of actions is there and empty
     */
    public boolean permitsEveryClientAction() {
        return actions != null && actions.isEmpty();
    }

    private static Type typeOf(String wire) {
        return switch (wire.toUpperCase(Locale.ROOT)) {
            case "0", "REFRESH" -> Type.REFRESH;
            case "1", "ACCESS" -> Type.ACCESS;
            default -> throw new IllegalArgumentException("neither access nor refresh");
        };
    }

    private static String wire(Type type) {
        return type == Type.ACCESS ? "1" : "0";
    }

    private record Claims(JwtPayload payload) {
        static final RecordAdapter<Claims> JSON = RecordAdapter.of("Claims", r -> {
            var payload = r.required("payload", JwtPayload.JSON, Claims::payload);
            return in -> new Claims(in.get(payload));
        });
    }
}
