package dev.latchkey.connectware;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.testsupport.JsonTree;
import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The operations beyond the vendor's auth page. */
class OperationsBeyondTest {
    @TestFactory
    Stream<DynamicTest> eachIsSentAsKnownAndDecodedWhole() {
        return new OperationWalk<>(
                        "connectware",
                        "",
                        url -> ConnectwareClient.builder()
                                .baseUrl(url)
                                .credentials("jane", "secret")
                                .build(),
                        AuthScheme.bearer(),
                        "connectware.auth.login",
                        new Tokens("text", null, null),
                        cases())
                .loggingInWith(sample -> sample.replaceFirst("(\"needsMfa\":\\s*)true", "$1false"))
                .beyond("")
                .tests();
    }

    private static List<OperationCase<ConnectwareClient>> cases() {
        Function<List<String>, Object> texts = list -> list;
        return List.of(
                OperationCase.of(
                        "connectware.users.usernames",
                        (ConnectwareClient client) -> client.users().usernames(),
                        texts),
                OperationCase.of(
                        "connectware.users.ids",
                        (ConnectwareClient client) -> client.users().ids(),
                        texts),
                OperationCase.of(
                        "connectware.auth.ldapSettings",
                        (ConnectwareClient client) -> client.auth().ldapSettings(),
                        OperationsBeyondTest::json),
                OperationCase.of(
                        "connectware.auth.mfaSettings",
                        (ConnectwareClient client) -> client.auth().mfaSettings(),
                        OperationsBeyondTest::json),
                OperationCase.of(
                        "connectware.auth.entraSettings",
                        (ConnectwareClient client) -> client.auth().entraSettings(),
                        OperationsBeyondTest::json),
                OperationCase.silent(
                                "connectware.users.delete",
                                (ConnectwareClient client) -> client.users().delete("user-1"))
                        .with("id", "user-1"),
                OperationCase.silent(
                                "connectware.roles.delete",
                                (ConnectwareClient client) -> client.roles().delete("role-1"))
                        .with("id", "role-1"),
                OperationCase.silent(
                                "connectware.roles.deletePermission",
                                (ConnectwareClient client) -> client.roles().deletePermission("role-1", "pem-1"))
                        .with("id", "role-1")
                        .with("pemId", "pem-1"),
                OperationCase.silent(
                        "connectware.maintenance.backup",
                        (ConnectwareClient client) -> client.maintenance().backup()));
    }

    private static Object json(AuthSettings settings) {
        return JsonTree.parse(settings.json());
    }
}
