package dev.latchkey.core.http;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each time that a request was sent. Never a body, a header, a real path or an exception's text. */
final class AttemptLog {
    private static final Logger LOG = LoggerFactory.getLogger(HttpApi.class);

    private AttemptLog() {}

    static boolean isOn() {
        return LOG.isDebugEnabled();
    }

    static void answered(Execution execution, int status) {
        if (isOn()) {
            write(execution, String.valueOf(status));
        }
    }

    static void failed(Execution execution, Throwable failure) {
        if (isOn()) {
            write(execution, failure.getClass().getSimpleName());
        }
    }

    private static void write(Execution execution, String outcome) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - execution.sentAt());
        RequestPlan plan = execution.plan();
        LOG.debug(
                "{} {}: {}, attempt {}, {} ms", plan.method(), plan.template(), outcome, execution.attempts(), millis);
    }
}
