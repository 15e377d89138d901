package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that {@link TokenOperations#create} asks for: for which user, what they permit, and what they reach.
 *
 * <pre>{@code
 * JwtPayload jane = client.token().login("jane", password).execute().accessPayload().orElseThrow();
 * NewToken.builder(10)
 *         .actions(Action.GET_DEVICE, Action.CREATE_DEVICE_NOTIFICATION)
 *         .networksOf(jane)
 *         .deviceTypesOf(jane)
 *         .build()
 * }</pre>
 *
 * <p><b>Three traps of the server.</b> It does not check whose token is asked for: whoever has {@link Action#MANAGE_TOKEN} can
 * ask for a token of any user with any action, and so is as strong as an administrator. It takes a token without any action for
 * one that permits <em>all that a client may do</em>, {@code ManageToken} included, and since 3.4.1 drops actions that it does
 * not know without a word; so a typo in the only action makes a token for everything. And a token that names no networks
 * reaches none, although the vendor's page says all. Therefore {@link Builder#build()} refuses such a set of actions, and
 * asks what the tokens are to reach.
 *
 * <p>Immutable.
 */
public final class NewToken {
    private final NewTokenBody body;

    private NewToken(NewTokenBody body) {
        this.body = body;
    }

    /**
     * Starts a description.
     *
     * @param userId the user that the tokens act as
     * @return a builder
     * @throws InvalidInputException if the id is not positive
     */
    public static Builder builder(long userId) {
        return new Builder(userId);
    }

    NewTokenBody body() {
        return body;
    }

    /** All of it; there is no secret in it. */
    @Override
    public String toString() {
        return body.toString().replaceFirst("^NewTokenBody", "NewToken");
    }

    /** Asks for each decision that has no safe default. Not safe for use by many threads. */
    public static final class Builder {
        private final long userId;
        private final RequestedActions actions = new RequestedActions();
        private final Scope networks = Scope.ofNumbers("networks", "networks(…), networksOf(…) or allNetworks()");
        private final Scope deviceTypes =
                Scope.ofNumbers("device types", "deviceTypes(…), deviceTypesOf(…) or allDeviceTypes()");
        private final Scope devices = Scope.ofTexts("devices", "deviceIds(…) or allDevices()");
        private @Nullable Instant expiration;
        private @Nullable Instant refreshExpiration;

        private Builder(long userId) {
            if (userId < 1) {
                throw new InvalidInputException("The user id is " + userId + ". Give a positive one.");
            }
            this.userId = userId;
        }

        /**
         * What the tokens permit.
         *
         * @param permitted added to those that were given before
         * @return this builder
         */
        public Builder actions(Action... permitted) {
            return actions(Arrays.asList(permitted));
        }

        /**
         * What the tokens permit.
         *
         * @param permitted added to those that were given before
         * @return this builder
         */
        public Builder actions(Collection<Action> permitted) {
            actions.add(permitted);
            return this;
        }

        /**
         * Sends a set of actions of which the server knows none, or an empty one, although it makes tokens that <b>permit all
         * that a client may do</b>, the creation of further tokens included: an empty set on servers since 3.0.0, one of
         * unknown names on those since 3.4.1, which drop them.
         *
         * @return this builder
         */
        public Builder riskEveryClientAction() {
            actions.riskEveryClientAction();
            return this;
        }

        /**
         * Limits the tokens to networks.
         *
         * @param ids at least one
         * @return this builder
         * @throws InvalidInputException if there is none
         */
        public Builder networks(long... ids) {
            networks.limit(ids);
            return this;
        }

        /**
         * Limits the tokens to networks.
         *
         * @param ids at least one, as on the wire, where {@code *} is what {@link #allNetworks()} sends
         * @return this builder
         * @throws InvalidInputException if there is none, or one is no number
         */
        public Builder networks(Collection<String> ids) {
            networks.limit(ids);
            return this;
        }

        /**
         * Lets the tokens reach exactly the networks of their user, as the user's own login token names them. For an
         * administrator these are {@linkplain #allNetworks() all}. A login token may name those of before if the user has
         * logged in, or if the networks have been changed, within about a second before that login.
         *
         * @param login the payload of a token that the user of these tokens has logged in with
         * @return this builder
         * @throws InvalidInputException if it is another user's, or names no networks
         */
        public Builder networksOf(JwtPayload login) {
            networks.take(login, userId, login.networkIds());
            return this;
        }

        /**
         * Does not limit the tokens to networks: sends {@code *}. Lists show the networks and devices of the tokens' user. But
         * if the tokens are not limited to device types either, a device of a <b>foreign network</b> can be read by its id
         * (seen with 4.1.0): {@link #networksOf} has no such gap.
         *
         * @return this builder
         */
        public Builder allNetworks() {
            networks.all();
            return this;
        }

        /**
         * Limits the tokens to device types. Servers do not heed it for a user who may reach all of them.
         *
         * @param ids at least one
         * @return this builder
         * @throws InvalidInputException if there is none
         */
        public Builder deviceTypes(long... ids) {
            deviceTypes.limit(ids);
            return this;
        }

        /**
         * Limits the tokens to device types. Servers do not heed it for a user who may reach all of them.
         *
         * @param ids at least one, as on the wire, where {@code *} is what {@link #allDeviceTypes()} sends
         * @return this builder
         * @throws InvalidInputException if there is none, or one is no number
         */
        public Builder deviceTypes(Collection<String> ids) {
            deviceTypes.limit(ids);
            return this;
        }

        /**
         * Lets the tokens reach exactly the device types of their user, as the user's own login token names them, with the
         * delay that {@link #networksOf} describes.
         *
         * @param login the payload of a token that the user of these tokens has logged in with
         * @return this builder
         * @throws InvalidInputException if it is another user's, or names no device types, as those of servers before 3.4.3
         */
        public Builder deviceTypesOf(JwtPayload login) {
            deviceTypes.take(login, userId, login.deviceTypeIds());
            return this;
        }

        /**
         * Does not limit the tokens to device types: sends {@code *}. By the source of 4.1.0 this opens all device types also to
         * a user who has only some: {@link #deviceTypesOf} gives exactly the user's.
         *
         * @return this builder
         */
        public Builder allDeviceTypes() {
            deviceTypes.all();
            return this;
        }

        /**
         * Limits the tokens to devices, which servers before 3.4.3 do instead of device types: for clients in {@linkplain
         * DeviceHiveClient.Builder#legacy() legacy} mode only. Newer servers ignore it without a word.
         *
         * @param ids at least one
         * @return this builder
         * @throws InvalidInputException if there is none, or one is blank
         */
        public Builder deviceIds(String... ids) {
            devices.limit(Arrays.asList(ids));
            return this;
        }

        /**
         * Does not limit the tokens to devices: sends {@code *}. For clients in {@linkplain DeviceHiveClient.Builder#legacy()
         * legacy} mode only.
         *
         * @return this builder
         */
        public Builder allDevices() {
            devices.all();
            return this;
        }

        /**
         * Until when the tokens live. Without it the server decides, by default half an hour for the access token and half a
         * year for the refresh token.
         *
         * @param at by the server's clock, to the millisecond; the refresh token's, too, unless that has one of its own
         * @return this builder
         * @throws InvalidInputException if the time is before 1970 or after 9999
         */
        public Builder expiration(Instant at) {
            expiration = DateTimes.require("expiration", at);
            return this;
        }

        /**
         * Until when the refresh token lives. Servers before 3.5.0 ignore it.
         *
         * @param at by the server's clock, to the millisecond
         * @return this builder
         * @throws InvalidInputException if the time is before 1970 or after 9999
         */
        public Builder refreshExpiration(Instant at) {
            refreshExpiration = DateTimes.require("refresh expiration", at);
            return this;
        }

        /**
         * Makes the description. Logs a warning that names the actions which the server does not know and, since 3.4.1, drops.
         *
         * @return the description
         * @throws InvalidInputException if the server knows none of the actions, or if nothing was said of the networks, or of
         *     the device types (the devices, in legacy mode)
         */
        public NewToken build() {
            List<Action> permitted = actions.checked();
            networks.requireDecision();
            if (!devices.isDecided()) {
                deviceTypes.requireDecision();
            }
            return new NewToken(new NewTokenBody(
                    userId,
                    permitted,
                    networks.ids(),
                    deviceTypes.ids(),
                    devices.ids(),
                    expiration,
                    refreshExpiration));
        }
    }
}
