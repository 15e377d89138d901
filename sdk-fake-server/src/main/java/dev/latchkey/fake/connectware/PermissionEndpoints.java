package dev.latchkey.fake.connectware;

import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.internal.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The permissions of all roles: who has them, and which are alike. */
final class PermissionEndpoints implements Endpoints {
    private final Connectware state;

    PermissionEndpoints(Connectware state) {
        this.state = state;
    }

    @Override
    public void register(Routes routes) {
        routes.authorized("GET", "/api/permissions/page", this::page);
        routes.authorized("GET", "/api/permissions/ids", this::listIds);
    }

    private FakeResponse page(FakeRequest request, Caller caller) {
        Page page = Page.required(request);
        Map<Subject, List<Map<String, @Nullable Object>>> usage = new LinkedHashMap<>();
        for (Role role : state.directory.roles()) {
            for (FakePermission permission : role.permissions()) {
                if (Filters.allows(request, "id[eq]", id(permission))) {
                    usage.computeIfAbsent(Subject.of(permission), any -> new ArrayList<>())
                            .addAll(state.views.usage(permission, role));
                }
            }
        }
        return FakeResponse.json(
                200,
                page.of(
                        List.copyOf(usage.entrySet()),
                        "permissions",
                        entry -> Json.object(
                                "resource", entry.getKey().resource(),
                                "context", entry.getKey().context(),
                                "usage", entry.getValue())));
    }

    private FakeResponse listIds(FakeRequest request, Caller caller) {
        Map<Kind, List<String>> ids = new LinkedHashMap<>();
        for (Role role : state.directory.roles()) {
            for (FakePermission permission : role.permissions()) {
                ids.computeIfAbsent(Kind.of(permission), any -> new ArrayList<>())
                        .add(id(permission));
            }
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        ids.forEach((kind, those) -> rows.add(Json.object(
                "resource", kind.subject().resource(),
                "operation", kind.operation(),
                "context", kind.subject().context(),
                "ids", those)));
        return FakeResponse.json(200, rows);
    }

    /** A permission has an id as soon as it is in a role. */
    private static String id(FakePermission permission) {
        return Objects.requireNonNull(permission.id());
    }

    private record Subject(String resource, String context) {
        static Subject of(FakePermission permission) {
            return new Subject(permission.resource(), permission.context());
        }
    }

    private record Kind(Subject subject, String operation) {
        static Kind of(FakePermission permission) {
            return new Kind(Subject.of(permission), permission.operation());
        }
    }
}
