package dev.latchkey.fuzz;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicReference;

/** Reads every line that is logged. */
public final class LogWatch extends AppenderBase<ILoggingEvent> {
    private static final AtomicReference<String> LEAK = new AtomicReference<>();

    @Override
    protected void append(ILoggingEvent event) {
        String line = event.getFormattedMessage();
        boolean hasCause = event.getThrowableProxy() != null;
        if (hasCause || Secrets.ALL.stream().anyMatch(line::contains)) {
            LEAK.set(hasCause ? "an exception with all its texts: " + line : line);
        }
    }

    static void requireNoSecret() {
        String line = LEAK.getAndSet(null);
        if (line != null) {
            throw new AssertionError("logged " + line);
        }
    }
}
