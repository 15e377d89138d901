package dev.latchkey.fake.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.latchkey.fake.FakeServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** Runs test classes that are written for tests of the extension. */
final class Fixtures {
    private Fixtures() {}

    static Events run(Class<?> fixture) {
        return start(fixture).execute().testEvents();
    }

    /** Two tests at a time, of the same class too. */
    static Events runInParallel(Class<?> fixture) {
        return start(fixture)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "2")
                .execute()
                .testEvents();
    }

    /** Runs a fixture of which every test has to pass. */
    static void pass(Class<?> fixture, int tests) {
        Events events = run(fixture);
        assertThat(failures(events)).isEmpty();
        events.assertStatistics(statistics -> statistics.started(tests).succeeded(tests));
    }

    /** The texts of what has failed, causes and what came on top of it included. */
    static List<String> failures(Events events) {
        List<String> texts = new ArrayList<>();
        events.failed().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .forEach(failure -> texts.add(failure.toString()));
        return texts;
    }

    static boolean isClosed(FakeServer fake) {
        return fake.toString().endsWith("[closed]");
    }

    /** The status of the answer. */
    static int get(FakeServer fake, String path) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) new URL(fake.baseUrl() + path).openConnection();
        connection.setInstanceFollowRedirects(false);
        return connection.getResponseCode();
    }

    private static EngineTestKit.Builder start(Class<?> fixture) {
        return EngineTestKit.engine("junit-jupiter").selectors(selectClass(fixture));
    }
}
