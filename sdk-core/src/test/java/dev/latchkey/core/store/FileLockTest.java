package dev.latchkey.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLockTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path temp;

    private String folder = "";
    private FileTokenStore store;
    private SectionHolder holder;

    @BeforeEach
    void setUp() {
        folder = temp.resolve("sessions").toString();
        store = FileTokenStore.at(Path.of(folder));
        holder = new SectionHolder(store);
    }

    @AfterEach
    void letGo() throws Exception {
        holder.leave();
    }

    @Test
    void nobodyEntersWhileSomebodyIsIn() throws Exception {
        holder.enter();
        assertThat(StoreProgram.enter(folder, 0)).isEqualTo("busy");
        holder.leave();
        assertThat(StoreProgram.enter(folder, 0)).isEqualTo("entered");
    }

    @Test
    void anotherSessionIsNotWaitedFor() throws Exception {
        holder.enter();
        SessionKey other = new SessionKey("controlbyweb", "https://api.test/v1", "joe");
        assertThat(store.<Boolean>exclusively(other, Duration.ZERO, entry -> true))
                .isTrue();
    }

    @Test
    void whoIsInIsNotKeptFromLooking() throws Exception {
        Sessions.save(store, Sessions.session(1));
        holder.enter();
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(1));
    }

    /** POSIX: a process that closes any descriptor of a file loses its locks on it. */
    @Test
    void whoWaitsInThisProcessDoesNotLoseTheLockToOtherProcesses() throws Exception {
        holder.enter();
        assertThat(StoreProgram.enter(folder, 0)).isEqualTo("busy");
        assertThat(StoreProgram.enter(folder, 20)).isEqualTo("busy");
        assertThat(enterInAnotherProcess(20)).isEqualTo("busy");
        holder.leave();
        assertThat(enterInAnotherProcess(SOON.toMillis())).isEqualTo("entered");
    }

    /** As in a server with two applications that each bring the SDK. */
    @Test
    void whoWaitsInAnotherClassLoaderDoesNotLoseTheLockEither() throws Exception {
        holder.enter();
        List<URL> urls = new ArrayList<>();
        for (String entry : ChildJvm.classPath()) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader stranger = new URLClassLoader(urls.toArray(new URL[0]), null)) {
            Class<?> program = stranger.loadClass(StoreProgram.class.getName());
            assertThat(program).isNotSameAs(StoreProgram.class);
            Callable<Object> enter =
                    () -> program.getMethod("enter", String.class, long.class).invoke(null, folder, 20);
            assertThat(enter.call()).isEqualTo("busy");
            assertThat(enterInAnotherProcess(20)).isEqualTo("busy");
            holder.leave();
            assertThat(enterInAnotherProcess(SOON.toMillis())).isEqualTo("entered");
            assertThat(enter.call()).isEqualTo("entered");
        }
    }

    @Test
    void whoGivesUpSaysWhatItWaitedForAndHowLong() throws Exception {
        holder.enter();
        long start = System.nanoTime();
        assertThatThrownBy(() -> store.exclusively(Sessions.KEY, Duration.ofMillis(60), entry -> true))
                .isInstanceOf(StoreBusyException.class)
                .hasMessageContainingAll("\"jane\" at https://api.test/v1", "PT0.06S", folder, ".lock");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(60), SOON);
    }

    @Test
    void aSectionInsideOfItselfIsBusyAndNoDeadlock() throws Exception {
        assertThat(store.<String>exclusively(Sessions.KEY, SOON, entry -> {
                    try {
                        return StoreProgram.enter(folder, 5);
                    } catch (Exception e) {
                        return e.toString();
                    }
                }))
                .isEqualTo("busy");
    }

    @Test
    void aSectionThatThrowsIsLeft() throws Exception {
        assertThatThrownBy(() -> store.exclusively(Sessions.KEY, SOON, entry -> {
                    throw new IllegalStateException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(StoreProgram.enter(folder, 0)).isEqualTo("entered");
    }

    @Test
    void aWaitOfAnyLengthCanBeAskedFor() throws Exception {
        assertThat(store.<Boolean>exclusively(Sessions.KEY, Duration.ofSeconds(Long.MAX_VALUE), entry -> true))
                .isTrue();
        assertThat(store.<Boolean>exclusively(Sessions.KEY, Duration.ofSeconds(-1), entry -> true))
                .isTrue();
    }

    @Test
    void aHolderThatIsKilledLetsGo() throws Exception {
        try (ChildJvm child = ChildJvm.start(StoreProgram.class, folder, "hold")) {
            assertThat(child.said()).isEqualTo("in");
            assertThat(StoreProgram.enter(folder, 20)).isEqualTo("busy");
            FutureTask<String> waiter = new FutureTask<>(() -> StoreProgram.enter(folder, SOON.toMillis()));
            Thread thread = SectionHolder.start(waiter);
            await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
            child.kill();
            assertThat(waiter.get(2, TimeUnit.SECONDS)).isEqualTo("entered");
        }
    }

    @Test
    void noUpdateIsLostAmongThreadsAndProcesses() throws Exception {
        int each = 20;
        List<ChildJvm> children = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                children.add(ChildJvm.start(StoreProgram.class, folder, "count", String.valueOf(each)));
            }
            for (ChildJvm child : children) {
                assertThat(child.said()).isEqualTo("ready");
            }
            for (ChildJvm child : children) {
                child.goOn();
            }
            List<FutureTask<Integer>> threads = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                FileTokenStore own = FileTokenStore.at(Path.of(folder));
                FutureTask<Integer> counts = new FutureTask<>(() -> {
                    for (int n = 0; n < each; n++) {
                        Sessions.countUp(own);
                    }
                    return each;
                });
                SectionHolder.start(counts);
                threads.add(counts);
            }
            for (FutureTask<Integer> counts : threads) {
                assertThat(counts.get(60, TimeUnit.SECONDS)).isEqualTo(each);
            }
            for (ChildJvm child : children) {
                assertThat(child.said()).isEqualTo("done");
            }
        } finally {
            for (ChildJvm child : children) {
                child.close();
            }
        }
        assertThat(store.load(Sessions.KEY)).isEqualTo(Sessions.session(4L * each));
    }

    private String enterInAnotherProcess(long waitMillis) throws Exception {
        try (ChildJvm child = ChildJvm.start(StoreProgram.class, folder, "enter", String.valueOf(waitMillis))) {
            return child.said();
        }
    }
}
