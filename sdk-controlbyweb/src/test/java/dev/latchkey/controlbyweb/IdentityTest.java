package dev.latchkey.controlbyweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.MalformedResponseException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.ServerErrorException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.Hold;
import dev.latchkey.fake.controlbyweb.FakeAccount;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.FakeUser;
import dev.latchkey.fake.junit.Fake;
import dev.latchkey.leakcheck.SecretLeaks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Device access tokens, users and accounts, and what a caller would not expect of them. */
class IdentityTest {
    private static final String TOKENS = "/v1/accounts/{AccountId}/devices/{DeviceId}/DAT";
    private static final Duration HOUR = Duration.ofHours(1);

    @Fake
    final FakeControlByWeb fake = Marked.fake("jane");

    private ControlByWebClient client;
    private DeviceAccessTokens tokens;

    @BeforeEach
    void open() {
        fake.addAccount(FakeAccount.of(1235, "North").childOf(1234))
                .addAccount(FakeAccount.of(1236, "Far north").childOf(1235))
                .addAccount(FakeAccount.of(99, "Others"));
        client = builder().build();
        tokens = client.deviceAccessTokens(1234, 7);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aTokenThatTheServerDoesNotTellIsFoundByListing() {
        fake.addDeviceAccessToken(1234, 7, HOUR);

        List<DeviceAccessToken> made = tokens.create(HOUR).execute();

        assertThat(made).hasSize(1);
        assertThat(fake.deviceAccessTokens(1234, 7).get(1).token())
                .isEqualTo(made.get(0).token());
        assertThat(made.get(0).others()).containsKey("expires");
        assertThat(fake.journal().count("GET", TOKENS)).isEqualTo(2);
        assertThat(fake.journal().count("POST", TOKENS)).isOne();
    }

    @Test
    void itIsFoundWithoutAThreadThatWaits() throws Exception {
        List<DeviceAccessToken> made = tokens.create(HOUR).executeAsync().get(10, TimeUnit.SECONDS);

        assertThat(made)
                .extracting(DeviceAccessToken::token)
                .containsExactly(fake.deviceAccessTokens(1234, 7).get(0).token());
    }

    @Test
    void whatSomebodyElseMakesMeanwhileIsInTheListToo() throws Exception {
        client.session().login().execute();
        try (Hold made = fake.holdAnswers("POST", TOKENS)) {
            CompletableFuture<List<DeviceAccessToken>> underway =
                    tokens.create(HOUR).executeAsync();
            made.awaitArrived(1, Duration.ofSeconds(10));
            fake.addDeviceAccessToken(1234, 7, HOUR);
            made.release();

            assertThat(underway.get(10, TimeUnit.SECONDS)).hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aTokenWhoseListFailsIsNotMadeAgain(boolean async) throws Exception {
        client.session().login().execute();
        CompletableFuture<List<DeviceAccessToken>> underway;
        try (Hold made = fake.holdAnswers("POST", TOKENS)) {
            underway = CompletableFuture.supplyAsync(() -> made(async));
            made.awaitArrived(1, Duration.ofSeconds(10));
            fake.faults().on("GET", TOKENS).next(Fault.status(500));
        }

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> joined(underway))
                .withMessageContaining("The token was made")
                .satisfies(e -> {
                    assertThat(e.retryable()).isFalse();
                    assertThat(e.mayHaveBeenDone()).isTrue();
                    assertThat(e).cause().isInstanceOf(ServerErrorException.class);
                });
        assertThat(fake.deviceAccessTokens(1234, 7)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFourthTokenIsRefusedAsTheServerSaysIt(boolean async) {
        for (int i = 0; i < 3; i++) {
            fake.addDeviceAccessToken(1234, 7, HOUR);
        }

        assertThatExceptionOfType(BadRequestException.class)
                .isThrownBy(() -> made(async))
                .satisfies(e -> assertThat(e.fieldErrors()).containsKey("minutesValid"));
    }

    @Test
    void aCreationThatIsCancelledSendsNothingMore() throws Exception {
        client.session().login().execute();
        try (Hold list = fake.hold("GET", TOKENS)) {
            CompletableFuture<List<DeviceAccessToken>> underway =
                    tokens.create(HOUR).executeAsync();
            list.awaitArrived(1, Duration.ofSeconds(10));
            underway.cancel(true);
        }
        fake.journal().awaitIdle(Duration.ofSeconds(10));

        assertThat(fake.journal().count("POST", TOKENS)).isZero();
    }

    @Test
    void aCreationThatMayHaveBeenDoneIsNotRepeated() {
        client.session().login().execute();
        fake.faults().on("POST", TOKENS).next(Fault.answerLost());

        assertThatThrownBy(() -> tokens.create(HOUR).execute()).isInstanceOf(ApiException.class);

        assertThat(fake.deviceAccessTokens(1234, 7)).hasSize(1);
        assertThat(fake.journal().count("POST", TOKENS)).isOne();
    }

    @Test
    void aTokenSwitchesItsDeviceUntilItEndsOrIsDeleted() throws Exception {
        String token = tokens.create(HOUR).execute().get(0).token();
        String other = tokens.create(HOUR).execute().get(0).token();

        assertThat(statusOf(token)).isEqualTo(200);
        tokens.delete(token).execute();
        assertThat(statusOf(token)).isEqualTo(404);
        assertThat(statusOf(other)).isEqualTo(200);
        fake.clock().advance(HOUR);
        assertThat(statusOf(other)).isEqualTo(404);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> tokens.delete(token).execute());
    }

    @Test
    void nothingShowsAToken() {
        DeviceAccessToken made = tokens.create(HOUR).execute().get(0);

        assertThat(made.token()).contains(SecretLeaks.MARKER);
        assertThat(made + " " + tokens.delete(made.token()) + tokens.create(HOUR))
                .doesNotContain(SecretLeaks.MARKER);
        assertThat(tokens.list().executeForResponse().rawBody()).isNull();
        tokens.delete(made.token()).execute();
        assertThat(fake.journal().toString()).doesNotContain(SecretLeaks.MARKER);
    }

    @Test
    void usersOfChildAccountsAreListedTooAndIdsMayBeTheSame() {
        fake.addUser(FakeUser.builder("joe", Marked.PASSWORD)
                        .id(27)
                        .account(1234)
                        .build())
                .addUser(FakeUser.builder("kim", Marked.PASSWORD)
                        .id(27)
                        .account(1236)
                        .accountAdmin(true)
                        .build())
                .addUser(FakeUser.builder("ann", Marked.PASSWORD).account(99).build());

        List<AccountUser> users = client.users(1234).list().execute();

        assertThat(users).extracting(AccountUser::username).containsExactly("jane", "joe", "kim");
        assertThat(users).extracting(AccountUser::id).endsWith(27L, 27L);
        assertThat(users.get(2).accountName()).isEqualTo("Far north");
        assertThat(users.get(2).accountAdmin()).isTrue();
        assertThat(users.get(1).emailVerifiedAt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneUserMayComeAloneInAnArray(boolean object) {
        fake.addUser(FakeUser.builder("joe", Marked.PASSWORD).id(27).build());
        fake.settings().userIsObject(object);

        AccountUser joe = client.users(1234).get(27).execute();

        assertThat(joe.username()).isEqualTo("joe");
        assertThat(joe.accountName()).isNull();
    }

    @Test
    void anArrayOfNobodyIsNoUser() {
        client.session().login().execute();
        fake.faults().next(Fault.status(200).json("[]"));

        assertThatExceptionOfType(MalformedResponseException.class)
                .isThrownBy(() -> client.users(1234).get(27).execute());
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> client.users(1234).get(4711).execute());
    }

    @Test
    void anAccountIsReadWithWhatIsBelowIt() {
        Accounts accounts = client.accounts();

        assertThat(accounts.get(1235).execute().accountName()).isEqualTo("North");
        assertThat(accounts.get(1235).execute().suspended()).isFalse();
        assertThat(accounts.children(1234).execute())
                .extracting(Account::accountId)
                .containsExactly(1234L, 1235L);
        assertThat(accounts.descendants(1234).execute())
                .extracting(Account::accountId)
                .containsExactly(1235L, 1236L);
        assertThat(accounts.tree(1234).execute()).contains("\"children\":[");
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> accounts.get(99).execute());
    }

    @Test
    void theOptionOfTheTreeCanBeSpeltOtherwise() {
        try (ControlByWebClient other =
                builder().accountTreeOption("descendants").build()) {
            other.accounts().tree(1234).execute();
        }

        assertThat(fake.journal().count("GET", "/v1/accounts/{AccountId}/descendants"))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tokens", "Users", "devices", "children", "allChildren", "", "a/b", "..", "{id}"})
    void anOptionThatIsAnotherOperationIsRefused(String word) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ControlByWebClient.builder().accountTreeOption(word));
    }

    @Test
    void whatNoServerAcceptsIsNotSent() {
        assertThatThrownBy(() -> client.deviceAccessTokens(1234, 0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.users(-1)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.users(1).get(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> client.accounts().get(0)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tokens.create(Duration.ofSeconds(90))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tokens.create(Duration.ZERO)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tokens.create(null)).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> tokens.delete(" ")).isInstanceOf(InvalidInputException.class);
        assertThat(fake.journal().count()).isZero();
    }

    @Test
    void whoLacksThePermissionIsRefused() {
        fake.changePermissions("jane", List.of("Edit DAT Urls"));

        assertThat(tokens.list().execute()).isEmpty();
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> tokens.create(HOUR).execute());
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> client.users(1234).list().execute());
    }

    private List<DeviceAccessToken> made(boolean async) {
        if (!async) {
            return tokens.create(HOUR).execute();
        }
        return joined(tokens.create(HOUR).executeAsync());
    }

    private static List<DeviceAccessToken> joined(CompletableFuture<List<DeviceAccessToken>> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw (RuntimeException) e.getCause();
        }
    }

    private int statusOf(String token) throws Exception {
        Request request = new Request.Builder()
                .url(fake.deviceAccessUrl(token) + "?relay1=1")
                .build();
        try (Response response = new OkHttpClient().newCall(request).execute()) {
            return response.code();
        }
    }

    private ControlByWebClient.Builder builder() {
        return ControlByWebClient.builder().baseUrl(fake.baseUrl()).credentials("jane", Marked.PASSWORD);
    }
}
