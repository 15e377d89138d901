package dev.latchkey.connectware;

import com.squareup.moshi.JsonAdapter;
import dev.latchkey.core.json.Json;
import dev.latchkey.core.json.RecordAdapter;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * How the MQTT broker shall limit a client's connection. A server may write numbers or text; both are kept as text. Any of
 * these may be missing.
 *
 * @param maxMessageSize the longest message, in bytes
 * @param maxInflightMessages how many messages may be under way at once
 * @param retryInterval after how long the broker sends again; the vendor does not say in which unit
 */
public record BrokerModifiers(
        @Nullable String maxMessageSize,
        @Nullable String maxInflightMessages,
        @Nullable String retryInterval) {
    static final RecordAdapter<BrokerModifiers> JSON = RecordAdapter.of("BrokerModifiers", r -> {
        JsonAdapter<String> text = Json.STRING_LENIENT;
        var size = r.optional("max_message_size", text, BrokerModifiers::maxMessageSize);
        var inflight = r.optional("max_inflight_messages", text, BrokerModifiers::maxInflightMessages);
        var interval = r.optional("retry_interval", text, BrokerModifiers::retryInterval);
        return in -> new BrokerModifiers(in.get(size), in.get(inflight), in.get(interval));
    });

    /**
     * The longest message, in bytes.
     *
     * @return empty if the server does not say, or does not write a number
     */
    public OptionalLong maxMessageBytes() {
        return number(maxMessageSize);
    }

    /**
     * How many messages may be under way at once.
     *
     * @return empty if the server does not say, or does not write a number
     */
    public OptionalLong maxInflightCount() {
        return number(maxInflightMessages);
    }

    /**
     * After how long the broker sends again, in a unit that the vendor does not name.
     *
     * @return empty if the server does not say, or does not write a number
     */
    public OptionalLong retryIntervalNumber() {
        return number(retryInterval);
    }

    private static OptionalLong number(@Nullable String text) {
        try {
            return text == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text.trim()));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
