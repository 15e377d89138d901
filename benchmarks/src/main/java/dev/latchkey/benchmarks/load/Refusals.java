package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.load.subject.Caller;
import dev.latchkey.benchmarks.load.subject.Subject;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import java.util.List;
import java.util.Map;

/**
 * The server has revoked a token that 64 calls are sent with; their refusals come in over 300 ms, and each renewal kills the
 * tokens before it. Who renews more than once refuses his own calls.
 */
public final class Refusals implements Suite {
    private static final int THREADS = 64;
    private static final int SPREAD_MILLIS = 300;
    private static final int TOKEN_MILLIS = 50;
    private static final String BENCHMARK = "refusals";
    private static final String REQUESTS = "token requests";
    private static final String SUCCESSES = "successes";
    private static final List<Subject> SUBJECTS =
            List.of(Subject.LATCHKEY, Subject.RETROFIT, Subject.RETROFIT_NAIVE, Subject.GOOGLE_AUTH);

    @Override
    public String name() {
        return "refusals";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(BENCHMARK, "64 refusals over 300 ms, rotation on, old tokens dead");
    }

    @Override
    public List<Chart> charts() {
        return List.of(Chart.bars("refusals", "Successes after 64 refusals", BENCHMARK, SUCCESSES));
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.value(BENCHMARK, REQUESTS, "==", 1), Target.value(BENCHMARK, SUCCESSES, "==", THREADS));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        int rounds = mode.pick(1, 5, 20);
        Measured measured = new Measured();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class);
                Crowd crowd = new Crowd(THREADS)) {
            for (int round = 0; round < rounds; round++) {
                for (Subject subject : SUBJECTS) {
                    refuse(server, crowd, subject, measured);
                }
            }
        }
        return measured.figures();
    }

    private static void refuse(ServerProcess server, Crowd crowd, Subject subject, Measured measured) throws Exception {
        RealmSettings settings =
                RealmSettings.QUICK.token(TOKEN_MILLIS, 200).killingOld().refusalsOver(SPREAD_MILLIS);
        Realm realm = Realm.open(server.baseUrl(), settings);
        try (Caller caller = subject.open(realm)) {
            caller.call("login");
            Crowd.requireAll(crowd.together(number -> caller.call("warm" + number)), subject.name());
            realm.revoke();
            int before = realm.counts().tokenRequests();
            List<Crowd.Outcome> outcomes = crowd.together(number -> caller.call("call" + number));
            if (subject.equals(Subject.LATCHKEY)) {
                Crowd.requireAll(outcomes, subject.name() + " after a revocation");
            }
            int requests = realm.counts().tokenRequests() - before;
            measured.add(BENCHMARK, subject.name(), REQUESTS, "requests", requests);
            measured.add(BENCHMARK, subject.name(), SUCCESSES, "of 64 calls", Crowd.successes(outcomes));
        }
    }
}
