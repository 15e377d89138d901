package dev.latchkey.core.store;

import dev.latchkey.core.store.FileTokenStore.Access;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** What tests do with a file store in another process, or in another class loader. */
public final class StoreProgram {
    private final FileTokenStore store;

    private StoreProgram(String folder) {
        store = FileTokenStore.at(Path.of(folder));
    }

    /** Arguments: the folder, what to do, how often or how long. */
    public static void main(String[] args) throws Exception {
        StoreProgram program = new StoreProgram(args[0]);
        switch (args[1]) {
            case "count" -> program.count(Integer.parseInt(args[2]));
            case "enter" -> ChildJvm.say(enter(args[0], Long.parseLong(args[2])));
            case "hold" -> program.hold();
            case "save" -> program.saveUntilKilled();
            case "overflow" -> program.overflow();
            case "container" -> container(args);
            default -> throw new IllegalArgumentException(args[1]);
        }
    }

    /** Called by its name, too. */
    public static String enter(String folder, long waitMillis) throws Exception {
        try {
            return new StoreProgram(folder)
                    .store.exclusively(Sessions.KEY, Duration.ofMillis(waitMillis), entry -> "entered");
        } catch (StoreBusyException e) {
            return "busy";
        }
    }

    private void count(int times) throws Exception {
        ChildJvm.say("ready");
        System.in.read();
        for (int i = 0; i < times; i++) {
            Sessions.countUp(store);
        }
        ChildJvm.say("done");
    }

    private void hold() throws Exception {
        store.exclusively(Sessions.KEY, Duration.ofSeconds(10), entry -> {
            ChildJvm.say("in");
            try {
                return System.in.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void saveUntilKilled() throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        store.exclusively(Sessions.KEY, Duration.ofSeconds(10), entry -> {
            try {
                StoredSession before = entry.load();
                long version = before == null ? 0 : before.version();
                do {
                    entry.save(Sessions.bulky(++version));
                    ChildJvm.say("saved " + version);
                } while (System.nanoTime() - end < 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return null;
        });
    }

    /** A stored session and a folder that cannot be written, a volume of the group's, and a folder of root's. */
    private static void container(String[] args) throws Exception {
        FileTokenStore stored = FileTokenStore.at(Path.of(args[0]), Access.GROUP);
        ChildJvm.say(saved(stored));
        ChildJvm.say(
                "version " + Objects.requireNonNull(stored.load(Sessions.KEY)).version());
        ChildJvm.say(saved(FileTokenStore.at(Path.of(args[2]), Access.GROUP)));
        ChildJvm.say(saved(FileTokenStore.at(Path.of(args[3]))));
        ChildJvm.say(saved(FileTokenStore.at(Path.of(args[3]), Access.GROUP)));
        ChildJvm.say(saved(FileTokenStore.at(Path.of(args[4]))));
    }

    private static String saved(FileTokenStore store) throws InterruptedException {
        try {
            Sessions.save(store, Sessions.session(2));
            return "saved";
        } catch (IOException e) {
            return e.getClass().getSimpleName() + ": " + e.getMessage();
        }
    }

    /** Saves what the limits of this process do not allow to be saved. */
    private void overflow() throws Exception {
        Sessions.save(store, Sessions.session(1));
        try {
            Sessions.save(store, Sessions.bulky(2));
            ChildJvm.say("saved");
        } catch (IOException e) {
            ChildJvm.say(e.getMessage());
        }
        ChildJvm.say(
                "version " + Objects.requireNonNull(store.load(Sessions.KEY)).version());
    }
}
