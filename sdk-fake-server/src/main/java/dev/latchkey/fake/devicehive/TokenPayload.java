package dev.latchkey.fake.devicehive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a token. Immutable; each {@code with…} returns another one.
 *
 * <pre>{@code
 * String old = fake.sign(TokenPayload.userAccess(10).withActions(15).withExpiresAt(fake.clock().instant().minusSeconds(1)));
 * }</pre>
 *
 * @param refresh whether it is a refresh token rather than an access token
 * @param userId the user's number; null in a plugin's token
 * @param topic the plugin's topic; null in a user's token
 * @param actions the numbers of what the token allows: 0 for all, none for all that a client may; null for nothing
 * @param networkIds the networks, {@code *} for all; null for none
 * @param deviceTypeIds the device types, {@code *} for all; null for none, unless the user has all; not in a legacy token
 * @param deviceIds the devices of a legacy token, {@code *} for all; null for none
 * @param expiresAt when it ends, in whole milliseconds; null for the lifetime that the fake gives its tokens
 */
public record TokenPayload(
        boolean refresh,
        @Nullable Long userId,
        @Nullable String topic,
        @Nullable List<Integer> actions,
        @Nullable List<@Nullable String> networkIds,
        @Nullable List<@Nullable String> deviceTypeIds,
        @Nullable List<@Nullable String> deviceIds,
        @Nullable Instant expiresAt) {
    private static final List<@Nullable String> EVERYTHING = List.of(Payloads.ALL);

    /** Keeps copies of the lists. */
    public TokenPayload {
        actions = copy(actions);
        networkIds = copy(networkIds);
        deviceTypeIds = copy(deviceTypeIds);
        deviceIds = copy(deviceIds);
    }

    /** A user's access token that allows everything. */
    public static TokenPayload userAccess(long userId) {
        return new TokenPayload(false, userId, null, List.of(Actions.ANY), EVERYTHING, EVERYTHING, EVERYTHING, null);
    }

    /** A user's refresh token that allows everything. */
    public static TokenPayload userRefresh(long userId) {
        return userAccess(userId).as(true);
    }

    /** A plugin's access token that allows everything. */
    public static TokenPayload pluginAccess(String topic) {
        return new TokenPayload(false, null, topic, List.of(Actions.ANY), null, null, null, null);
    }

    /** A plugin's refresh token that allows everything. */
    public static TokenPayload pluginRefresh(String topic) {
        return pluginAccess(topic).as(true);
    }

    /** The same for these actions. */
    public TokenPayload withActions(int... ids) {
        return withActions(Arrays.stream(ids).boxed().toList());
    }

    /** The same for these actions, or for none at all. */
    public TokenPayload withActions(@Nullable List<Integer> ids) {
        return new TokenPayload(refresh, userId, topic, ids, networkIds, deviceTypeIds, deviceIds, expiresAt);
    }

    /** The same for these networks. */
    public TokenPayload withNetworkIds(@Nullable List<@Nullable String> ids) {
        return new TokenPayload(refresh, userId, topic, actions, ids, deviceTypeIds, deviceIds, expiresAt);
    }

    /** The same for these device types. */
    public TokenPayload withDeviceTypeIds(@Nullable List<@Nullable String> ids) {
        return new TokenPayload(refresh, userId, topic, actions, networkIds, ids, deviceIds, expiresAt);
    }

    /** The same for these devices, of which only legacy tokens speak. */
    public TokenPayload withDeviceIds(@Nullable List<@Nullable String> ids) {
        return new TokenPayload(refresh, userId, topic, actions, networkIds, deviceTypeIds, ids, expiresAt);
    }

    /** The same until this instant, or for the lifetime that the fake gives its tokens. */
    public TokenPayload withExpiresAt(@Nullable Instant instant) {
        return new TokenPayload(refresh, userId, topic, actions, networkIds, deviceTypeIds, deviceIds, instant);
    }

    TokenPayload as(boolean refreshToken) {
        return new TokenPayload(refreshToken, userId, topic, actions, networkIds, deviceTypeIds, deviceIds, expiresAt);
    }

    private static <T extends @Nullable Object> @Nullable List<T> copy(@Nullable List<T> list) {
        return list == null ? null : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
