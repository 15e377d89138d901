package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchkey.core.ApiCall;
import dev.latchkey.core.ApiException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** How each operation is repeated after an outage, and after a token that is refused. */
class RepetitionTest {
    private static final List<Operation> OPERATIONS = List.of(
            again("session", client -> client.auth().session()),
            again("users.list", client -> client.users().list(UserQuery.all()).page(1)),
            again("users.get", client -> client.users().get("1")),
            again(
                    "users.update",
                    client -> client.users()
                            .update("1", UserUpdate.builder().disableMfa(true).build())),
            again("users.listTokens", client -> client.users().listTokens("1")),
            again("users.deleteAllTokens", client -> client.users().deleteAllTokens("1")),
            again("users.deleteToken", client -> client.users().deleteToken("1", "2")),
            again("users.removeCertificate", client -> client.users().removeCertificate("1", "aa")),
            again("users.removeRole", client -> client.users().removeRole("1", "2")),
            again("roles.list", client -> client.roles().list()),
            again("roles.page", client -> client.roles().page(RoleQuery.all()).page(1)),
            again("roles.get", client -> client.roles().get("1")),
            again(
                    "roles.update",
                    client -> client.roles()
                            .update("1", RoleUpdate.builder().name("other").build())),
            again("roles.listPermissions", client -> client.roles().listPermissions("1")),
            again("roles.getPermission", client -> client.roles().getPermission("1", "2")),
            again(
                    "roles.updatePermission",
                    client -> client.roles()
                            .updatePermission(
                                    "1",
                                    "2",
                                    PermissionUpdate.builder().resource("a").build())),
            again(
                    "permissions.page",
                    client -> client.permissions().page(PermissionQuery.all()).page(1)),
            again("permissions.listIds", client -> client.permissions().listIds()),
            once("users.create", client -> client.users().create(UserCases.newUser())),
            once("users.createBatch", client -> client.users().createBatch(List.of(UserCases.newUser()))),
            once("users.addCertificate", client -> client.users().addCertificate("1", "aa")),
            once("users.addRole", client -> client.users().addRole("1", "2")),
            once(
                    "roles.create",
                    client -> client.roles().create(NewRole.builder("operators").build())),
            once("roles.addPermission", client -> client.roles().addPermission("1", UserCases.permission())),
            new Operation(
                    "users.changePassword",
                    1,
                    1,
                    client -> client.users().changePassword("old-password", "new-password")));

    @TestFactory
    Stream<DynamicTest> afterAnOutage() {
        return OPERATIONS.stream()
                .map(operation -> dynamicTest(
                        operation.name(), () -> requireRequests(operation, 503, operation.afterAnOutage())));
    }

    @TestFactory
    Stream<DynamicTest> afterARefusedToken() {
        return OPERATIONS.stream()
                .map(operation -> dynamicTest(
                        operation.name(), () -> requireRequests(operation, 401, operation.afterARefusal())));
    }

    /** Every answer but the first is another failure, which ends the call. */
    private static void requireRequests(Operation operation, int status, int expected) throws Exception {
        int[] count = {0};
        try (ScriptedServer server = new ScriptedServer(request -> answer(count[0]++, status));
                ConnectwareClient client =
                        server.client().tokenIdParameter("tokenId").build()) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> operation.call().apply(client).execute())
                    .satisfies(e -> assertThat(e.status()).hasValue(expected == 1 ? status : 404));
            assertThat(server.requests()).hasSize(expected);
            assertThat(server.logins()).isEqualTo(status == 401 && expected == 2 ? 2 : 1);
        }
    }

    private static MockResponse answer(int index, int first) {
        return ScriptedServer.status(index == 0 ? first : 404);
    }

    private static Operation again(String name, Function<ConnectwareClient, ApiCall<?>> call) {
        return new Operation(name, 2, 2, call);
    }

    private static Operation once(String name, Function<ConnectwareClient, ApiCall<?>> call) {
        return new Operation(name, 1, 2, call);
    }

    private record Operation(
            String name, int afterAnOutage, int afterARefusal, Function<ConnectwareClient, ApiCall<?>> call) {}
}
