package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.load.subject.Caller;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiCall;
import dev.latchkey.core.auth.SessionListener;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The same as {@link Background}, with a server that lets a token die when it issues the next one. Calls that are underway at
 * that instant are refused, and have to be sent again.
 */
public final class Rotation implements Suite {
    private static final int THREADS = 4;
    private static final int TOKEN_MILLIS = 100;
    private static final String BENCHMARK = "rotation";
    private static final String SUBJECT = "latchkey";
    private static final String REPLAYS_OF_ONE = "replays of one call, at most";
    private static final String NOT_UNDERWAY = "replays of calls that were not underway";

    @Override
    public String name() {
        return "rotation";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(BENCHMARK, "Calls while tokens are renewed, the old ones die");
    }

    @Override
    public List<Target> targets() {
        return List.of(
                Target.value(BENCHMARK, REPLAYS_OF_ONE, "<=", 1), Target.value(BENCHMARK, NOT_UNDERWAY, "==", 0));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        Duration time = Duration.ofMillis(mode.pick(1_500, 8_000, 30_000));
        RealmSettings settings = RealmSettings.QUICK
                .token(TOKEN_MILLIS, 200)
                .delay(2)
                .life(mode.pick(1, 2, 2))
                .killingOld();
        Queue<Long> renewals = new ConcurrentLinkedQueue<>();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class);
                Crowd crowd = new Crowd(THREADS)) {
            Realm realm = Realm.open(server.baseUrl(), settings);
            try (Caller caller = new Listening(realm, renewals)) {
                caller.call("login");
                renewals.clear();
                CallLog log = CallLog.record(crowd, caller, time);
                log.requireSuccess("calls while a renewal kills the old token");
                return figures(realm, log, List.copyOf(renewals));
            }
        }
    }

    private static List<Figure> figures(Realm realm, CallLog log, List<Long> renewals) throws Exception {
        if (renewals.isEmpty()) {
            throw new IllegalStateException("nothing was renewed");
        }
        Set<String> refused = new HashSet<>(realm.refusedCalls());
        List<CallLog.Entry> notUnderway = log.entries().stream()
                .filter(call -> refused.contains(call.id()))
                .filter(call -> renewals.stream().noneMatch(renewal -> wasUnderway(call, renewal)))
                .toList();
        return List.of(
                Figure.exact(BENCHMARK, SUBJECT, "renewals", "requests", renewals.size()),
                Figure.exact(BENCHMARK, SUBJECT, "replayed calls", "calls", refused.size()),
                Figure.exact(
                        BENCHMARK,
                        SUBJECT,
                        REPLAYS_OF_ONE,
                        "replays",
                        realm.counts().mostRefusalsOfOneCall()),
                Figure.exact(BENCHMARK, SUBJECT, NOT_UNDERWAY, "calls", notUnderway.size()));
    }

    /** The old token dies when the answer is sent, which is less than half of a token request before it is in use. */
    private static boolean wasUnderway(CallLog.Entry call, long renewal) {
        long sent = renewal - Duration.ofMillis(TOKEN_MILLIS / 2).toNanos();
        return call.start() - renewal <= 0 && call.end() - sent >= 0;
    }

    /** Notes when each new token came into use. */
    private static final class Listening implements Caller {
        private final ControlByWebClient client;
        private final ApiCall<String> devices;

        Listening(Realm realm, Queue<Long> renewals) {
            client = ControlByWebClient.builder()
                    .baseUrl(realm.baseUrl())
                    .credentials("jane", "secret")
                    .listener(new SessionListener() {
                        @Override
                        public void renewed() {
                            renewals.add(System.nanoTime());
                        }
                    })
                    .build();
            devices = client.request("GET", RealmContent.DEVICES_PATH).returningText();
        }

        @Override
        public void call(String id) {
            String answer = devices.header("X-Request-Id", id).execute();
            if (!answer.equals(RealmContent.DEVICES)) {
                throw new IllegalStateException("a wrong answer: " + answer);
            }
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
