package dev.latchkey.connectware;

import static dev.latchkey.testsupport.JsonTree.object;

import dev.latchkey.core.auth.MfaEnrollment;
import java.util.List;
import java.util.Map;

/** Writes decoded answers back as the JSON that they came from, by their accessors. */
final class DeviceJson {
    private DeviceJson() {}

    static Object of(MfaEnrollment enrollment) {
        String rebuilt = "otpauth://totp/" + enrollment.issuer() + ":" + enrollment.account() + "?issuer="
                + enrollment.issuer() + "&secret=" + enrollment.secret() + "&algorithm=" + enrollment.algorithm()
                + "&digits=" + enrollment.digits() + "&period=" + enrollment.period();
        return object("uri", rebuilt.equals(enrollment.uri()) ? rebuilt : "parts differ");
    }

    static Object of(BackupCodes codes) {
        return object("backupCodes", codes.codes());
    }

    static Object of(LoginResult result) {
        return object(
                "token",
                result.token(),
                "expiresAt",
                result.expiresAt(),
                "permissions",
                Written.all(result.permissions(), Written::permission),
                "needsMfa",
                result.needsMfa(),
                "secret",
                result.secret(),
                "enforceMFAEnrollment",
                result.enforceMfaEnrollment());
    }

    static Object of(Registration outcome) {
        return outcome instanceof Registration.Granted granted
                ? object(
                        "certificate",
                        WirePem.encode(granted.certificate().orElseThrow().text()))
                : outcome;
    }

    /** The permissions of a row are printed as one object. */
    static Object ofRegistrations(List<RegistrationRequest> rows) {
        return rows.stream()
                .map(row -> object(
                        "timestamp",
                        row.timestamp(),
                        "username",
                        row.username(),
                        "credentialType",
                        String.valueOf(row.credentialType()),
                        "roles",
                        row.roles(),
                        "context",
                        row.context(),
                        "permissions",
                        Written.permission(row.permissions().get(0)),
                        "granted",
                        row.granted()))
                .toList();
    }

    static Object ofCertificates(List<CertificateInfo> certificates) {
        return certificates.stream().map(DeviceJson::of).toList();
    }

    private static Object of(CertificateInfo info) {
        Map<String, Object> issuedTo = of(info.issuedTo());
        issuedTo.put("alternativeNames", info.issuedTo().alternativeNames());
        BasicConstraints constraints = info.basicConstraints();
        return object(
                "id",
                info.id(),
                "issuedBy",
                of(info.issuedBy()),
                "issuedTo",
                issuedTo,
                "keyUsage",
                info.keyUsage(),
                "extendedKeyUsage",
                info.extendedKeyUsage(),
                "basicConstraints",
                object("isCA", constraints.isCa(), "pathLength", constraints.pathLength()),
                "issuedOn",
                info.issuedOn(),
                "expiresOn",
                info.expiresOn(),
                "fingerprints",
                object(
                        "sha1",
                        info.fingerprints().sha1(),
                        "sha256",
                        info.fingerprints().sha256()),
                "removable",
                info.removable());
    }

    private static Map<String, Object> of(CertificateName name) {
        return object(
                "commonName",
                name.commonName(),
                "organization",
                name.organization(),
                "organizationalUnit",
                name.organizationalUnit());
    }

    static Object of(EnhancedAuthResult answer) {
        BrokerModifiers modifiers = answer.modifiers();
        return object(
                "result",
                answer.result(),
                "modifiers",
                object(
                        "max_message_size",
                        modifiers.maxMessageSize(),
                        "max_inflight_messages",
                        modifiers.maxInflightMessages(),
                        "retry_interval",
                        modifiers.retryInterval()));
    }

    static Object of(DbStatus status) {
        return object("running", status.running(), "backup", of(status.backup()), "restore", of(status.restore()));
    }

    private static Object of(DbTask task) {
        return object(
                "id",
                task.id(),
                "succeeded",
                task.succeeded(),
                "statusMessage",
                task.statusMessage(),
                "startDate",
                task.startDate(),
                "endDate",
                task.endDate());
    }
}
