package dev.latchkey.controlbyweb;

import static dev.latchkey.testsupport.JsonTree.object;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.DocumentedOperations;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DocumentedOperationsTest {
    private static final String LOGIN = "controlbyweb.auth.login";
    private static final String REFRESHED = "{\"token_type\":\"Bearer\",\"expires_in\":86400,"
            + "\"access_token\":\"next-access\",\"refresh_token\":\"next-refresh\"}";

    @TestFactory
    Stream<DynamicTest> eachIsSentAsDocumentedAndDecodedWhole() {
        return new OperationWalk<>(
                        "controlbyweb",
                        "/api",
                        url -> ControlByWebClient.builder()
                                .baseUrl(url)
                                .credentials("jane", "secret")
                                .build(),
                        AuthScheme.bearer(),
                        LOGIN,
                        issuedTokens(),
                        List.of(
                                login(),
                                refresh(),
                                logout(),
                                requestPasswordReset(),
                                resetPassword(),
                                listTokens(),
                                createToken(),
                                deleteToken()))
                .tests();
    }

    private static OperationCase<ControlByWebClient> login() {
        return OperationCase.of(
                        LOGIN,
                        (ControlByWebClient client) -> client.auth().login("jane+doe@example.com", "p&s =%ü"),
                        DocumentedOperationsTest::json)
                .with("grant_type", "password")
                .with("username", "jane+doe@example.com")
                .with("password", "p&s =%ü");
    }

    private static OperationCase<ControlByWebClient> refresh() {
        return OperationCase.of(
                        "controlbyweb.auth.refresh",
                        (ControlByWebClient client) -> client.auth().refresh("def50200old"),
                        DocumentedOperationsTest::json)
                .with("grant_type", "refresh_token")
                .with("refresh_token", "def50200old")
                .answered(REFRESHED);
    }

    private static OperationCase<ControlByWebClient> logout() {
        return OperationCase.of(
                        "controlbyweb.auth.logout",
                        (ControlByWebClient client) -> client.auth().logout("some-access-token"),
                        DocumentedOperationsTest::json)
                .carrying("some-access-token");
    }

    private static OperationCase<ControlByWebClient> requestPasswordReset() {
        return OperationCase.of(
                        "controlbyweb.auth.requestPasswordReset",
                        (ControlByWebClient client) -> client.auth().requestPasswordReset("jane@example.com"),
                        DocumentedOperationsTest::json)
                .with("email", "jane@example.com");
    }

    private static OperationCase<ControlByWebClient> resetPassword() {
        return OperationCase.of(
                        "controlbyweb.auth.resetPassword",
                        (ControlByWebClient client) -> client.auth()
                                .resetPassword(PasswordReset.builder("jane@example.com")
                                        .token("mail-token")
                                        .newPassword("new password")
                                        .build()),
                        DocumentedOperationsTest::json)
                .with("email", "jane@example.com")
                .with("password", "new password")
                .with("password_confirmation", "new password")
                .with("token", "mail-token");
    }

    private static OperationCase<ControlByWebClient> listTokens() {
        return OperationCase.of(
                        "controlbyweb.tokens.list",
                        (ControlByWebClient client) ->
                                client.certificateRequestTokens(1234).list(),
                        (List<CertificateRequestToken> tokens) -> tokens.stream()
                                .collect(Collectors.toMap(CertificateRequestToken::id, DocumentedOperationsTest::json)))
                .with("AccountId", "1234");
    }

    private static OperationCase<ControlByWebClient> createToken() {
        return OperationCase.of(
                        "controlbyweb.tokens.create",
                        (ControlByWebClient client) ->
                                client.certificateRequestTokens(1234).create(),
                        DocumentedOperationsTest::json)
                .with("AccountId", "1234");
    }

    private static OperationCase<ControlByWebClient> deleteToken() {
        return OperationCase.of(
                        "controlbyweb.tokens.delete",
                        (ControlByWebClient client) ->
                                client.certificateRequestTokens(1234).delete("Vpb4pp238BDfaE9QCHZBuYJJk94kTyZz"),
                        DocumentedOperationsTest::json)
                .with("AccountId", "1234")
                .with("Token", "Vpb4pp238BDfaE9QCHZBuYJJk94kTyZz");
    }

    private static Map<String, Object> json(TokenAnswer answer) {
        Map<String, Object> json = object(
                "token_type",
                answer.tokenType(),
                "expires_in",
                Objects.requireNonNull(answer.expiresIn()).toSeconds(),
                "access_token",
                answer.accessToken(),
                "refresh_token",
                answer.refreshToken());
        if (answer.profile() != null) {
            json.putAll(json(answer.profile()));
        }
        return json;
    }

    private static Map<String, Object> json(UserProfile profile) {
        return object(
                "account_id",
                profile.accountId(),
                "username",
                profile.username(),
                "first_name",
                profile.firstName(),
                "last_name",
                profile.lastName(),
                "email",
                profile.email(),
                "device_seats",
                profile.deviceSeats(),
                "account_name",
                profile.accountName(),
                "logging",
                profile.logging(),
                "user_id",
                profile.userId(),
                "agreed",
                number(profile.agreed()),
                "permissions",
                profile.permissions().stream().map(Permission::value).toList(),
                "all_permissions",
                profile.allPermissions().stream()
                        .map(DocumentedOperationsTest::json)
                        .toList(),
                "isXRDIAdmin",
                number(profile.isXrdiAdmin()),
                "isXRDISales",
                number(profile.isXrdiSales()));
    }

    private static Map<String, Object> json(PermissionNode node) {
        List<Map<String, Object>> children =
                node.children().stream().map(DocumentedOperationsTest::json).toList();
        return object("id", node.id(), "label", node.label(), "children", children.isEmpty() ? null : children);
    }

    private static Map<String, Object> json(CertificateRequestToken token) {
        return object(
                "token",
                token.token(),
                "expires",
                microseconds(token.expiresAt()),
                "created_at",
                microseconds(token.createdAt()));
    }

    private static Map<String, Object> json(Confirmation confirmation) {
        return object("message", confirmation.message(), "data", confirmation.data());
    }

    private static int number(Boolean flag) {
        return flag ? 1 : 0;
    }

    static String microseconds(Instant instant) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
                .withZone(ZoneOffset.UTC)
                .format(instant);
    }

    static Tokens issuedTokens() {
        Map<?, ?> sample = DocumentedOperations.of("controlbyweb").stream()
                .filter(operation -> operation.id().equals(LOGIN))
                .map(DocumentedOperation::responseExample)
                .map(JsonTree::parse)
                .map(Map.class::cast)
                .findFirst()
                .orElseThrow();
        return new Tokens((String) sample.get("access_token"), (String) sample.get("refresh_token"), null);
    }
}
