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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 64 threads find that the token has expired, at one moment. What counts is what the server sees, and how long the slowest has
 * to wait, in units of the token endpoint's time.
 */
public final class Expiry implements Suite {
    private static final int THREADS = 64;
    private static final String FINE = "expiry/fine";
    private static final String FAILING = "expiry/failing";
    private static final String REQUESTS = "token requests";
    private static final String WAIT = "longest wait";
    private static final int UNAVAILABLE = 503;
    private static final List<Subject> SUBJECTS = List.of(
            Subject.LATCHKEY,
            Subject.RETROFIT,
            Subject.RETROFIT_NAIVE,
            Subject.GOOGLE_AUTH,
            Subject.AZURE_CORE,
            Subject.AWS,
            Subject.MSAL4J,
            Subject.SPRING_SECURITY);

    /** One subject that is ready to meet its expiry. */
    private record Ready(Subject subject, Realm realm, Caller caller) {}

    @Override
    public String name() {
        return "expiry";
    }

    @Override
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put(FINE, "64 threads at expiry, token endpoint fine");
        titles.put(FAILING, "64 threads at expiry, token endpoint failing");
        return titles;
    }

    @Override
    public List<Chart> charts() {
        return List.of(
                Chart.bars("expiry-fine", "Token requests at expiry", FINE, REQUESTS),
                Chart.bars("expiry-failing", "Longest wait at expiry, token endpoint failing", FAILING, WAIT));
    }

    @Override
    public List<Target> targets() {
        return List.of(
                Target.value(FINE, REQUESTS, "==", 1),
                Target.value(FINE, WAIT, "<=", 1.2),
                Target.value(FAILING, REQUESTS, "==", 1),
                Target.value(FAILING, WAIT, "<=", 1.2));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        int tokenMillis = mode.pick(10, 100, 250);
        int rounds = mode.pick(1, 2, 3);
        int warmups = mode.pick(0, 1, 1);
        Measured measured = new Measured();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class);
                Crowd crowd = new Crowd(THREADS)) {
            for (int round = 0; round < warmups + rounds; round++) {
                Measured kept = round < warmups ? new Measured() : measured;
                List<Ready> fine = prepare(server, crowd);
                List<Ready> failing = prepare(server, crowd);
                Thread.sleep(1_100); // All those tokens live for a second.
                meet(fine, crowd, RealmSettings.QUICK.token(tokenMillis, 200), FINE, kept);
                meet(failing, crowd, RealmSettings.QUICK.token(tokenMillis, UNAVAILABLE), FAILING, kept);
            }
        }
        return measured.figures();
    }

    private static void meet(
            List<Ready> ready, Crowd crowd, RealmSettings atExpiry, String benchmark, Measured measured)
            throws Exception {
        for (Ready one : ready) {
            try (Caller caller = one.caller) {
                one.realm.set(atExpiry);
                int before = one.realm.counts().tokenRequests();
                List<Crowd.Outcome> outcomes = crowd.together(number -> caller.call("call" + number));
                check(one.subject, outcomes, atExpiry);
                String name = one.subject.name();
                double wait = (double) Crowd.longest(outcomes).toNanos() / (atExpiry.tokenMillis() * 1e6);
                measured.add(
                        benchmark,
                        name,
                        REQUESTS,
                        "requests",
                        one.realm.counts().tokenRequests() - before);
                measured.add(benchmark, name, WAIT, "× the token endpoint's time", wait);
            }
        }
    }

    /** Logged in, with a connection for each thread. A cache may find its token dead by then, and fail: that is not measured. */
    private static List<Ready> prepare(ServerProcess server, Crowd crowd) throws Exception {
        List<Ready> ready = new ArrayList<>();
        for (Subject subject : SUBJECTS) {
            Realm realm = Realm.open(server.baseUrl(), RealmSettings.QUICK.life(1));
            Caller caller = subject.open(realm);
            if (subject.startsWarm()) {
                crowd.together(number -> caller.call("warm" + number));
            }
            ready.add(new Ready(subject, realm, caller));
        }
        return ready;
    }

    private static void check(Subject subject, List<Crowd.Outcome> outcomes, RealmSettings atExpiry) {
        boolean isFine = atExpiry.tokenStatus() == 200;
        if (isFine) {
            Crowd.requireAll(outcomes, subject.name() + " at expiry");
        } else if (Crowd.successes(outcomes) > 0) {
            throw new IllegalStateException(subject.name() + " succeeded without a token");
        }
    }
}
