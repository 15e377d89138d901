package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Certificates and roles, which are taken away by a DELETE with a body. */
class UserBelongingsTest {
    private static final Map<String, String> CERTIFICATE = Map.of("fingerprint", "ab:cd");

    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private Api admin;
    private String jane;

    @BeforeEach
    void addJane() {
        admin = Api.of(fake, "admin");
        jane = "/api/users/" + fake.users().add(FakeUser.builder("jane").build());
    }

    @Test
    void aCertificateIsAddedOnceAndTakenAway() throws Exception {
        Answer added = admin.post(jane + "/certificates", CERTIFICATE);

        assertThat(added.status()).isEqualTo(201);
        assertThat(added.body()).isEmpty();
        assertThat(admin.post(jane + "/certificates", CERTIFICATE).status()).isEqualTo(201);
        assertThat(Api.each(admin.get(jane).members().get("certificates"), "fingerprint"))
                .containsExactly("ab:cd");

        assertThat(admin.delete(jane + "/certificates", CERTIFICATE).status()).isEqualTo(200);
        assertThat(admin.get(jane).members().get("certificates").toString()).isEqualTo("[]");
        assertThat(admin.delete(jane + "/certificates", CERTIFICATE).status()).isEqualTo(404);
    }

    @Test
    void aRoleIsGivenAndTakenAway() throws Exception {
        Map<String, String> role = Map.of("roleId", fake.addRole(FakeRole.of("operators")));

        assertThat(admin.post(jane + "/roles", role).status()).isEqualTo(201);
        assertThat(admin.post(jane + "/roles", role).status()).isEqualTo(201);
        assertThat(Api.each(admin.get(jane).members().get("roles"), "name")).containsExactly("operators");

        assertThat(admin.delete(jane + "/roles", role).status()).isEqualTo(200);
        assertThat(Api.each(admin.get(jane).members().get("roles"), "name")).isEmpty();
        assertThat(admin.delete(jane + "/roles", role).status()).isEqualTo(404);
        assertThat(admin.get("/api/roles/" + role.get("roleId")).status()).isEqualTo(200);
    }

    @Test
    void theRoleOfTheUsersOwnEndsWhenItIsTakenAway() throws Exception {
        admin.put(jane, Map.of("permissions", List.of(Api.permission("plant/#"))));
        Object own = Api.each(admin.get(jane).members().get("roles"), "id").get(0);

        assertThat(admin.delete(jane + "/roles", Map.of("roleId", own)).status())
                .isEqualTo(200);

        assertThat(admin.get("/api/roles/" + own).status()).isEqualTo(404);
    }

    @Test
    void theOwnRoleOfARemovedUserEndsForAllWhoHaveIt() throws Exception {
        admin.put(jane, Map.of("permissions", List.of(Api.permission("plant/#"))));
        Object own = Api.each(admin.get(jane).members().get("roles"), "id").get(0);
        String joe = "/api/users/"
                + fake.users().add(FakeUser.builder("joe").role((String) own).build());

        fake.users().remove("jane");

        assertThat(admin.get(joe).members().get("roles").toString()).isEqualTo("[]");
    }

    @Test
    void whatIsMissingIs400AndWhatIsUnknown404() throws Exception {
        assertThat(admin.post(jane + "/certificates", Map.of()).status()).isEqualTo(400);
        assertThat(admin.delete(jane + "/certificates", null).status()).isEqualTo(400);
        assertThat(admin.post(jane + "/roles", Map.of("roleId", "")).status()).isEqualTo(400);
        assertThat(admin.delete(jane + "/roles", Map.of("roleId", 7)).status()).isEqualTo(400);
        assertThat(admin.post(jane + "/roles", Map.of("roleId", "none")).status())
                .isEqualTo(404);
        assertThat(admin.post("/api/users/none/certificates", CERTIFICATE).status())
                .isEqualTo(404);
    }
}
