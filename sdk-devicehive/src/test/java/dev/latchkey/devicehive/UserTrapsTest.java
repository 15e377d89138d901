package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.core.TransportException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.http.RetryPolicy;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeNetwork;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.devicehive.TokenPayload;
import dev.latchkey.fake.junit.Fake;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the server does that nobody expects, and what the SDK makes of it. */
class UserTrapsTest {
    private static final long ANN = 15;

    @Fake
    final FakeDeviceHive fake = Marked.fake("admin");

    private final List<DeviceHiveClient> clients = new ArrayList<>();
    private UserOperations users;

    @BeforeEach
    void open() {
        fake.addNetwork(new FakeNetwork(2, "north", "north hall"))
                .addUser(FakeUser.client("ann", Marked.PASSWORD)
                        .id(ANN)
                        .networks(1)
                        .deviceTypes(1, 3)
                        .data("{\"team\": \"north\"}")
                        .introReviewed(true)
                        .build());
        users = client("admin").users();
    }

    @AfterEach
    void close() {
        clients.forEach(DeviceHiveClient::close);
    }

    @Test
    void anUpdateWithoutDataDeletesThemSoThatTheSdkSendsThemAlong() {
        User ann = users.get(ANN).execute();
        users.update(ANN, UserUpdate.of(ann).status(UserStatus.ACTIVE).build()).execute();
        assertThat(users.get(ANN).execute().data()).isEqualTo("{\"team\":\"north\"}");

        users.changePassword(ANN, "another-" + Marked.PASSWORD).execute();
        assertThat(users.get(ANN).execute().data()).isEqualTo("{\"team\":\"north\"}");

        users.update(
                        ANN,
                        UserUpdate.builder()
                                .dropData()
                                .status(UserStatus.ACTIVE)
                                .build())
                .execute();
        User after = users.get(ANN).execute();
        assertThat(after.data()).isNull();
        assertThat(after.introReviewed()).isTrue();
    }

    @Test
    void anUpdateThatSaysNothingOfTheDataIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> UserUpdate.builder().status(UserStatus.DISABLED).build())
                .withMessageContaining("UserUpdate.of(user)");
    }

    @ParameterizedTest
    @CsvSource({"sortOrder, up", "take, -1", "skip, -1"})
    void aQueryThatTheServerNeverAnswersIsEndedByTheCallsLimitAlone(String parameter, String value) {
        fake.settings().unansweredQueries(true);

        assertThatExceptionOfType(CallTimeoutException.class)
                .isThrownBy(() -> raw().request("GET", "/user")
                        .query(parameter, value)
                        .within(Duration.ofMillis(300))
                        .returningText()
                        .execute());

        assertThat(fake.journal().requests("GET", "/api/rest/user"))
                .allMatch(entry -> entry.status() == null)
                .allMatch(entry -> entry.fault().startsWith("the server never answers: "));
    }

    @Test
    void theSameQueryIsCutOffAtOnceWhereTheFakeDoesNotKeepAnybodyWaiting() {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> raw().request("GET", "/user")
                        .query("skip", -1)
                        .returningText()
                        .execute());
    }

    @Test
    void noTypedQueryIsOneOfThem() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> UserQuery.builder().pageSize(0).build())
                .withMessageContaining("Give 1 or more");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NameQuery.builder().pageSize(-1).build());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> users.list(UserQuery.all()).page(0));

        users.list(UserQuery.builder().pageSize(Integer.MAX_VALUE).build())
                .page(2)
                .execute();
        assertThat(fake.journal().requests("GET", "/api/rest/user"))
                .extracting(entry -> entry.target())
                .allMatch(target -> target.endsWith("take=2147483647&skip=2147483647"));
    }

    @Test
    void aLoginIsIgnoredBesideAPatternSoThatBothAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        UserQuery.builder().login("ann").loginPattern("a%").build());
    }

    @Test
    void afterAnAssignmentOnlyTheFirstReadIsRightUntilTheUserIsChanged() {
        fake.settings().staleReads(true);

        users.assignNetwork(ANN, 2).execute();

        assertThat(users.network(ANN, 2).execute().name()).isEqualTo("north");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> users.network(ANN, 2).execute());
        users.update(ANN, UserUpdate.of(users.get(ANN).execute()).build()).execute();
        assertThat(users.network(ANN, 2).execute().name()).isEqualTo("north");
    }

    @Test
    void aTokenIssuedRightAfterANetworkWasTakenAwayStillNamesIt() {
        fake.settings().staleReads(true);
        DeviceHiveClient ann = client("ann");
        assertThat(networks(ann.token().login("ann", Marked.PASSWORD).execute()))
                .containsExactly("1");

        users.unassignNetwork(ANN, 1).execute();
        assertThat(networks(ann.token().login("ann", Marked.PASSWORD).execute()))
                .containsExactly("1");

        fake.clock().advance(Duration.ofSeconds(2));
        assertThat(networks(ann.token().login("ann", Marked.PASSWORD).execute()))
                .isEmpty();
    }

    @Test
    void anotherPasswordEndsNoSession() {
        DeviceHiveClient ann = client("ann");
        ann.users().current().execute();

        users.changePassword(ANN, "another-" + Marked.PASSWORD).execute();

        assertThat(ann.users().current().execute().id()).isEqualTo(ANN);
        assertThat(fake.journal().count("POST", "/token")).isEqualTo(2);
    }

    @Test
    void disablingEndsAllTokensAtOnceAndEnablingRevivesThem() {
        String token = fake.logIn("ann").accessToken();
        DeviceHiveClient ann = withToken(token);
        User user = users.get(ANN).execute();

        users.update(ANN, UserUpdate.of(user).status(UserStatus.DISABLED).build())
                .execute();
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> ann.users().current().execute());

        users.update(ANN, UserUpdate.of(user).status(UserStatus.ACTIVE).build()).execute();
        assertThat(ann.users().current().execute().id()).isEqualTo(ANN);

        users.delete(ANN).execute();
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> ann.users().current().execute());
    }

    @Test
    void anUpdateUnlocksAUserWhomWrongPasswordsHaveLocked() {
        DeviceHiveClient somebody = client("ann");
        for (int i = 0; i < 10; i++) {
            assertThatExceptionOfType(UnauthorizedException.class)
                    .isThrownBy(() -> somebody.token().login("ann", "wrong").execute());
        }
        User locked = users.get(ANN).execute();
        assertThat(locked.status()).isEqualTo(UserStatus.LOCKED_OUT);

        users.update(ANN, UserUpdate.of(locked).status(UserStatus.ACTIVE).build())
                .execute();

        assertThat(somebody.token().login("ann", Marked.PASSWORD).execute()).isNotNull();
    }

    @Test
    void aTokenNamesItsNetworksUntilItExpiresButNoLongerShowsThem() {
        DeviceHiveClient ann = withToken(fake.logIn("ann").accessToken());
        assertThat(ann.networks().list(NameQuery.all()).stream()).hasSize(1);

        users.unassignNetwork(ANN, 1).execute();

        assertThat(ann.networks().list(NameQuery.all()).stream()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> ann.networks().get(1).execute());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> ann.networks().get(2).execute());
    }

    @Test
    void allowingAllDeviceTypesForgetsThoseThatWereAssigned() {
        users.allowAllDeviceTypes(ANN).execute();
        users.disallowAllDeviceTypes(ANN).execute();

        assertThat(users.deviceTypes(ANN).execute()).isEmpty();
    }

    @Test
    void aClientWithManageUserSetsThePasswordOfAnAdministrator() {
        DeviceHiveClient ann = withToken(fake.sign(TokenPayload.userAccess(ANN).withActions(12)));

        assertThat(ann.users().list(UserQuery.all()).stream()).hasSize(2);
        ann.users()
                .update(
                        1,
                        UserUpdate.builder().dropData().password("taken-over-1").build())
                .execute();

        assertThat(ann.token().login("admin", "taken-over-1").execute()).isNotNull();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> ann.users().get(1).execute())
                .satisfies(e -> assertThat(e.code()).hasValue("404"));
    }

    @Test
    void anAdministratorTakesTheRoleFromHimselfWithoutAQuestionAndGoesOnListing() {
        User me = users.current().execute();

        users.update(me.id(), UserUpdate.of(me).role(UserRole.CLIENT).build()).execute();

        assertThat(users.count(UserQuery.all()).execute()).isEqualTo(2);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> users.update(
                                me.id(),
                                UserUpdate.of(me).role(UserRole.ADMINISTRATOR).build())
                        .execute())
                .withMessageContaining("Admin permissions required");
    }

    @Test
    void anAdministratorLocksHimselfOut() {
        DeviceHiveClient admin = withToken(fake.logIn("admin").accessToken());
        User me = admin.users().current().execute();

        admin.users()
                .update(me.id(), UserUpdate.of(me).status(UserStatus.DISABLED).build())
                .execute();

        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> admin.users().current().execute());
    }

    @Test
    void whatTheServerFailsOnIsRefusedHere() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> UserUpdate.builder().login("bo"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> UserUpdate.builder().role(UserRole.of(5)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> UserUpdate.builder().status(UserStatus.of(3)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> NewUser.builder("ann", "123456", UserRole.of(2)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> NewUser.builder("ann", "123456", UserRole.CLIENT).status(UserStatus.of(-1)));
        for (String body : List.of("{\"login\": \"bo\"}", "{\"role\": 5}", "{\"status\": 3}")) {
            assertThatExceptionOfType(ServerErrorException.class)
                    .isThrownBy(() -> raw().request("PUT", "/user/{id}", ANN)
                            .json(body)
                            .returningNothing()
                            .execute());
        }
    }

    @Test
    void aNetworksNameThatIsTakenIsAFailureOfTheServerWhereItIsChanged() {
        NetworkOperations networks = client("admin").networks();

        assertThatExceptionOfType(ServerErrorException.class)
                .isThrownBy(() -> networks.update(2, "Sample Network", null).execute());
        assertThat(networks.get(2).execute().name()).isEqualTo("north");
    }

    @Test
    void theTypesOfAUserWhoHasAllAreShownAsFarAsTheCallerReaches() {
        users.allowAllDeviceTypes(ANN).execute();
        fake.addUser(FakeUser.client("bob", Marked.PASSWORD).deviceTypes(1).build());
        UserOperations bob = client("bob").users();

        assertThat(bob.deviceType(ANN, 1).execute().id()).isEqualTo(1);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> bob.deviceType(ANN, 2).execute());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> bob.deviceTypes(ANN).execute())
                .withMessageContaining("Access is denied");
    }

    @Test
    void whatIsWrongWithALoginIsToldWithoutNamingTheField() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> users.create(NewUser.builder("?", Marked.PASSWORD, UserRole.CLIENT)
                                .build())
                        .execute())
                .withMessageContaining("from 3 to 128 symbols.Login can contain only")
                .satisfies(e -> assertThat(e.fieldErrors()).isEmpty());
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> users.create(NewUser.builder("x".repeat(129), Marked.PASSWORD, UserRole.CLIENT)
                                .build())
                        .execute())
                .satisfies(e -> assertThat(e.fieldErrors()).containsOnlyKeys("login"));
    }

    @Test
    void anEmptyPasswordChangesNothingAndTheSessionIsNotTold() {
        DeviceHiveClient ann = client("ann");
        User me = ann.users().current().execute();

        ann.users().updateCurrent(CurrentUserUpdate.of(me).password("").build()).execute();

        assertThat(ann.session().login().execute()).isEqualTo(SessionState.ACTIVE);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ann.users().changePassword(" "));
    }

    private static List<String> networks(JwtTokens tokens) {
        return tokens.accessPayload().orElseThrow().networkIds();
    }

    private DeviceHiveClient raw() {
        return kept(DeviceHiveClient.builder()
                .baseUrl(fake.deviceApiUrl())
                .accessToken(fake.logIn("admin").accessToken())
                .retries(RetryPolicy.none())
                .build());
    }

    private DeviceHiveClient withToken(String token) {
        return kept(DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(token)
                .build());
    }

    private DeviceHiveClient client(String login) {
        return kept(DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(login, Marked.PASSWORD)
                .build());
    }

    private DeviceHiveClient kept(DeviceHiveClient client) {
        clients.add(client);
        return client;
    }
}
