package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ConflictException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.TransportException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeNetwork;
import dev.latchkey.fake.junit.Fake;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserOperationsTest {
    @Fake
    final FakeDeviceHive fake = Marked.fake("admin");

    private DeviceHiveClient client;
    private UserOperations users;

    @BeforeEach
    void open() {
        fake.addNetwork(new FakeNetwork(2, "north", "north hall"));
        client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("admin", Marked.PASSWORD)
                .build();
        users = client.users();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aUserIsCreatedReadChangedAndDeleted() {
        CreatedUser created = users.create(NewUser.builder("ann", Marked.PASSWORD, UserRole.CLIENT)
                        .data("{\"team\": \"north\"}")
                        .allDeviceTypes(false)
                        .build())
                .execute();
        assertThat(created.data()).isEqualTo("{\"team\":\"north\"}");
        assertThat(created.allDeviceTypesAvailable()).isFalse();

        User ann = users.get(created.id()).execute();
        assertThat(ann.login()).isEqualTo("ann");
        assertThat(ann.role()).isEqualTo(UserRole.CLIENT);
        assertThat(ann.status()).isEqualTo(UserStatus.ACTIVE);
        assertThat(ann.networks()).isEmpty();
        assertThat(ann.lastLogin()).isNull();

        users.update(
                        ann.id(),
                        UserUpdate.of(ann)
                                .login("ann.stone")
                                .introReviewed(true)
                                .build())
                .execute();
        User changed = users.get(ann.id()).execute();
        assertThat(changed.login()).isEqualTo("ann.stone");
        assertThat(changed.introReviewed()).isTrue();
        assertThat(changed.data()).isEqualTo(ann.data());

        users.delete(ann.id()).execute();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> users.get(ann.id()).execute())
                .withMessageContaining("User with id = " + ann.id() + " not found");
    }

    @Test
    void aLoginThatIsTakenIsAConflictAlthoughTheServerSaysForbidden() {
        NewUser again =
                NewUser.builder("admin", Marked.PASSWORD, UserRole.CLIENT).build();

        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> users.create(again).execute())
                .withMessageContaining("Please, select another one")
                .satisfies(e -> assertThat(e.status()).hasValue(403));
        long ann = users.create(
                        NewUser.builder("ann", Marked.PASSWORD, UserRole.CLIENT).build())
                .execute()
                .id();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> users.update(
                                ann,
                                UserUpdate.builder().dropData().login("admin").build())
                        .execute());
    }

    @Test
    void oneCannotDeleteOneself() {
        long me = users.current().execute().id();

        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> users.delete(me).execute())
                .withMessageContaining("You can not delete a user");
    }

    @Test
    void whatTheServerDoesNotLikeOfAPasswordIsABadRequest() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> users.create(
                                NewUser.builder("ann", "12345", UserRole.CLIENT).build())
                        .execute())
                .withMessageContaining("Password can contain only from 6 to 128 symbols!");
    }

    @Test
    void aListIsReadPageByPageSortedByNumbers() {
        List<String> logins =
                IntStream.range(0, 7).mapToObj(i -> "user-" + (9 - i)).toList();
        logins.forEach(login -> users.create(
                        NewUser.builder(login, Marked.PASSWORD, UserRole.CLIENT).build())
                .execute());
        fake.journal().clear();

        List<String> listed = users
                .list(UserQuery.builder().loginPattern("user-%").pageSize(3).build())
                .stream()
                .map(User::login)
                .toList();

        assertThat(listed).isEqualTo(logins);
        assertThat(fake.journal().requests("GET", "/api/rest/user"))
                .extracting(entry -> entry.target().replaceFirst(".*sortField", "sortField"))
                .containsExactly(
                        "sortField=ID&sortOrder=ASC&take=3&skip=0",
                        "sortField=ID&sortOrder=ASC&take=3&skip=3",
                        "sortField=ID&sortOrder=ASC&take=3&skip=6");
    }

    @Test
    void aListIsSortedAndFilteredAsAsked() {
        for (String login : List.of("bob", "ann", "cid")) {
            users.create(NewUser.builder(login, Marked.PASSWORD, UserRole.CLIENT)
                            .build())
                    .execute();
        }
        UserQuery clients = UserQuery.builder()
                .role(UserRole.CLIENT)
                .sortBy(UserQuery.SortBy.LOGIN, false)
                .build();

        assertThat(users.list(clients).page(1).execute().items())
                .extracting(User::login)
                .containsExactly("cid", "bob", "ann");
        assertThat(users.count(clients).execute()).isEqualTo(3);
        assertThat(users.count(UserQuery.builder().status(UserStatus.DISABLED).build())
                        .execute())
                .isZero();
        assertThat(users.list(UserQuery.builder().login("bob").build())
                        .page(1)
                        .execute()
                        .items())
                .hasSize(1)
                .allMatch(user -> user.networks() == null);
    }

    @Test
    void networksAreGivenAndTaken() {
        long ann = users.create(
                        NewUser.builder("ann", Marked.PASSWORD, UserRole.CLIENT).build())
                .execute()
                .id();

        users.assignNetwork(ann, 2).execute();
        users.assignNetwork(ann, 2).execute();
        assertThat(users.network(ann, 2).execute()).isEqualTo(new Network(2, "north", "north hall", null));
        assertThat(users.get(ann).execute().networks()).extracting(Network::id).containsExactly(2L);

        users.unassignNetwork(ann, 2).execute();
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> users.network(ann, 2).execute())
                .withMessageContaining("was not found");
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> users.assignNetwork(ann, 999).execute());
    }

    @Test
    void deviceTypesAreGivenAndTakenWhereNotAllAreAllowed() {
        long ann = users.create(
                        NewUser.builder("ann", Marked.PASSWORD, UserRole.CLIENT).build())
                .execute()
                .id();
        assertThat(users.deviceTypes(ann).execute()).hasSize(8);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> users.assignDeviceType(ann, 5).execute())
                .withMessageContaining("all device types allowed");

        users.disallowAllDeviceTypes(ann).execute();
        users.assignDeviceType(ann, 5).execute();
        users.assignDeviceType(ann, 7).execute();
        users.unassignDeviceType(ann, 7).execute();

        assertThat(users.deviceTypes(ann).execute())
                .extracting(DeviceType::name)
                .containsExactly("Thermostats");
        assertThat(users.deviceType(ann, 5).execute().id()).isEqualTo(5);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> users.deviceType(ann, 7).execute());
    }

    @Test
    void aDeletionWhoseAnswerIsLostIsRepeatedAndFindsNobody() {
        long ann = users.create(
                        NewUser.builder("ann", Marked.PASSWORD, UserRole.CLIENT).build())
                .execute()
                .id();
        fake.faults().on("DELETE", "/api/rest/user/{id}").next(Fault.answerLost());

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> users.delete(ann).execute());
        assertThat(fake.journal().count("DELETE", "/api/rest/user/{id}")).isEqualTo(2);
    }

    @Test
    void aCreationWhoseAnswerIsLostIsNotRepeated() {
        fake.faults().on("POST", "/api/rest/user").next(Fault.answerLost());

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> users.create(NewUser.builder("ann", Marked.PASSWORD, UserRole.CLIENT)
                                .build())
                        .execute());
        assertThat(fake.journal().count("POST", "/api/rest/user")).isEqualTo(1);
    }
}
