package dev.latchkey.reliability.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Starts the children of a test and leaves none behind. When the test has failed, it shows what they said. */
final class Children implements AfterEachCallback {
    private static final Set<ChildJvm> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(ChildJvm::kill)));
    }

    private final List<ChildJvm> started = new CopyOnWriteArrayList<>();

    ChildJvm start(ChildSettings settings) {
        ChildJvm child = new ChildJvm("child " + started.size(), settings);
        ALIVE.add(child);
        started.add(child);
        return child;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        for (ChildJvm child : started) {
            child.kill();
            ALIVE.remove(child);
        }
        if (context.getExecutionException().isPresent()) {
            started.stream().skip(Math.max(0, started.size() - 8)).forEach(child -> System.out.println(child));
        }
        assertThat(started)
                .allSatisfy(child -> assertThat(child.said().hasLeaked())
                        .as(() -> "a secret in " + child)
                        .isFalse());
    }
}
