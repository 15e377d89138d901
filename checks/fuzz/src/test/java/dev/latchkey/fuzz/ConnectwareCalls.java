package dev.latchkey.fuzz;

import dev.latchkey.connectware.CertificatePem;
import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.DbBackup;
import dev.latchkey.connectware.EnhancedAuthRequest;
import dev.latchkey.connectware.MfaCode;
import dev.latchkey.connectware.NewRegistration;
import dev.latchkey.connectware.NewRole;
import dev.latchkey.connectware.NewUser;
import dev.latchkey.connectware.Permission;
import dev.latchkey.connectware.PermissionContext;
import dev.latchkey.connectware.PermissionOperation;
import dev.latchkey.connectware.PermissionQuery;
import dev.latchkey.connectware.PermissionUpdate;
import dev.latchkey.connectware.RegistrationConfirmation;
import dev.latchkey.connectware.RoleQuery;
import dev.latchkey.connectware.RoleUpdate;
import dev.latchkey.connectware.UserQuery;
import dev.latchkey.connectware.UserUpdate;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.http.RetryPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** All operations of Connectware. */
final class ConnectwareCalls {
    static final Subject<ConnectwareClient> SUBJECT = new Subject<>(
            "connectware",
            network -> ConnectwareClient.builder()
                    .baseUrl(ScriptedNetwork.BASE_URL)
                    .okHttpClient(network)
                    .accessToken(Secrets.TOKEN)
                    .tokenIdParameter("tokenId")
                    .maxBodyBytes(FuzzedAnswer.MAX_BODY)
                    .retries(RetryPolicy.none())
                    .build(),
            calls());

    private static final Permission PERMISSION =
            Permission.of("things", PermissionOperation.READ, PermissionContext.HTTP);

    private ConnectwareCalls() {}

    private static Map<String, Function<ConnectwareClient, ApiCall<?>>> calls() {
        Map<String, Function<ConnectwareClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        users().forEach((name, call) -> calls.put("connectware.users." + name, call));
        roles().forEach((name, call) -> calls.put("connectware.roles." + name, call));
        logins().forEach((name, call) -> calls.put("connectware." + name, call));
        devices().forEach((name, call) -> calls.put("connectware." + name, call));
        beyond().forEach((name, call) -> calls.put("connectware." + name, call));
        return calls;
    }

    private static Map<String, Function<ConnectwareClient, ApiCall<?>>> beyond() {
        Map<String, Function<ConnectwareClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put("users.usernames", client -> client.users().usernames());
        calls.put("users.ids", client -> client.users().ids());
        calls.put("users.delete", client -> client.users().delete("7"));
        calls.put("roles.delete", client -> client.roles().delete("7"));
        calls.put("roles.deletePermission", client -> client.roles().deletePermission("7", "8"));
        calls.put("auth.ldapSettings", client -> client.auth().ldapSettings());
        calls.put("auth.mfaSettings", client -> client.auth().mfaSettings());
        calls.put("auth.entraSettings", client -> client.auth().entraSettings());
        calls.put("maintenance.backup", client -> client.maintenance().backup());
        return calls;
    }

    private static Map<String, Function<ConnectwareClient, ApiCall<?>>> users() {
        Map<String, Function<ConnectwareClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put("create", client -> client.users().create(newUser()));
        calls.put("list", client -> client.users().list(UserQuery.all()).page(1));
        calls.put("createBatch", client -> client.users().createBatch(List.of(newUser())));
        calls.put("changePassword", client -> client.users().changePassword(Secrets.PASSWORD, Secrets.PASSWORD));
        calls.put("get", client -> client.users().get("7"));
        calls.put(
                "update",
                client -> client.users()
                        .update(
                                "7",
                                UserUpdate.builder().password(Secrets.PASSWORD).build()));
        calls.put("listTokens", client -> client.users().listTokens("7"));
        calls.put("deleteTokens", client -> client.users().deleteToken("7", "8"));
        calls.put("addCertificate", client -> client.users().addCertificate("7", "aa:bb"));
        calls.put("removeCertificate", client -> client.users().removeCertificate("7", "aa:bb"));
        calls.put("addRole", client -> client.users().addRole("7", "8"));
        calls.put("removeRole", client -> client.users().removeRole("7", "8"));
        return calls;
    }

    private static NewUser newUser() {
        return NewUser.withPassword("jane", Secrets.PASSWORD).build();
    }

    private static Map<String, Function<ConnectwareClient, ApiCall<?>>> roles() {
        Map<String, Function<ConnectwareClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put(
                "create",
                client -> client.roles().create(NewRole.builder("operators").build()));
        calls.put("list", client -> client.roles().list());
        calls.put("page", client -> client.roles().page(RoleQuery.all()).page(1));
        calls.put("get", client -> client.roles().get("7"));
        calls.put(
                "update",
                client -> client.roles()
                        .update("7", RoleUpdate.builder().shared(true).build()));
        calls.put("listPermissions", client -> client.roles().listPermissions("7"));
        calls.put("addPermission", client -> client.roles().addPermission("7", PERMISSION));
        calls.put("getPermission", client -> client.roles().getPermission("7", "9"));
        calls.put(
                "updatePermission",
                client -> client.roles()
                        .updatePermission("7", "9", PermissionUpdate.builder().build()));
        return calls;
    }

    private static Map<String, Function<ConnectwareClient, ApiCall<?>>> logins() {
        Map<String, Function<ConnectwareClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put("auth.login", client -> client.auth().login("jane", Secrets.PASSWORD));
        calls.put("auth.session", client -> client.auth().session());
        calls.put("mfa.enable", client -> client.mfa().enable());
        calls.put("mfa.validate", client -> client.mfa().validate(Secrets.CODE));
        calls.put("mfa.login", client -> client.mfa().login("jane", Secrets.KEY, MfaCode.otp(Secrets.CODE)));
        calls.put("mfa.disable", client -> client.mfa().disable(MfaCode.otp(Secrets.CODE)));
        calls.put(
                "mfa.regenerateBackupCodes",
                client -> client.mfa().regenerateBackupCodes(MfaCode.backupCode(Secrets.CODE)));
        calls.put(
                "permissions.page",
                client -> client.permissions().page(PermissionQuery.all()).page(1));
        calls.put("permissions.listIds", client -> client.permissions().listIds());
        return calls;
    }

    private static Map<String, Function<ConnectwareClient, ApiCall<?>>> devices() {
        Map<String, Function<ConnectwareClient, ApiCall<?>>> calls = new LinkedHashMap<>();
        calls.put(
                "clientRegistry.register",
                client -> client.clientRegistry()
                        .register(NewRegistration.builder("device")
                                .password(Secrets.PASSWORD)
                                .build()));
        calls.put("clientRegistry.list", client -> client.clientRegistry().list());
        calls.put("clientRegistry.open", client -> client.clientRegistry().open());
        calls.put(
                "clientRegistry.confirm",
                client -> client.clientRegistry()
                        .confirm(RegistrationConfirmation.builder("device").build()));
        calls.put("certificates.list", client -> client.certificates().list());
        calls.put("certificates.upload", client -> client.certificates().upload(new CertificatePem("text")));
        calls.put("certificates.getContent", client -> client.certificates().getContent("7"));
        calls.put(
                "broker.authEnhanced",
                client -> client.broker()
                        .authEnhanced(EnhancedAuthRequest.builder("device", "method")
                                .authenticationData(Secrets.KEY)
                                .build()));
        calls.put("maintenance.getDbStatus", client -> client.maintenance().getDbStatus());
        calls.put(
                "maintenance.restoreDb",
                client -> client.maintenance().restoreDb(DbBackup.of(new byte[] {1}, "backup")));
        return calls;
    }
}
