package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.load.subject.Caller;
import dev.latchkey.benchmarks.load.subject.Subject;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Four threads call without a pause, each call taking about two milliseconds, while tokens of three seconds come and go; a token
 * request takes two hundred. The server keeps old tokens alive, so that nobody has to wait.
 */
public final class Background implements Suite {
    private static final int THREADS = 4;
    private static final int TOKEN_MILLIS = 200;
    private static final RealmSettings NO_RENEWALS =
            RealmSettings.QUICK.token(TOKEN_MILLIS, 200).delay(2);
    private static final String BENCHMARK = "background";
    private static final String CONTROL = "latchkey without renewals";
    private static final String SHOWING = "calls that waited";
    private static final String P999 = "p99.9";

    @Override
    public String name() {
        return "background";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(BENCHMARK, "Calls while tokens are renewed, the old ones live on");
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.value(BENCHMARK, SHOWING, "==", 0), Target.ratio(BENCHMARK, P999, CONTROL, "<=", 1.1));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        Duration block = Duration.ofMillis(mode.pick(1_500, 6_000, 10_000));
        RealmSettings renewals = NO_RENEWALS.life(mode.pick(1, 3, 3));
        int rounds = mode.pick(1, 2, 5);
        Measured measured = new Measured();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class);
                Crowd crowd = new Crowd(THREADS)) {
            if (mode != Mode.SMOKE) {
                call(server, crowd, Subject.LATCHKEY, NO_RENEWALS, CONTROL, block.dividedBy(2), new Measured());
            }
            for (int round = 0; round < rounds; round++) {
                call(server, crowd, Subject.LATCHKEY, NO_RENEWALS, CONTROL, block, measured);
                call(server, crowd, Subject.LATCHKEY, renewals, Subject.LATCHKEY.name(), block, measured);
            }
            for (Subject peer : List.of(Subject.RETROFIT, Subject.AWS)) {
                call(server, crowd, peer, renewals, peer.name(), block, measured);
            }
        }
        return measured.figures();
    }

    private static void call(
            ServerProcess server,
            Crowd crowd,
            Subject subject,
            RealmSettings settings,
            String name,
            Duration block,
            Measured measured)
            throws Exception {
        Realm realm = Realm.open(server.baseUrl(), settings);
        try (Caller caller = subject.open(realm)) {
            crowd.together(number -> caller.call("warm" + number));
            int before = realm.counts().tokenRequests();
            CallLog log = CallLog.record(crowd, caller, block);
            if (subject.equals(Subject.LATCHKEY)) {
                log.requireSuccess(subject.name());
            }
            int renewals = realm.counts().tokenRequests() - before;
            if (renewals == 0 && !settings.equals(NO_RENEWALS)) {
                throw new IllegalStateException(subject.name() + " has renewed nothing");
            }
            measured.add(BENCHMARK, name, "renewals", "requests", renewals);
            measured.add(
                    BENCHMARK, name, "failed calls", "calls", log.failures().size());
            measured.add(BENCHMARK, name, SHOWING, "calls", log.slowerThan(Duration.ofMillis(TOKEN_MILLIS / 2)));
            measured.add(BENCHMARK, name, P999, "ns", (double) log.p999());
        }
    }
}
