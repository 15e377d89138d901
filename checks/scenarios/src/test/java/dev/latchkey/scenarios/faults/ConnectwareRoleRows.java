package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.faults.ConnectwareScene.PERMISSION;
import static dev.latchkey.scenarios.faults.ConnectwareScene.PERMISSION_ID;

import dev.latchkey.connectware.NewRole;
import dev.latchkey.connectware.Permission;
import dev.latchkey.connectware.PermissionContext;
import dev.latchkey.connectware.PermissionOperation;
import dev.latchkey.connectware.PermissionQuery;
import dev.latchkey.connectware.PermissionUpdate;
import dev.latchkey.connectware.RoleQuery;
import dev.latchkey.connectware.RoleUpdate;

/** The operations on roles and permissions. */
final class ConnectwareRoleRows {
    private final ConnectwareRows rows;

    ConnectwareRoleRows(ConnectwareRows rows) {
        this.rows = rows;
    }

    void add() {
        rows.add(
                rows.operation("roles.delete", s -> s.client().roles().delete(ConnectwareScene.addRole(s)))
                        .reading(Reads.NOTHING),
                rows.operation(
                                "roles.deletePermission",
                                s -> s.client()
                                        .roles()
                                        .deletePermission(ConnectwareScene.addRole(s), ConnectwareScene.PERMISSION_ID))
                        .reading(Reads.NOTHING),
                rows.operation(
                        "roles.create",
                        s -> s.client()
                                .roles()
                                .create(NewRole.builder("readers")
                                        .permission(PERMISSION)
                                        .build())),
                rows.operation("roles.list", s -> s.client().roles().list()),
                rows.operation(
                        "roles.page",
                        s -> s.client()
                                .roles()
                                .page(RoleQuery.builder().rowsPerPage(5).build())
                                .page(1)),
                rows.operation("roles.get", s -> s.client().roles().get(ConnectwareScene.addRole(s))),
                rows.operation(
                        "roles.update",
                        s -> s.client()
                                .roles()
                                .update(
                                        ConnectwareScene.addRole(s),
                                        RoleUpdate.builder().name("writers").build())),
                rows.operation(
                        "roles.listPermissions", s -> s.client().roles().listPermissions(ConnectwareScene.addRole(s))),
                rows.operation(
                                "roles.addPermission",
                                s -> s.client()
                                        .roles()
                                        .addPermission(
                                                ConnectwareScene.addRole(s),
                                                Permission.of(
                                                        "plant/1", PermissionOperation.WRITE, PermissionContext.MQTT)))
                        .reading(Reads.NOTHING),
                rows.operation(
                        "roles.getPermission",
                        s -> s.client().roles().getPermission(ConnectwareScene.addRole(s), PERMISSION_ID)),
                rows.operation(
                                "roles.updatePermission",
                                s -> s.client()
                                        .roles()
                                        .updatePermission(
                                                ConnectwareScene.addRole(s),
                                                PERMISSION_ID,
                                                PermissionUpdate.builder()
                                                        .resource("plant/2")
                                                        .build()))
                        .reading(Reads.NOTHING),
                rows.operation(
                        "permissions.page",
                        s -> s.client()
                                .permissions()
                                .page(PermissionQuery.builder().rowsPerPage(5).build())
                                .page(1)),
                rows.operation(
                        "permissions.listIds", s -> s.client().permissions().listIds()));
    }
}
