package dev.latchkey.controlbyweb;

import static dev.latchkey.testsupport.JsonTree.object;

import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The operations beyond the vendor's auth pages. */
class OperationsBeyondTest {
    private static final String ACCOUNT = "AccountId";
    private static final String DEVICE = "DeviceId";

    @TestFactory
    Stream<DynamicTest> eachIsSentAsKnownAndDecodedWhole() {
        return new OperationWalk<>(
                        "controlbyweb",
                        "/api",
                        url -> ControlByWebClient.builder()
                                .baseUrl(url)
                                .credentials("jane", "secret")
                                .build(),
                        AuthScheme.bearer(),
                        "controlbyweb.auth.login",
                        DocumentedOperationsTest.issuedTokens(),
                        Stream.of(deviceAccessTokens(), users(), accounts())
                                .flatMap(List::stream)
                                .toList())
                .beyond("/api")
                .tests();
    }

    private static List<OperationCase<ControlByWebClient>> deviceAccessTokens() {
        return List.of(
                OperationCase.of(
                                "controlbyweb.deviceAccessTokens.list",
                                (ControlByWebClient client) -> tokens(client).list(),
                                (List<DeviceAccessToken> list) -> list.stream()
                                        .map(OperationsBeyondTest::json)
                                        .toList())
                        .with(ACCOUNT, "1234")
                        .with(DEVICE, "7"),
                OperationCase.of(
                                "controlbyweb.deviceAccessTokens.create",
                                (ControlByWebClient client) -> tokens(client).createUnseen(Duration.ofHours(2)),
                                (Confirmation said) -> object("message", said.message()))
                        .with(ACCOUNT, "1234")
                        .with(DEVICE, "7")
                        .with("minutesValid", "120"),
                OperationCase.silent(
                                "controlbyweb.deviceAccessTokens.delete",
                                (ControlByWebClient client) -> tokens(client).delete("some-token"))
                        .with(ACCOUNT, "1234")
                        .with(DEVICE, "7")
                        .with("Token", "some-token"));
    }

    private static List<OperationCase<ControlByWebClient>> users() {
        return List.of(
                OperationCase.of(
                                "controlbyweb.users.list",
                                (ControlByWebClient client) ->
                                        client.users(1234).list(),
                                (List<AccountUser> list) -> list.stream()
                                        .map(OperationsBeyondTest::json)
                                        .toList())
                        .with(ACCOUNT, "1234"),
                OperationCase.of(
                                "controlbyweb.users.get",
                                (ControlByWebClient client) ->
                                        client.users(1234).get(27),
                                (AccountUser user) -> List.of(json(user)))
                        .with(ACCOUNT, "1234")
                        .with("UserId", "27"));
    }

    private static List<OperationCase<ControlByWebClient>> accounts() {
        return List.of(
                OperationCase.of(
                                "controlbyweb.accounts.get",
                                (ControlByWebClient client) -> client.accounts().get(1234),
                                OperationsBeyondTest::json)
                        .with(ACCOUNT, "1234"),
                OperationCase.of(
                                "controlbyweb.accounts.children",
                                (ControlByWebClient client) -> client.accounts().children(1234),
                                OperationsBeyondTest::all)
                        .with(ACCOUNT, "1234"),
                OperationCase.of(
                                "controlbyweb.accounts.descendants",
                                (ControlByWebClient client) -> client.accounts().descendants(1234),
                                OperationsBeyondTest::all)
                        .with(ACCOUNT, "1234"),
                OperationCase.of(
                                "controlbyweb.accounts.tree",
                                (ControlByWebClient client) -> client.accounts().tree(1234),
                                (String json) -> json)
                        .with(ACCOUNT, "1234")
                        .answeredWithText("{\"account_id\":1234}"));
    }

    private static DeviceAccessTokens tokens(ControlByWebClient client) {
        return client.deviceAccessTokens(1234, 7);
    }

    private static Object all(List<Account> accounts) {
        return accounts.stream().map(OperationsBeyondTest::json).toList();
    }

    private static Object json(DeviceAccessToken token) {
        Map<String, Object> json = new LinkedHashMap<>(token.others());
        json.put("token", token.token());
        return json;
    }

    private static Object json(AccountUser user) {
        return object(
                "id",
                user.id(),
                "account_id",
                user.accountId(),
                "username",
                user.username(),
                "first_name",
                user.firstName(),
                "last_name",
                user.lastName(),
                "email",
                user.email(),
                "email_verified_at",
                DocumentedOperationsTest.microseconds(user.emailVerifiedAt()),
                "account_admin",
                number(user.accountAdmin()),
                "terms_agreed",
                number(user.termsAgreed()),
                "account_name",
                user.accountName());
    }

    private static Object json(Account account) {
        return object(
                "account_id",
                account.accountId(),
                "device_seats",
                account.deviceSeats(),
                "account_name",
                account.accountName(),
                "logging",
                account.logging(),
                "suspended",
                number(account.suspended()),
                "used_devices",
                account.usedDevices(),
                "parent_free_devices",
                account.parentFreeDevices());
    }

    private static int number(Boolean flag) {
        return flag ? 1 : 0;
    }
}
