package dev.latchkey.devicehive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.Hold;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakeUser;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChangePasswordTest {
    private static final String CURRENT = "/api/rest/user/current";
    private static final String NEW = "new-" + SecretLeaks.MARKER;

    @Fake
    final FakeDeviceHive fake = FakeDeviceHive.empty();

    private DeviceHiveClient client;

    @BeforeEach
    void open() {
        fake.settings().secretMarker(SecretLeaks.MARKER);
        fake.addUser(FakeUser.client("jane", Marked.PASSWORD)
                .id(10)
                .data("{\"theme\": \"dark\", \"n\": 7.0}")
                .build());
        client = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("jane", Marked.PASSWORD)
                .build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theSessionGoesOnAndLogsInWithTheNewOneLater() {
        client.users().changePassword(NEW).execute();

        client.users().current().execute();
        assertThat(fake.journal().count("POST", "/token")).isEqualTo(1);
        assertThat(client.session().login().execute()).isEqualTo(SessionState.ACTIVE);
        assertThat(fake.failedLogins("jane")).isZero();
        assertThatExceptionOfType(UnauthorizedException.class)
                .isThrownBy(() -> client.token().login("jane", Marked.PASSWORD).execute());
    }

    @Test
    void theDataOfTheUserAreStillThere() {
        client.users().changePassword(NEW).execute();

        assertThat(client.users().current().execute().data()).isEqualTo("{\"theme\":\"dark\",\"n\":7.0}");
    }

    @Test
    void aSupplierThatDoesNotKnowItIsNotAskedAgain() {
        try (DeviceHiveClient supplied = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(() -> new Credentials("jane", Marked.PASSWORD))
                .build()) {
            supplied.users().changePassword(NEW).execute();

            fake.endSessions();
            assertThat(supplied.users().current().execute().id()).isEqualTo(10);
            assertThat(fake.failedLogins("jane")).isZero();
        }
    }

    @Test
    void anUpdateOfOneselfTellsTheSessionToo() {
        User me = client.users().current().execute();

        client.users()
                .updateCurrent(CurrentUserUpdate.of(me).password(NEW).build())
                .execute();

        assertThat(client.session().login().execute()).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void aRefusedPasswordChangesNothing() {
        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> client.users().changePassword("short").execute());

        assertThat(client.session().login().execute()).isEqualTo(SessionState.ACTIVE);
    }

    @Test
    void onesOwnPasswordIsNotWhatAnAdministratorSetsForSomebodyElse() {
        fake.addUser(FakeUser.admin("admin", Marked.PASSWORD).build());
        try (DeviceHiveClient admin = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials("admin", Marked.PASSWORD)
                .build()) {
            admin.users().changePassword(10, NEW).execute();

            assertThat(admin.session().login().execute()).isEqualTo(SessionState.ACTIVE);
            assertThat(admin.token().login("jane", NEW).execute()).isNotNull();
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> admin.users().changePassword(4711, NEW).execute());
        }
    }

    @Test
    void itRunsInTheBackgroundAndFailsAsItsCallsDo() {
        client.users().changePassword(NEW).executeAsync().join();
        assertThat(client.session().login().execute()).isEqualTo(SessionState.ACTIVE);

        CompletableFuture<Void> refused = client.users().changePassword("short").executeAsync(Runnable::run);
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(refused::join)
                .withCauseInstanceOf(BadRequestException.class);
    }

    @Test
    void whoGivesUpWhileTheUserIsReadChangesNothing() throws Exception {
        Hold reading = fake.hold("GET", CURRENT);
        CompletableFuture<Void> change = client.users().changePassword(NEW).executeAsync();
        fake.journal().awaitCount("GET", CURRENT, 1, Duration.ofSeconds(10));

        change.cancel(true);
        reading.release();
        fake.journal().awaitIdle(Duration.ofSeconds(10));

        await().until(() -> client.token().login("jane", Marked.PASSWORD).execute() != null);
        assertThat(fake.journal().count("PUT", CURRENT)).isZero();
    }

    @Test
    void whatIsNoPasswordIsRefusedBeforeAnythingIsSent() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> client.users().changePassword(""));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> client.users().changePassword("x".repeat(129)))
                .withMessageContaining("more than 128 characters");
        assertThat(fake.journal().count()).isZero();
    }
}
