package dev.latchkey.fake.connectware;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes users of pending requests. To be used with the fake's state to oneself. */
final class Confirmations {
    private final Connectware state;
    private final ClientRegistry registry;
    private final TestAuthority authority;

    Confirmations(Connectware state, ClientRegistry registry, TestAuthority authority) {
        this.state = state;
        this.registry = registry;
        this.authority = authority;
    }

    /**
     * Grants a request. The user gets its credentials, and its permissions unless there are others in the confirmation.
     *
     * @throws Problem 404 if no such request is pending or a role does not exist, 409 if the name has been taken since
     */
    User confirm(Confirmation confirmation) {
        Registration request = registry.requirePending(confirmation.username());
        SigningRequest csr = request.credentials().csr();
        X509Certificate certificate = csr == null ? null : authority.sign(csr);
        User user = state.directory.create(user(request, confirmation, certificate));
        registry.grant(request, certificate);
        return user;
    }

    private FakeUser user(Registration request, Confirmation confirmation, @Nullable X509Certificate certificate) {
        FakeUser.Builder user = FakeUser.builder(request.username())
                .password(request.credentials().password())
                .mqttPublishPrefix(confirmation.mqttPublishPrefix());
        List<FakeGrant> grants = confirmation.grants();
        (grants == null ? grants(request.credentials()) : grants)
                .forEach(grant -> user.grant(grant.method(), grant.required()));
        List<FakePermission> permissions = confirmation.permissions();
        (permissions == null ? request.permissions() : permissions).forEach(user::permission);
        confirmation.roleIds().forEach(user::role);
        if (certificate != null) {
            user.certificate(new FakeCertificate(
                    CertificateFingerprint.sha256(certificate),
                    Views.date(state.clock.instant()),
                    Views.date(certificate.getNotAfter().toInstant())));
        }
        return user.build();
    }

    /** The ways to log in that the credentials are for; required if there is but one. */
    private static List<FakeGrant> grants(RequestedCredentials credentials) {
        boolean only = credentials.password() == null || credentials.csr() == null;
        List<FakeGrant> grants = new ArrayList<>();
        if (credentials.password() != null) {
            grants.add(new FakeGrant("password", only));
        }
        if (credentials.csr() != null) {
            grants.add(new FakeGrant("certificate", only));
        }
        return grants;
    }
}
