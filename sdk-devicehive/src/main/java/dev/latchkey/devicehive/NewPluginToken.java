package dev.latchkey.devicehive;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tokens that {@link PluginOperations#createToken} asks for.
 *
 * <pre>{@code
 * NewPluginToken.builder(plugin.topicName()).actions(Action.GET_DEVICE_NOTIFICATION).build()
 * }</pre>
 *
 * @param topic the topic of a plugin that the client's user has created; {@code *} is for administrators
 * @param actions what the tokens permit, at least one; null for nothing; immutable
 * @param expiration until when they live, by the server's clock; null lets the server decide
 */
public record NewPluginToken(
        String topic,
        @Nullable List<Action> actions,
        @Nullable Instant expiration) {
    /** Here the server takes ids, and answers 400 to names. */
    private static final JsonAdapter<Action> BY_ID =
            Json.mapped(Json.INT, Action::of, action -> action.id().getAsInt());

    static final RecordAdapter<NewPluginToken> JSON = RecordAdapter.of("NewPluginToken", r -> {
        var actions = r.optional("a", Json.listOf(BY_ID), NewPluginToken::actions);
        var topic = r.required("tpc", Json.STRING, NewPluginToken::topic);
        var expiration = r.optional("e", DateTimes.JSON, NewPluginToken::expiration);
        return in -> new NewPluginToken(in.get(topic), in.get(actions), in.get(expiration));
    });

    /**
     * Checks the values and copies the list.
     *
     * @throws InvalidInputException if the topic is blank, the list of actions is empty (servers take that for all that a client
     *     may do), an action has no id, or the time is before 1970 or after 9999
     */
    public NewPluginToken {
        Inputs.require("topic", topic);
        if (actions != null) {
            actions = List.copyOf(actions);
            requireIds(actions);
        }
        if (expiration != null) {
            DateTimes.require("expiration", expiration);
        }
    }

    /**
     * Starts a description.
     *
     * @param topic of a plugin that the client's user has created
     * @return a builder
     */
    public static Builder builder(String topic) {
        return new Builder(topic);
    }

    private static void requireIds(List<Action> actions) {
        if (actions.isEmpty()) {
            throw new InvalidInputException("The list of actions is empty, which the server takes for all that a client"
                    + " may do. Give the actions that are needed, or leave actions(…) out for none.");
        }
        for (Action action : actions) {
            if (!action.id().isPresent()) {
                throw new InvalidInputException("The action " + action + " has no id in the server's table,"
                        + " and tokens of plugins take ids only. Give its id: Action.of(int).");
            }
        }
    }

    /** Names the values. Not safe for use by many threads. */
    public static final class Builder {
        private final String topic;
        private @Nullable List<Action> actions;
        private @Nullable Instant expiration;

        private Builder(String topic) {
            this.topic = topic;
        }

        /**
         * What the tokens permit. Without it they permit nothing.
         *
         * @param permitted added to those that were given before
         * @return this builder
         */
        public Builder actions(Action... permitted) {
            return actions(Arrays.asList(permitted));
        }

        /**
         * What the tokens permit. Without it they permit nothing.
         *
         * @param permitted added to those that were given before
         * @return this builder
         */
        public Builder actions(Collection<Action> permitted) {
            List<Action> more = actions == null ? new ArrayList<>() : new ArrayList<>(actions);
            more.addAll(permitted);
            actions = more;
            return this;
        }

        /**
         * Until when the tokens live. Without it the server decides.
         *
         * @param at by the server's clock, to the millisecond
         * @return this builder
         */
        public Builder expiration(Instant at) {
            expiration = at;
            return this;
        }

        /**
         * Makes the description.
         *
         * @return the description
         * @throws InvalidInputException if a value is missing or wrong
         */
        public NewPluginToken build() {
            return new NewPluginToken(topic, actions, expiration);
        }
    }
}
