package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The permissions of a role, and those of all roles. */
class PermissionsTest {
    @Tested
    final FakeConnectware fake = FakeConnectware.empty();

    private Api jane;
    private String role;

    @BeforeEach
    void addJaneAndARole() {
        role = fake.addRole(FakeRole.of("operators", new FakePermission("p1", "plant/#", "read", "mqtt")));
        fake.users()
                .add(FakeUser.builder("jane")
                        .id("jane-id")
                        .role(role)
                        .permission(new FakePermission("p2", "plant/#", "write", "mqtt"))
                        .permission(new FakePermission("p3", "plant/#", "read", "mqtt"))
                        .build());
        jane = Api.of(fake, "jane");
    }

    @Test
    void aPermissionIsAddedAndFoundInTheList() throws Exception {
        Answer added = jane.post(path(""), Api.permission("other"));

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body()).isEmpty();
        List<Object> ids = Api.each(jane.get(path("")).json(), "id");
        assertThat(ids).hasSize(2).startsWith("p1");
        assertThat(jane.get(path("/" + ids.get(1))).members())
                .containsEntry("resource", "other")
                .containsEntry("id", ids.get(1));
    }

    @Test
    void aPermissionIsChangedButForItsContext() throws Exception {
        Answer changed = jane.put(path("/p1"), Map.of("resource", "new", "operation", "write", "context", "http"));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isEmpty();
        assertThat(jane.get(path("/p1")).members())
                .isEqualTo(Json.object("id", "p1", "resource", "new", "operation", "write", "context", "mqtt"));
        jane.put(path("/p1"), Map.of("operation", "readWrite"));
        assertThat(jane.get(path("/p1")).members())
                .containsEntry("resource", "new")
                .containsEntry("operation", "readWrite");
    }

    @Test
    void whatIsMissingIs400AndWhatIsUnknown404() throws Exception {
        assertThat(jane.post(path(""), Map.of("resource", "x", "operation", "read"))
                        .status())
                .isEqualTo(400);
        assertThat(jane.put(path("/p1"), Map.of("resource", "")).status()).isEqualTo(400);
        assertThat(jane.get(path("/p2")).status()).as("of another role").isEqualTo(404);
        assertThat(jane.put(path("/none"), Map.of()).status()).isEqualTo(404);
        assertThat(jane.get("/api/roles/none/permissions").status()).isEqualTo(404);
        assertThat(jane.post("/api/roles/none/permissions", Api.permission("x")).status())
                .isEqualTo(404);
    }

    @Test
    void aPageTellsWhoUsesAPermission() throws Exception {
        Answer page = jane.get("/api/permissions/page?rowsPerPage=1&pageNumber=1");

        Map<String, Object> row = Api.objects(page.members().get("permissions")).get(0);
        assertThat(row).containsEntry("resource", "plant/#").containsEntry("context", "mqtt");
        Object own = Api.each(jane.get("/api/users/jane-id").members().get("roles"), "id")
                .get(1);
        assertThat(Api.objects(row.get("usage")))
                .containsExactly(
                        usage("operators", role, "true", null, null, "read"),
                        usage("jane", own, "false", "jane", "jane-id", "write"),
                        usage("jane", own, "false", "jane", "jane-id", "read"));
        assertThat(Json.asObject(page.members().get("pagination")))
                .containsEntry("totalRows", 1L)
                .containsEntry("nextPage", null);
    }

    @Test
    void aSanePageSaysWithABooleanWhetherARoleIsShared() throws Exception {
        fake.settings().saneShapes(true);

        Answer page = jane.get("/api/permissions/page?rowsPerPage=1&pageNumber=1");

        Map<String, Object> row = Api.objects(page.members().get("permissions")).get(0);
        assertThat(Api.each(row.get("usage"), "isRoleShared")).containsExactly(true, false, false);
    }

    @Test
    void aPageIsFilteredByPermissions() throws Exception {
        Answer page = jane.get("/api/permissions/page?rowsPerPage=9&pageNumber=1&id%5Beq%5D=p2&id%5Beq%5D=none");

        Map<String, Object> row = Api.objects(page.members().get("permissions")).get(0);
        assertThat(Api.each(row.get("usage"), "operation")).containsExactly("write");
        assertThat(jane.get("/api/permissions/page?rowsPerPage=9&pageNumber=1&id%5Beq%5D=none")
                        .members())
                .containsEntry("permissions", List.of());
    }

    @Test
    void permissionsThatAreAlikeAreListedTogether() throws Exception {
        assertThat(Api.objects(jane.get("/api/permissions/ids").json()))
                .containsExactly(
                        Json.object(
                                "resource",
                                "plant/#",
                                "operation",
                                "read",
                                "context",
                                "mqtt",
                                "ids",
                                List.of("p1", "p3")),
                        Json.object(
                                "resource", "plant/#", "operation", "write", "context", "mqtt", "ids", List.of("p2")));
    }

    private String path(String rest) {
        return "/api/roles/" + role + "/permissions" + rest;
    }

    private static Map<String, Object> usage(
            String roleName, Object roleId, Object shared, String username, String userId, String operation) {
        return Json.object(
                "roleName", roleName,
                "roleId", roleId,
                "isRoleShared", shared,
                "username", username,
                "userId", userId,
                "operation", operation);
    }
}
