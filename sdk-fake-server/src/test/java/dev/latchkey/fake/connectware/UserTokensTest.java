package dev.latchkey.fake.connectware;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.fake.Client.Answer;
import dev.latchkey.fake.Tested;
import dev.latchkey.fake.internal.Sha256;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserTokensTest {
    @Tested
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");

    private Api admin;
    private String path;
    private IssuedToken first;
    private IssuedToken second;

    @BeforeEach
    void logJaneInTwice() {
        admin = Api.of(fake, "admin");
        path = "/api/users/" + fake.users().add(FakeUser.builder("jane").build()) + "/tokens";
        first = fake.logIn("jane");
        second = fake.logIn("jane");
    }

    @Test
    void tokensAreListedByTheirFingerprintsWithoutIdOrValue() throws Exception {
        Answer list = admin.get(path);

        Map<String, Object> row = Api.objects(list.json()).get(0);
        assertThat(row.keySet()).containsExactly("fingerprint", "createdAt", "expiresAt", "label");
        assertThat(row)
                .containsEntry("fingerprint", Sha256.hex(first.token()))
                .containsEntry("fingerprint", first.fingerprint())
                .containsEntry("expiresAt", Views.date(first.expiresAt()));
        assertThat(list.body()).doesNotContain(first.token());
        assertThat(admin.get(path.replace("/tokens", "")).members()).containsEntry("tokens", list.json());
    }

    @Test
    void anExpiredTokenIsNotListed() throws Exception {
        fake.clock().advance(Duration.ofHours(6));
        IssuedToken third = fake.logIn("jane");
        admin = Api.of(fake, "admin");
        fake.clock().advance(Duration.ofHours(7));

        assertThat(Api.each(admin.get(path).json(), "fingerprint")).containsExactly(third.fingerprint());
    }

    @Test
    void oneTokenIsDeletedByItsFingerprint() throws Exception {
        Answer deleted = admin.delete(path + "?tokenId=" + first.fingerprint(), null);

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.body()).isEmpty();
        assertThat(admin.with(first.token()).get("/api/session").status()).isEqualTo(401);
        assertThat(admin.with(second.token()).get("/api/session").status()).isEqualTo(200);
    }

    @Test
    void withoutAParameterAllTokensOfThisUserAreDeleted() throws Exception {
        assertThat(admin.delete(path, null).status()).isEqualTo(200);

        assertThat(fake.isTokenAlive(first.token())).isFalse();
        assertThat(fake.isTokenAlive(second.token())).isFalse();
        assertThat(admin.get("/api/session").status()).isEqualTo(200);
        assertThat(admin.delete(path, null).status()).as("there are none left").isEqualTo(200);
    }

    @Test
    void aMisnamedParameterDeletesAllTokens() throws Exception {
        assertThat(admin.delete(path + "?id=" + first.fingerprint(), null).status())
                .isEqualTo(200);

        assertThat(fake.isTokenAlive(second.token())).isFalse();
    }

    @Test
    void theParameterMayHaveAnotherName() throws Exception {
        fake.settings().tokenIdParameter("id");

        assertThat(admin.delete(path + "?id=" + first.fingerprint(), null).status())
                .isEqualTo(200);
        assertThat(fake.isTokenAlive(first.token())).isFalse();
        assertThat(fake.isTokenAlive(second.token())).isTrue();

        assertThat(admin.delete(path + "?tokenId=x", null).status()).isEqualTo(200);
        assertThat(fake.isTokenAlive(second.token())).isFalse();
    }

    @Test
    void anUnknownTokenIdIs404AndDeletesNothing() throws Exception {
        String tokenOfAnother = fake.logIn("admin").fingerprint();

        assertThat(admin.delete(path + "?tokenId=none", null).status()).isEqualTo(404);
        assertThat(admin.delete(path + "?tokenId=", null).status()).isEqualTo(404);
        assertThat(admin.delete(path + "?tokenId=" + tokenOfAnother, null).status())
                .isEqualTo(404);

        assertThat(fake.liveSessions()).isEqualTo(4);
    }

    @Test
    void anUnknownUserIs404() throws Exception {
        assertThat(admin.get("/api/users/none/tokens").status()).isEqualTo(404);
        assertThat(admin.delete("/api/users/none/tokens", null).status()).isEqualTo(404);
    }

    @Test
    void anEmptyAnswerMayBe204() throws Exception {
        fake.settings().emptyAnswerStatus(204);

        Answer deleted = admin.delete(path, null);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
    }
}
