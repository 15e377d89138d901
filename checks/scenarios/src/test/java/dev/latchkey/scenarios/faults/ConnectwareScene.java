package dev.latchkey.scenarios.faults;

import static dev.latchkey.scenarios.Secrets.PASSWORD;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.Permission;
import dev.latchkey.connectware.PermissionContext;
import dev.latchkey.connectware.PermissionOperation;
import dev.latchkey.fake.connectware.FakeCertificate;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakePermission;
import dev.latchkey.fake.connectware.FakeRole;
import dev.latchkey.fake.connectware.FakeUser;

/** What the calls of Connectware find at the fake: another user, a role with a permission. */
final class ConnectwareScene {
    static final String KIM = "kim";
    static final String FINGERPRINT = "aa:bb:cc";
    static final String ROLE_ID = "role-1";
    static final String PERMISSION_ID = "permission-1";
    static final Permission PERMISSION = Permission.of("plant/#", PermissionOperation.READ, PermissionContext.MQTT);

    private ConnectwareScene() {}

    /** The id of a user with a certificate and a role. */
    static String addKim(Scene<FakeConnectware, ConnectwareClient> scene) {
        return scene.fake()
                .users()
                .add(FakeUser.builder(KIM)
                        .password(PASSWORD)
                        .certificate(new FakeCertificate(FINGERPRINT, null, null))
                        .role(addRole(scene))
                        .build());
    }

    /** The id of a role with a permission. */
    static String addRole(Scene<FakeConnectware, ConnectwareClient> scene) {
        return scene.fake()
                .addRole(FakeRole.of(
                                "operators",
                                FakePermission.of("plant/#", "read", "mqtt").withId(PERMISSION_ID))
                        .withId(ROLE_ID));
    }
}
