package dev.latchkey.fake.junit;

import dev.latchkey.fake.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** Prints which requests came in a test that has failed. Nothing in a journal is a secret. */
final class FailedTest {
    private static final int MOST_LINES = 200;

    private FailedTest() {}

    static void print(ExtensionContext context, Scope test) {
        boolean failed = context.getExecutionException()
                .filter(failure -> !(failure instanceof TestAbortedException))
                .isPresent();
        if (failed && test.mayPrint()) {
            StringBuilder text = new StringBuilder();
            test.used().forEach(each -> describe(TestName.of(context), each, text));
            System.err.print(text);
        }
    }

    private static void describe(String test, HeldFake held, StringBuilder text) {
        List<JournalEntry> requests = held.fake().journal().requests();
        text.append(test)
                .append(" failed. ")
                .append(requests.isEmpty() ? "No request came to " : "Requests to ")
                .append(held.fake())
                .append(" (")
                .append(held.place())
                .append(held.keepsTraces() ? ", also of other tests)" : ")")
                .append(requests.isEmpty() ? ".\n" : ":\n");
        int hidden = Math.max(0, requests.size() - MOST_LINES);
        if (hidden > 0) {
            text.append("  (").append(hidden).append(" earlier ones)\n");
        }
        requests.stream()
                .skip(hidden)
                .forEach(entry -> text.append("  ").append(entry).append('\n'));
    }
}
