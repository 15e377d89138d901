package dev.latchkey.devicehive;

import dev.latchkey.core.InvalidInputException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that {@link TokenOperations#create} asks for: for which user, and what they permit.
 *
 * <pre>{@code
 * NewToken.builder(10)
 *         .actions(Action.GET_DEVICE, Action.CREATE_DEVICE_NOTIFICATION)
 *         .networks(1)
 *         .allDeviceTypes()
 *         .build()
 * }</pre>
 *
 * <p><b>Two traps of the server.</b> It does not check whose token is asked for: whoever has {@link Action#MANAGE_TOKEN} can ask
 * for a token of any user with any action, and so is as strong as an administrator. And it drops actions that it does not know
 * without a word, and takes a token that is left without any for one that permits <em>all that a client may do</em>, {@code
 * ManageToken} included; so a typo in the only action makes a token for everything. Therefore {@link Builder#build()} refuses
 * such a set.
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
        private final Scope networks = new Scope("networks", "networks(…) or allNetworks()");
        private final Scope deviceTypes = new Scope("device types", "deviceTypes(…) or allDeviceTypes()");
        private final Scope devices = new Scope("devices", "deviceIds(…) or allDevices()");
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
         * Sends a set of actions of which the server knows none, or an empty one, although servers from 4.1.0 on make of it
         * tokens that <b>permit all that a client may do</b>, the creation of further tokens included.
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
         * @param ids at least one, as on the wire, where {@code *} is every network of the server
         * @return this builder
         * @throws InvalidInputException if there is none, or one is blank
         */
        public Builder networks(Collection<String> ids) {
            networks.limit(ids);
            return this;
        }

        /**
         * Does not limit the tokens to networks: by the documentation they reach all that their user may reach.
         *
         * @return this builder
         */
        public Builder allNetworks() {
            networks.open();
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
         * @param ids at least one, as on the wire, where {@code *} is every device type of the server
         * @return this builder
         * @throws InvalidInputException if there is none, or one is blank
         */
        public Builder deviceTypes(Collection<String> ids) {
            deviceTypes.limit(ids);
            return this;
        }

        /**
         * Does not limit the tokens to device types: by the documentation they reach all that their user may reach.
         *
         * @return this builder
         */
        public Builder allDeviceTypes() {
            deviceTypes.open();
            return this;
        }

        /**
         * Limits the tokens to devices, which servers before 3.4.3 do instead of device types: for clients in {@linkplain
         * DeviceHiveClient.Builder#legacy() legacy} mode only. Newer servers ignore it without a word, and the tokens would
         * reach every device.
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
         * Does not limit the tokens to devices: for clients in {@linkplain DeviceHiveClient.Builder#legacy() legacy} mode.
         *
         * @return this builder
         */
        public Builder allDevices() {
            devices.open();
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
         * Makes the description. Logs a warning that names the actions which the server does not know and will drop.
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
