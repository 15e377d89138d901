package dev.latchkey.connectware;

import dev.latchkey.testsupport.OperationCase;
import java.time.Duration;
import java.util.List;

/** Logins, second factors, devices, certificates, broker and maintenance. */
final class DeviceCases {
    private static final Permission READ_TEXT =
            new Permission("text", "text", PermissionOperation.READ, PermissionContext.HTTP);

    private DeviceCases() {}

    static List<OperationCase<ConnectwareClient>> all() {
        return List.of(
                login(),
                session(),
                enable(),
                validate(),
                secondStep(),
                disable(),
                regenerate(),
                register(),
                listRegistrations(),
                openRegistry(),
                confirm(),
                listCertificates(),
                upload(),
                content(),
                authEnhanced(),
                dbStatus(),
                restoreDb());
    }

    private static OperationCase<ConnectwareClient> login() {
        return OperationCase.of(
                "connectware.auth.login",
                (ConnectwareClient client) -> client.auth()
                        .login(LoginRequest.builder("text", "text")
                                .expireTimeInHours(1)
                                .label("text")
                                .build()),
                (LoginOutcome outcome) -> DeviceJson.of(outcome.result()));
    }

    private static OperationCase<ConnectwareClient> session() {
        return OperationCase.of(
                "connectware.auth.session",
                (ConnectwareClient client) -> client.auth().session(),
                Written::session);
    }

    private static OperationCase<ConnectwareClient> enable() {
        return OperationCase.of(
                "connectware.mfa.enable",
                (ConnectwareClient client) -> client.mfa().enable(),
                DeviceJson::of);
    }

    private static OperationCase<ConnectwareClient> validate() {
        return OperationCase.of(
                "connectware.mfa.validate",
                (ConnectwareClient client) -> client.mfa().validate("text"),
                DeviceJson::of);
    }

    private static OperationCase<ConnectwareClient> secondStep() {
        return OperationCase.of(
                        "connectware.mfa.login",
                        (ConnectwareClient client) -> client.mfa().login("text", "text", MfaCode.otp("text")),
                        DeviceJson::of)
                .sending("{\"username\":\"text\",\"otp\":\"text\",\"secret\":\"text\"}")
                .withoutSession();
    }

    private static OperationCase<ConnectwareClient> disable() {
        return OperationCase.silent(
                        "connectware.mfa.disable",
                        (ConnectwareClient client) -> client.mfa().disable(MfaCode.otp("text")))
                .sending("{\"otp\":\"text\"}");
    }

    private static OperationCase<ConnectwareClient> regenerate() {
        return OperationCase.of(
                        "connectware.mfa.regenerateBackupCodes",
                        (ConnectwareClient client) -> client.mfa().regenerateBackupCodes(MfaCode.backupCode("text")),
                        DeviceJson::of)
                .sending("{\"backupCode\":\"text\"}");
    }

    private static OperationCase<ConnectwareClient> register() {
        return OperationCase.of(
                "connectware.clientRegistry.register",
                (ConnectwareClient client) -> client.clientRegistry()
                        .register(NewRegistration.builder("iot.device.0123456")
                                .password("secret-password")
                                .signingRequest(SigningRequest.pem(Samples.REQUEST_PEM))
                                .role("manufacturer.iotModule.simpleRole")
                                .permission(READ_TEXT)
                                .context("IoT Device Serial Number <0123456>")
                                .build()),
                DeviceJson::of);
    }

    private static OperationCase<ConnectwareClient> listRegistrations() {
        return OperationCase.of(
                "connectware.clientRegistry.list",
                (ConnectwareClient client) -> client.clientRegistry().list(),
                DeviceJson::ofRegistrations);
    }

    private static OperationCase<ConnectwareClient> openRegistry() {
        return OperationCase.silent(
                "connectware.clientRegistry.open",
                (ConnectwareClient client) -> client.clientRegistry().open(Duration.ofSeconds(30)));
    }

    private static OperationCase<ConnectwareClient> confirm() {
        return OperationCase.of(
                "connectware.clientRegistry.confirm",
                (ConnectwareClient client) -> client.clientRegistry()
                        .confirm(RegistrationConfirmation.builder("text")
                                .mqttPublishPrefix("text")
                                .grant(new GrantType(GrantMethod.PASSWORD, true))
                                .permission(READ_TEXT)
                                .roleId("text")
                                .build()),
                Written::user);
    }

    private static OperationCase<ConnectwareClient> listCertificates() {
        return OperationCase.of(
                "connectware.certificates.list",
                (ConnectwareClient client) -> client.certificates().list(),
                DeviceJson::ofCertificates);
    }

    private static OperationCase<ConnectwareClient> upload() {
        return OperationCase.of(
                "connectware.certificates.upload",
                (ConnectwareClient client) -> client.certificates().upload(new CertificatePem("text")),
                DeviceJson::ofCertificates);
    }

    private static OperationCase<ConnectwareClient> content() {
        return OperationCase.of(
                        "connectware.certificates.getContent",
                        (ConnectwareClient client) -> client.certificates().getContent("text"),
                        CertificatePem::text)
                .with("id", "text")
                .accepting("*/*")
                .answeredWithText("text");
    }

    private static OperationCase<ConnectwareClient> authEnhanced() {
        return OperationCase.of(
                "connectware.broker.authEnhanced",
                (ConnectwareClient client) -> client.broker()
                        .authEnhanced(
                                EnhancedAuthRequest.builder("text", "text").build()),
                DeviceJson::of);
    }

    private static OperationCase<ConnectwareClient> dbStatus() {
        return OperationCase.of(
                "connectware.maintenance.getDbStatus",
                (ConnectwareClient client) -> client.maintenance().getDbStatus(),
                DeviceJson::of);
    }

    private static OperationCase<ConnectwareClient> restoreDb() {
        return OperationCase.silent(
                        "connectware.maintenance.restoreDb",
                        (ConnectwareClient client) ->
                                client.maintenance().restoreDb(DbBackup.of(new byte[] {1}, "backup")))
                .withUndocumentedBody();
    }
}
