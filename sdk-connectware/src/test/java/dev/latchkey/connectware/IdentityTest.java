package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakePermission;
import dev.latchkey.fake.connectware.FakeRole;
import dev.latchkey.fake.connectware.FakeUser;
import dev.latchkey.fake.connectware.IssuedToken;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is beyond the vendor's auth page, and what a caller would not expect of it. */
class IdentityTest {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    private static final String BACKUP = "/api/maintenance/db/backup";

    @Fake
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", PASSWORD);

    private ConnectwareClient client;
    private String jane;

    @BeforeEach
    void open() {
        fake.settings().secretMarker(SecretLeaks.MARKER);
        jane = fake.users().add(FakeUser.builder("jane").password(PASSWORD).build());
        client = builder().build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theUsersAreListedByNameAndById() {
        List<String> ids = client.users().ids().execute();

        assertThat(client.users().usernames().execute()).containsExactly("admin", "jane");
        assertThat(ids).hasSize(2).endsWith(jane);
    }

    @Test
    void whatIsSaidToBeIdsIsTakenAsTexts() {
        client.session().login().execute();
        fake.faults().next(Fault.status(200).json("[7, \"jane\", true]"));

        assertThat(client.users().usernames().execute()).containsExactly("7", "jane", "true");
    }

    @Test
    void aDeletedUserIsGoneWithTheTokens() {
        IssuedToken token = fake.logIn("jane");

        client.users().delete(jane).execute();

        assertThat(client.users().usernames().execute()).containsExactly("admin");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.users().delete(jane).execute());
        try (ConnectwareClient ofJane = ConnectwareClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(token.token())
                .build()) {
            assertThatExceptionOfType(UnauthorizedException.class)
                    .isThrownBy(() -> ofJane.users().ids().execute());
        }
    }

    @Test
    void aDeletionWhoseAnswerIsLostFindsNobodyTheSecondTime() {
        client.session().login().execute();
        fake.faults().next(Fault.answerLost());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.users().delete(jane).execute());
        assertThat(client.users().ids().execute()).doesNotContain(jane);
    }

    @Test
    void whoeverDeletesHimselfOrTheLastAdministratorMayBeRefused() {
        String admin = client.users().ids().execute().get(0);
        fake.settings().oneselfStays(true);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.users().delete(admin).execute());
        fake.settings().oneselfStays(false).lastAdministratorStays(true);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.users().delete(admin).execute());

        fake.settings().lastAdministratorStays(false);
        client.users().delete(admin).execute();

        assertThatThrownBy(() -> client.users().ids().execute()).isInstanceOf(ApiException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch", "usernames", "ids", "change-password", " "})
    void aWordOfAnotherPathIsNobodysId(String word) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> client.users().delete(word));
    }

    @Test
    void aDeletedRoleLeavesItsUsers() {
        String role = fake.addRole(FakeRole.of("operators", FakePermission.of("plant/#", "read", "mqtt")));
        String kim = fake.users()
                .add(FakeUser.builder("kim").password(PASSWORD).role(role).build());

        client.roles().delete(role).execute();

        assertThat(client.users().get(kim).execute().roles()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.roles().delete(role).execute());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> client.roles().delete("page"));
    }

    @Test
    void aPermissionIsTakenFromItsRole() {
        String role = fake.addRole(FakeRole.of(
                "operators",
                FakePermission.of("plant/#", "read", "mqtt").withId("one"),
                FakePermission.of("other/#", "read", "mqtt").withId("two")));

        client.roles().deletePermission(role, "one").execute();

        assertThat(client.roles().listPermissions(role).execute())
                .extracting(Permission::id)
                .containsExactly("two");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.roles().deletePermission(role, "one").execute());
    }

    @Test
    void aBackupRunsForAWhileAndAlone() {
        client.maintenance().backup().execute();

        assertThat(client.maintenance().getDbStatus().execute().running()).isTrue();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> client.maintenance().backup().execute());
        fake.clock().advance(Duration.ofSeconds(10));
        DbStatus status = client.maintenance().getDbStatus().execute();
        assertThat(status.running()).isFalse();
        assertThat(Objects.requireNonNull(status.backup()).succeeded()).isTrue();
        assertThat(status.backup().id()).isNotEmpty();
    }

    @Test
    void aBackupWhoseAnswerIsLostIsNotStartedAgain() {
        client.session().login().execute();
        fake.faults().next(Fault.answerLost());

        assertThatThrownBy(() -> client.maintenance().backup().execute())
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.mayHaveBeenDone()).isTrue());
        assertThat(fake.journal().count("POST", BACKUP)).isOne();
        assertThat(fake.database().isRunning()).isTrue();
    }

    @Test
    void settingsAreOpenAndShowNoSecret() {
        fake.settings().ldap(Map.of("enabled", "true", "bindSecret", SecretLeaks.MARKER, "mapping", Map.of("a", "b")));

        AuthSettings ldap = client.auth().ldapSettings().execute();

        assertThat(ldap.enabled()).hasValue(true);
        assertThat(ldap.values())
                .containsEntry("bindSecret", SecretLeaks.MARKER)
                .doesNotContainKey("mapping");
        assertThat(ldap.json()).contains("\"mapping\"");
        assertThat(ldap.toString()).contains("bindSecret").doesNotContain(SecretLeaks.MARKER);
        assertThat(client.auth().ldapSettings().executeForResponse().rawBody()).isNull();
        assertThat(client.auth().mfaSettings().execute().enabled()).hasValue(true);
        fake.settings().mfaConfiguration(Map.of());
        assertThat(client.auth().mfaSettings().execute().enabled()).isEmpty();
    }

    @Test
    void whatIsPublicLogsNobodyIn() {
        fake.settings().entra(Map.of("enabled", true));

        assertThat(client.auth().entraSettings().execute().enabled()).hasValue(true);

        assertThat(fake.journal().count()).isOne();
        assertThat(fake.journal().requests().get(0).header("Authorization")).isNull();
        assertThat(client.session().state()).isNotEqualTo(SessionState.ACTIVE);
    }

    @Test
    void anOperationThatIsElsewhereIsCalledThere() {
        fake.handleAuthorized("DELETE", "/api/v2/people/{id}", request -> FakeResponse.empty(204));
        try (ConnectwareClient elsewhere = builder()
                .operationPath(OperationPath.USER_DELETE, "/api/v2/people/{id}")
                .build()) {
            elsewhere.users().delete(jane).execute();
        }

        assertThat(fake.journal().count("DELETE", "/api/v2/people/{id}")).isOne();
        assertThat(fake.journal().count("DELETE", "/api/users/{id}")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/users/{id}", "/api/users", "/api/{a}/{b}", " "})
    void aPathThatDoesNotFitIsRefused(String path) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> builder().operationPath(OperationPath.USER_DELETE, path));
    }

    private ConnectwareClientBuilder builder() {
        return ConnectwareClient.builder().baseUrl(fake.baseUrl()).credentials("admin", PASSWORD);
    }
}
