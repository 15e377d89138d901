package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakeUser;
import dev.latchkey.fake.connectware.IssuedToken;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Users, roles, permissions and tokens, administered at a server; the shape of its answers is the subclass's. */
abstract class DirectoryStory {
    private static final String PASSWORD = "secret-" + SecretLeaks.MARKER;
    private static final String NEXT = "next-" + SecretLeaks.MARKER;
    private static final String LOGIN = "/api/login";
    private static final Permission READ = Permission.of("/api/data", PermissionOperation.READ, PermissionContext.HTTP);

    @Fake
    final FakeConnectware fake = FakeConnectware.withAdmin("admin", PASSWORD);

    private final boolean sane;
    private ConnectwareClient client;

    DirectoryStory(boolean sane) {
        this.sane = sane;
    }

    @BeforeEach
    void open() {
        fake.settings().saneShapes(sane).secretMarker(SecretLeaks.MARKER);
        client = client("admin").tokenIdParameter("tokenId").build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aUserIsCreatedChangedAndFound() {
        Role role = client.roles()
                .create(NewRole.builder("operator")
                        .shared(true)
                        .permission(READ)
                        .build())
                .execute();
        String roleId = Objects.requireNonNull(role.id());
        User created = client.users()
                .create(jane().mqttPublishPrefix("floor/1")
                        .role(roleId)
                        .enforceMfaEnrollment(true)
                        .build())
                .execute();
        String id = Objects.requireNonNull(created.id());

        User read = client.users().get(id).execute();
        assertThat(read).isEqualTo(created);
        assertThat(read.username()).isEqualTo("jane");
        assertThat(read.mqttPublishPrefix()).isEqualTo("floor/1");
        assertThat(read.mfaIsEnrolled()).isFalse();
        assertThat(read.enforceMfaEnrollment()).isTrue();
        assertThat(read.grantTypes()).containsExactly(new GrantType(GrantMethod.PASSWORD, true));
        assertThat(read.roles()).singleElement().satisfies(has -> {
            assertThat(has.name()).isEqualTo("operator");
            assertThat(has.isShared()).isTrue();
            assertThat(has.permissions()).extracting(Permission::resource).containsExactly("/api/data");
        });

        User updated = client.users()
                .update(
                        id,
                        UserUpdate.builder()
                                .mqttPublishPrefix("floor/2")
                                .password(NEXT)
                                .build())
                .execute();
        assertThat(updated.mqttPublishPrefix()).isEqualTo("floor/2");
        assertThat(updated.roles()).hasSize(1);
        assertThat(client.users().list(UserQuery.builder().username("jane").build()).stream()
                        .map(User::username))
                .containsExactly("jane");
        assertThat(client.auth().login("jane", NEXT).execute()).isInstanceOf(LoginOutcome.Done.class);
    }

    @Test
    void rolesAndCertificatesOfAUserComeAndGo() {
        String id = create(jane().build());
        String roleId = Objects.requireNonNull(client.roles()
                .create(NewRole.builder("operator").build())
                .execute()
                .id());

        client.users().addRole(id, roleId).execute();
        client.users().addCertificate(id, "AA:BB").execute();
        User with = client.users().get(id).execute();
        assertThat(with.roles()).extracting(Role::id).contains(roleId);
        assertThat(with.certificates()).extracting(UserCertificate::fingerprint).containsExactly("AA:BB");

        client.users().removeRole(id, roleId).execute();
        client.users().removeCertificate(id, "AA:BB").execute();
        User without = client.users().get(id).execute();
        assertThat(without.roles()).extracting(Role::id).doesNotContain(roleId);
        assertThat(without.certificates()).isEmpty();
    }

    @Test
    void manyUsersAreCreatedAndReadPageByPage() {
        List<NewUser> batch = Stream.iterate(1, n -> n + 1)
                .limit(20)
                .map(n -> NewUser.withPassword("batch-" + n, PASSWORD).build())
                .toList();
        assertThat(client.users().createBatch(batch).execute()).hasSize(20);
        for (int n = 0; n < 229; n++) {
            fake.users().add(FakeUser.builder("user-" + n).password(PASSWORD).build());
        }

        UserPage first = client.users().list(UserQuery.all()).page(1).execute();
        assertThat(first.pagination().totalRows()).isEqualTo(250);
        assertThat(first.pagination().totalPages()).isEqualTo(3);
        int pages = fake.journal().count("GET", "/api/listUsers");
        try (Stream<User> users = client.users().list(UserQuery.all()).stream()) {
            assertThat(users.map(User::username)).hasSize(250).doesNotHaveDuplicates();
        }
        assertThat(fake.journal().count("GET", "/api/listUsers") - pages).isEqualTo(3);
    }

    @Test
    void rolesAndTheirPermissionsAreAdministered() {
        String id = Objects.requireNonNull(client.roles()
                .create(NewRole.builder("operator").shared(true).build())
                .execute()
                .id());
        client.roles().addPermission(id, READ).execute();
        Permission added = client.roles().listPermissions(id).execute().get(0);
        String permissionId = Objects.requireNonNull(added.id());
        assertThat(client.roles().getPermission(id, permissionId).execute()).isEqualTo(added);

        client.roles()
                .updatePermission(
                        id,
                        permissionId,
                        PermissionUpdate.builder()
                                .operation(PermissionOperation.READ_WRITE)
                                .build())
                .execute();
        assertThat(client.roles().getPermission(id, permissionId).execute().operation())
                .isEqualTo(PermissionOperation.READ_WRITE);

        client.roles().update(id, RoleUpdate.builder().name("engineer").build()).execute();
        assertThat(client.roles().get(id).execute().name()).isEqualTo("engineer");
        assertThat(client.roles().list("engineer").execute())
                .extracting(Role::id)
                .containsExactly(id);
        assertThat(client.roles().page(RoleQuery.builder().name("engineer").build()).stream())
                .singleElement()
                .satisfies(role -> {
                    assertThat(role.isShared()).isTrue();
                    assertThat(role.autoGenerated()).isFalse();
                });
        assertThat(client.permissions().listIds().execute())
                .filteredOn(ids -> "/api/data".equals(ids.resource()))
                .singleElement()
                .satisfies(ids -> assertThat(ids.ids()).contains(permissionId));
        assertThat(client
                        .permissions()
                        .page(PermissionQuery.builder().id(permissionId).build())
                        .stream())
                .singleElement()
                .satisfies(used -> assertThat(used.usage()).singleElement().satisfies(use -> {
                    assertThat(use.roleId()).isEqualTo(id);
                    assertThat(use.roleShared()).contains(true);
                }));
    }

    @Test
    void theOwnPasswordIsChangedAndTheSessionGoesOn() {
        client.auth().session().execute();
        client.users().changePassword(PASSWORD, NEXT).execute();
        assertThat(client.auth().session().execute().username()).isEqualTo("admin");
        assertThatThrownBy(() -> client.users().changePassword(PASSWORD, NEXT).execute())
                .isInstanceOf(dev.latchkey.core.ApiException.class)
                .hasMessageNotContaining(SecretLeaks.MARKER);
    }

    @Test
    void oneTokenIsRevokedAndTheOthersLiveOn() {
        String id = create(jane().build());
        IssuedToken kept = fake.logIn("jane");
        fake.clock().advance(java.time.Duration.ofSeconds(1));
        IssuedToken revoked = fake.logIn("jane");
        List<TokenInfo> tokens = client.users().listTokens(id).execute();
        assertThat(tokens).hasSize(2);

        TokenInfo last = tokens.stream()
                .max(java.util.Comparator.comparing(
                        token -> token.createdInstant().orElseThrow()))
                .orElseThrow();
        client.users()
                .deleteToken(id, Objects.requireNonNull(last.fingerprint()))
                .execute();

        assertThat(fake.isTokenAlive(revoked.token())).isFalse();
        assertThat(fake.isTokenAlive(kept.token())).isTrue();
        client.users().deleteAllTokens(id).execute();
        assertThat(fake.isTokenAlive(kept.token())).isFalse();
    }

    @Test
    void aMisnamedParameterDeletesAllAndIsRefusedWithoutAName() {
        String id = create(jane().build());
        IssuedToken first = fake.logIn("jane");
        fake.logIn("jane");
        String fingerprint = Objects.requireNonNull(
                client.users().listTokens(id).execute().get(0).fingerprint());
        fake.settings().tokenIdParameter("fingerprint");

        try (ConnectwareClient unnamed = client("admin").build()) {
            assertThatThrownBy(() -> unnamed.users().deleteToken(id, fingerprint))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("tokenIdParameter(");
        }
        assertThat(fake.isTokenAlive(first.token())).isTrue();

        client.users().deleteToken(id, fingerprint).execute();
        assertThat(client.users().listTokens(id).execute()).isEmpty();
    }

    @Test
    void aRevokedSessionLogsInAgainOnce() {
        client.auth().session().execute();
        int logins = fake.journal().count("POST", LOGIN);
        client.users().deleteAllTokens(fake.users().id("admin")).execute();

        assertThat(client.auth().session().execute().username()).isEqualTo("admin");
        assertThat(fake.journal().count("POST", LOGIN) - logins).isEqualTo(1);
    }

    @Test
    void whatTheServerRefusesIsTyped() {
        create(jane().build());
        assertThatThrownBy(() -> create(jane().build())).isInstanceOf(ConflictException.class);
        client.roles().create(NewRole.builder("operator").build()).execute();
        assertThatThrownBy(() -> client.roles()
                        .create(NewRole.builder("operator").build())
                        .execute())
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> create(NewUser.withPassword("bob", PASSWORD)
                        .role("no-such-role")
                        .build()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> create(NewUser.withPassword("carl", "four").build()))
                .isInstanceOf(BadRequestException.class);
        assertThatThrownBy(() -> client.users().get("no-such-user").execute()).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.users()
                        .deleteToken(fake.users().id("jane"), "no-such-token")
                        .execute())
                .isInstanceOf(NotFoundException.class);
        try (ConnectwareClient nobody =
                ConnectwareClient.builder().baseUrl(fake.baseUrl()).build()) {
            assertThatThrownBy(() -> nobody.users().get("1").execute()).isInstanceOf(SessionExpiredException.class);
        }
    }

    private String create(NewUser user) {
        return Objects.requireNonNull(client.users().create(user).execute().id());
    }

    private ConnectwareClientBuilder client(String user) {
        return ConnectwareClient.builder().baseUrl(fake.baseUrl()).credentials(user, PASSWORD);
    }

    private static NewUser.Builder jane() {
        return NewUser.withPassword("jane", PASSWORD);
    }
}
