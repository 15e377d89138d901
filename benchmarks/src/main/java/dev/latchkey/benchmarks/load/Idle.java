package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.child.IdleMain;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import java.util.List;
import java.util.Map;

/**
 * What a client holds after its first call: many are made, and what the live heap has grown by is divided by their number. Less
 * the same of bare OkHttp clients, this is what the SDK adds.
 */
public final class Idle implements Suite {
    private static final String BENCHMARK = "idle";
    private static final String HEAP = "heap beyond its OkHttpClient";
    private static final String THREADS = "threads";
    private static final String LATCHKEY = "latchkey";

    /** What one of many holds. */
    private record Held(double bytes, double threads) {}

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(BENCHMARK, "An idle client after its first call");
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.value(BENCHMARK, THREADS, "==", 0), Target.value(BENCHMARK, HEAP, "<=", 64 * 1024));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        int count = mode.pick(25, 100, 100);
        try (ServerProcess server = ServerProcess.start(RealmHandler.class)) {
            Realm realm = Realm.open(server.baseUrl(), RealmSettings.QUICK);
            Held raw = held(realm, "raw", count);
            Held alone = held(realm, "latchkey", count);
            Held shared = held(realm, "shared", count);
            return List.of(
                    Figure.exact(BENCHMARK, LATCHKEY, THREADS, "threads", alone.threads + shared.threads),
                    Figure.exact(BENCHMARK, LATCHKEY, HEAP, "B", alone.bytes - raw.bytes),
                    Figure.exact(BENCHMARK, LATCHKEY, "heap with an OkHttpClient of its own", "B", alone.bytes),
                    Figure.exact(BENCHMARK, LATCHKEY, "heap on a shared OkHttpClient", "B", shared.bytes),
                    Figure.exact(BENCHMARK, "raw", "heap with an OkHttpClient of its own", "B", raw.bytes));
        }
    }

    private static Held held(Realm realm, String kind, int count) throws Exception {
        ChildProcess child = ChildProcess.run(
                ClassPath.latchkey(),
                IdleMain.class,
                List.of(realm.baseUrl(), RealmContent.USER_ID, kind, Integer.toString(count)));
        if (!child.output().get(2).equals(Integer.toString(IdleMain.WARMED + count))) {
            throw new IllegalStateException("not all clients were made: " + child.output());
        }
        return new Held(
                Double.parseDouble(child.output().get(0)),
                Double.parseDouble(child.output().get(1)));
    }
}
