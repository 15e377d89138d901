package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeClock;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Caller;
import dev.latchkey.fake.internal.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /configuration/{name}}. */
final class ConfigurationEndpoints {
    private static final String PATH = "/configuration/{name}";

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

    private FakeResponse get(FakeRequest request, Caller caller) {
        ConfigurationItem item = items.get(request.pathVariable("name"));
        if (item == null) {
            throw Errors.errorPage(404, request.rawPath(), clock.instant());
        }
        return shown(item, item.id());
    }

    private FakeResponse put(FakeRequest request, @Nullable JsonBody body, Caller caller) {
        String name = request.pathVariable("name");
        String value = body == null ? null : body.text("value");
        if (value == null) {
            throw body == null ? Errors.nothingToValidate() : Errors.invalid("value", null, "must not be null");
        }
        ConfigurationItem before = items.get(name);
        ConfigurationItem item = before == null
                ? new ConfigurationItem(items.size() + 1, name, value, 0)
                : new ConfigurationItem(before.id(), name, value, before.entityVersion() + 1);
        items.put(name, item);
        return shown(item, null);
    }

    private FakeResponse delete(FakeRequest request, Caller caller) {
        String name = request.pathVariable("name");
        if (items.remove(name) == null) {
            throw Errors.of(404, "Requested config with name = " + name + " not found in the database");
        }
        return ApiAnswers.done();
    }

    private static FakeResponse shown(ConfigurationItem item, @Nullable Long id) {
        return FakeResponse.json(
                200,
                Json.object(
                        "id", id, "name", item.name(), "value", item.value(), "entityVersion", item.entityVersion()));
    }
}
