package dev.latchkey.webitel;

import static dev.latchkey.testsupport.JsonTree.object;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.testsupport.DocumentedOperation;
import dev.latchkey.testsupport.DocumentedOperations;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DocumentedOperationsTest {
    private static final String LOGIN = "webitel.auth.login";

    @TestFactory
    Stream<DynamicTest> eachIsSentAsDocumentedAndDecodedWhole() {
        return new OperationWalk<>(
                        "webitel",
                        "",
                        url -> WebitelClient.builder()
                                .baseUrl(url)
                                .credentials("100@mydomain.com", "secret")
                                .build(),
                        new WebitelScheme(),
                        LOGIN,
                        issuedTokens(),
                        List.of(login(), logout()))
                .tests();
    }

    private static OperationCase<WebitelClient> login() {
        return OperationCase.of(
                LOGIN,
                (WebitelClient client) -> client.auth().login("100@mydomain.com", "secret"),
                DocumentedOperationsTest::json);
    }

    private static OperationCase<WebitelClient> logout() {
        return OperationCase.of(
                        "webitel.auth.logout",
                        (WebitelClient client) -> client.auth().logout("some-token", "some-key"),
                        (Confirmation said) -> object("status", said.status(), "info", said.info()))
                .carrying(new Tokens("some-token", null, "some-key"));
    }

    private static Map<String, Object> json(LoginAnswer answer) {
        UserProfile profile = answer.profile();
        return object(
                "key",
                answer.key(),
                "domain",
                profile.domain(),
                "username",
                profile.username(),
                "expires",
                Objects.requireNonNull(answer.expires()).toEpochMilli(),
                "token",
                answer.token(),
                "role",
                Objects.requireNonNull(profile.role()).number(),
                "roleName",
                profile.roleName(),
                "acl",
                profile.acl().rights(),
                "cdr",
                json(Objects.requireNonNull(profile.cdr())),
                "verto",
                profile.verto());
    }

    /** The documented sample has a string for a boolean. */
    private static Map<String, Object> json(CdrServer cdr) {
        return object("host", cdr.host(), "useProxy", String.valueOf(cdr.useProxy()));
    }

    static Tokens issuedTokens() {
        Map<?, ?> sample = DocumentedOperations.of("webitel").stream()
                .filter(operation -> operation.id().equals(LOGIN))
                .map(DocumentedOperation::responseExample)
                .map(JsonTree::parse)
                .map(Map.class::cast)
                .findFirst()
                .orElseThrow();
        return new Tokens((String) sample.get("token"), null, (String) sample.get("key"));
    }
}
