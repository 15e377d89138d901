package dev.latchkey.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MonitorsTest {

    /** Methods that may take a monitor, each with the reason why nothing can block inside. */
    private static final Map<String, String> ALLOWED = Map.of();

    @Test
    void noShippedClassTakesAMonitor() throws IOException {
        List<String> found = new ArrayList<>();
        for (ShippedModule module : ShippedModule.all()) {
            for (Path file : ShippedModule.files(module.classes(), ".class")) {
                try (InputStream in = Files.newInputStream(file)) {
                    found.addAll(Monitors.in(in));
                }
            }
        }

        found.removeAll(ALLOWED.keySet());
        assertThat(found)
                .as("A virtual thread that blocks in a monitor holds its carrier before JDK 24. "
                        + "Use a ReentrantLock, or list the method with the reason why nothing blocks inside.")
                .isEmpty();
    }

    @Test
    void aSynchronizedMethodAndASynchronizedBlockAreFound() throws IOException {
        String name = Fixture.class.getName();
        try (InputStream in = Fixture.class.getResourceAsStream("MonitorsTest$Fixture.class")) {
            assertThat(Monitors.in(in)).containsExactlyInAnyOrder(name + ".method", name + ".block");
        }
    }

    static final class Fixture {
        private final Object lock = new Object();
        private int calls;

        synchronized void method() {
            calls++;
        }

        void block() {
            synchronized (lock) {
                calls++;
            }
        }

        int free() {
            return calls;
        }
    }
}
