package dev.latchkey.fake.devicehive;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.devicehive.Gate.Operation;
import dev.latchkey.fake.devicehive.InventoryEndpoints.Within;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes networks or device types. */
final class InventoryChanges {
    private static final String NAME = "Field cannot be empty. The length of name should not be more than 128 symbols.";
    private static final String DESCRIPTION = "The length of description should not be more than 128 symbols.";
    private static final int LONGEST = 128;

    private final Inventory inventory;
    private final Shelf shelf;
    private final Within allows;

    InventoryChanges(Inventory inventory, Shelf shelf, Within allows) {
        this.inventory = inventory;
        this.shelf = shelf;
        this.allows = allows;
    }

    void addTo(ApiRoutes routes, String path, int manage) {
        routes.writing("POST", path, manage, this::create);
        routes.writing("PUT", path + "/{id}", manage, this::update);
        routes.reading("DELETE", path + "/{id}", manage, this::delete);
    }

    private Operation create(FakeRequest request, @Nullable JsonBody body) {
        String name = body == null ? null : body.text("name");
        String description = body == null ? null : body.text("description");
        return caller -> {
            if (body == null) {
                throw Errors.trippedOver();
            }
            if (name == null) {
                throw Errors.invalid("name", null, "name field cannot be null.");
            }
            requireLengths(name, description);
            if (isTaken(name, null)) {
                String kind = shelf.kind();
                throw Errors.of(403, kind + " cannot be created. " + kind + " with such name already exists");
            }
            Named created = new Named(shelf.nextId(), name, description);
            shelf.put(created);
            return FakeResponse.json(201, Json.object("id", created.id()));
        };
    }

    /** What is not given stays. Only the database sees that a name is taken. */
    private Operation update(FakeRequest request, @Nullable JsonBody body) {
        String name = body == null ? null : body.text("name");
        String description = body == null ? null : body.text("description");
        long id = ApiRoutes.number(request, "id");
        return caller -> {
            allows.require(caller.reach(), id);
            Named before = shelf.require(id);
            if (body == null) {
                throw Errors.trippedOver();
            }
            requireLengths(name, description);
            if (isTaken(name, before)) {
                throw Errors.of(
                        500,
                        "could not execute statement; SQL [n/a]; constraint [" + shelf.column() + "_name_unique];"
                                + " nested exception is org.hibernate.exception.ConstraintViolationException: could not"
                                + " execute statement");
            }
            shelf.put(new Named(
                    id, name == null ? before.name() : name, description == null ? before.description() : description));
            return ApiAnswers.done();
        };
    }

    private Operation delete(FakeRequest request) {
        long id = ApiRoutes.number(request, "id");
        boolean force = request.query("force").contains("true");
        return caller -> {
            allows.require(caller.reach(), id);
            shelf.require(id);
            List<String> devices = inventory.devices().stream()
                    .filter(device -> shelf.holds(device, id))
                    .map(FakeDevice::id)
                    .toList();
            if (!devices.isEmpty() && !force) {
                throw Errors.of(
                        400,
                        "There are the following devices within this "
                                + shelf.kind().toLowerCase(Locale.ROOT) + ": " + String.join(", ", devices)
                                + ". Please review and delete them first.");
            }
            inventory.remove(shelf, id);
            return ApiAnswers.done();
        };
    }

    private static void requireLengths(@Nullable String name, @Nullable String description) {
        new Violations()
                .addLength("name", name, 1, LONGEST, NAME)
                .addLength("description", description, 0, LONGEST, DESCRIPTION)
                .refuse();
    }

    private boolean isTaken(@Nullable String name, @Nullable Named holder) {
        return shelf.all().stream().anyMatch(item -> item.name().equals(name) && !item.equals(holder));
    }
}
