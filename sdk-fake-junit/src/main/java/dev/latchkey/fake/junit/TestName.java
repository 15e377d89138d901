package dev.latchkey.fake.junit;

import org.junit.jupiter.api.extension.ExtensionContext;

/** What a test is called in messages: {@code LoginTest.logsIn()}, or {@code LoginTest.logsIn [2] …} for one of several. */
final class TestName {
    private TestName() {}

    static String of(ExtensionContext context) {
        String method = context.getRequiredTestMethod().getName();
        String shown = context.getDisplayName();
        String name = context.getRequiredTestClass().getSimpleName() + "." + method;
        return shown.startsWith(method + "(") ? name + "()" : name + " " + shown;
    }
}
