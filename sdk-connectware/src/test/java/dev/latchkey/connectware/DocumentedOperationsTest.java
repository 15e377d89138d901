package dev.latchkey.connectware;

import dev.latchkey.core.auth.Tokens;
import dev.latchkey.core.vendor.AuthScheme;
import dev.latchkey.testsupport.OperationCase;
import dev.latchkey.testsupport.OperationWalk;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DocumentedOperationsTest {
    @TestFactory
    Stream<DynamicTest> eachIsSentAsDocumentedAndDecodedWhole() {
        List<OperationCase<ConnectwareClient>> cases = new ArrayList<>();
        cases.addAll(UserCases.all());
        cases.addAll(RoleCases.all());
        cases.addAll(DeviceCases.all());
        return new OperationWalk<>(
                        "connectware",
                        "",
                        url -> ConnectwareClient.builder()
                                .baseUrl(url)
                                .credentials("jane", "secret")
                                .tokenIdParameter("tokenId")
                                .build(),
                        AuthScheme.bearer(),
                        "connectware.auth.login",
                        new Tokens("text", null, null),
                        cases)
                .loggingInWith(sample -> sample.replaceFirst("(\"needsMfa\":\\s*)true", "$1false"))
                .tests();
    }
}
