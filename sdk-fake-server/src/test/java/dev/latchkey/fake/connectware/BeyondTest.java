package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Tested;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the vendor's auth page does not have. */
class BeyondTest {
    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private Api admin;
    private String role;
    private String jane;

    @BeforeEach
    void addJane() {
        admin = Api.of(fake, "admin");
        role = fake.addRole(FakeRole.of(
                "operators", FakePermission.of("plant/#", "read", "mqtt").withId("one")));
        jane = fake.users()
                .add(FakeUser.builder("jane")
                        .password("her-password")
                        .role(role)
                        .permission(FakePermission.of("own/#", "read", "mqtt"))
                        .build());
    }

    @Test
    void usersAreListedByNameAndById() throws Exception {
        assertThat(admin.get("/api/users/usernames").json()).isEqualTo(List.of("admin", "jane"));
        assertThat(admin.get("/api/users/ids").body()).contains("\"" + jane + "\"");
    }

    @Test
    void aDeletedUserHasNoTokens() throws Exception {
        String token = fake.logIn("jane").token();

        assertThat(admin.delete("/api/users/" + jane, null).status()).isEqualTo(200);

        assertThat(admin.delete("/api/users/" + jane, null).text("code")).isEqualTo("NotFound");
        assertThat(admin.with(token).get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void oneselfAndTheLastAdministratorMayStay() throws Exception {
        String me = (String) ((List<?>) admin.get("/api/users/ids").json()).get(0);
        fake.settings().oneselfStays(true).lastAdministratorStays(true);

        assertThat(admin.delete("/api/users/" + me, null).status()).isEqualTo(403);
        fake.settings().oneselfStays(false);
        assertThat(admin.delete("/api/users/" + me, null).status()).isEqualTo(403);
        assertThat(admin.delete("/api/users/" + jane, null).status()).isEqualTo(200);
        fake.settings().lastAdministratorStays(false);
        assertThat(admin.delete("/api/users/" + me, null).status()).isEqualTo(200);
    }

    @Test
    void rolesAndTheirPermissionsAreDeleted() throws Exception {
        String permission = "/api/roles/" + role + "/permissions/one";
        assertThat(admin.delete(permission, null).status()).isEqualTo(200);
        assertThat(admin.delete(permission, null).status()).isEqualTo(404);

        for (Object id : Api.each(admin.get("/api/users/" + jane).members().get("roles"), "id")) {
            assertThat(admin.delete("/api/roles/" + id, null).status()).isEqualTo(200);
            assertThat(admin.delete("/api/roles/" + id, null).status()).isEqualTo(404);
        }
        assertThat(admin.get("/api/users/" + jane).members().get("roles")).isEqualTo(List.of());
    }

    @Test
    void settingsAreWhatTheTestSays() throws Exception {
        Api guest = Api.guest(fake);
        fake.settings()
                .ldap(Map.of("url", "ldaps://example"))
                .mfaConfiguration(Map.of("enabled", false))
                .entra(Map.of("enabled", true));

        assertThat(admin.get("/api/auth/ldap").members()).isEqualTo(Map.of("url", "ldaps://example"));
        assertThat(admin.get("/api/auth/mfa").members()).isEqualTo(Map.of("enabled", false));
        assertThat(guest.get("/api/auth/msEntraId").members()).isEqualTo(Map.of("enabled", true));
        assertThat(guest.get("/api/auth/ldap").status()).isEqualTo(401);
    }

    @Test
    void aBackupRunsAlone() throws Exception {
        assertThat(admin.post("/api/maintenance/db/backup", null).status()).isEqualTo(202);
        assertThat(admin.post("/api/maintenance/db/backup", null).status()).isEqualTo(409);

        fake.clock().advance(Duration.ofSeconds(10));

        assertThat(admin.get("/api/maintenance/db").members()).containsEntry("running", false);
        assertThat(admin.post("/api/maintenance/db/backup", null).status()).isEqualTo(202);
    }
}
