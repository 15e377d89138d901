package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The webhook of the MQTT broker. Its status is 200 whatever was asked and decided. */
final class BrokerEndpoints implements Endpoints {
    private final ConnectwareSettings settings;
    private final FakeBroker broker;

    BrokerEndpoints(ConnectwareSettings settings, FakeBroker broker) {
        this.settings = settings;
        this.broker = broker;
    }

    @Override
    public void register(Routes routes) {
        routes.open("POST", "/api/broker/auth/enhanced", request -> FakeResponse.json(200, answer(request)));
    }

    @Override
    public void clear() {
        broker.restore();
    }

    private Map<String, @Nullable Object> answer(FakeRequest request) {
        BrokerAuthentication asked = read(request);
        return asked != null && broker.accepts(asked)
                ? Json.object("result", "ok", "modifiers", json(broker.modifiers()))
                : Json.object("result", Json.object("error", "not_allowed"));
    }

    private static @Nullable BrokerAuthentication read(FakeRequest request) {
        Map<String, @Nullable Object> body;
        try {
            body = Json.asObject(request.json());
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (body == null) {
            return null;
        }
        Map<String, @Nullable Object> sent = Json.asObject(body.get("properties"));
        Map<String, @Nullable Object> properties = sent == null ? Map.of() : sent;
        return new BrokerAuthentication(
                text(body, "client_id"),
                text(body, "username"),
                text(body, "mountpoint"),
                text(properties, "p_authentication_method"),
                text(properties, "p_authentication_data"));
    }

    private Map<String, @Nullable Object> json(BrokerModifiers modifiers) {
        return Json.object(
                "max_message_size", number(modifiers.maxMessageSize()),
                "max_inflight_messages", number(modifiers.maxInflightMessages()),
                "retry_interval", number(modifiers.retryInterval()));
    }

    /** The documentation prints texts. */
    private Object number(int value) {
        return settings.saneShapes() ? (Object) value : Integer.toString(value);
    }

    private static @Nullable String text(Map<String, @Nullable Object> members, String name) {
        return members.get(name) instanceof String text ? text : null;
    }
}
