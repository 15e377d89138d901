package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Operation;
import dev.latchkey.fake.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /configuration/{name}}. */
final class ConfigurationEndpoints {
    private static final String PATH = "/configuration/{name}";
    private static final String LENGTH =
            "Field cannot be empty. The length of value should not be more than 128 symbols.";
    private static final int LONGEST = 128;

    private final Map<String, ConfigurationItem> items;
    private final FakeClock clock;

    ConfigurationEndpoints(Hive hive) {
        items = hive.configuration;
        clock = hive.clock;
    }

    void addTo(ApiRoutes routes) {
        routes.reading("GET", PATH, Actions.MANAGE_CONFIGURATION, this::get);
        routes.writing("PUT", PATH, Actions.MANAGE_CONFIGURATION, this::put);
        routes.reading("DELETE", PATH, Actions.MANAGE_CONFIGURATION, this::delete);
    }

    private Operation get(FakeRequest request) {
        return caller -> {
            ConfigurationItem item = items.get(request.pathVariable("name"));
            if (item == null) {
                throw Errors.errorPage(404, request.rawPath(), clock.instant());
            }
            return shown(item, item.id());
        };
    }

    private Operation put(FakeRequest request, @Nullable JsonBody body) {
        String name = request.pathVariable("name");
        String value = body == null ? null : body.text("value");
        return caller -> {
            if (body == null) {
                throw Errors.nothingToValidate();
            }
            if (value == null) {
                throw Errors.invalid("value", null, "value field cannot be null.");
            }
            new Violations().addLength("value", value, 1, LONGEST, LENGTH).refuse();
            ConfigurationItem before = items.get(name);
            ConfigurationItem item = before == null
                    ? new ConfigurationItem(items.size() + 1, name, value, 0)
                    : new ConfigurationItem(before.id(), name, value, before.entityVersion() + 1);
            items.put(name, item);
            return shown(item, null);
        };
    }

    private Operation delete(FakeRequest request) {
        String name = request.pathVariable("name");
        return caller -> {
            if (items.remove(name) == null) {
                throw Errors.of(404, "Requested config with name = " + name + " not found in the database");
            }
            return ApiAnswers.done();
        };
    }

    private static FakeResponse shown(ConfigurationItem item, @Nullable Long id) {
        return FakeResponse.json(
                200,
                Json.object(
                        "id", id, "name", item.name(), "value", item.value(), "entityVersion", item.entityVersion()));
    }
}
