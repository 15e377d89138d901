package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.load.subject.Caller;
import dev.latchkey.benchmarks.load.subject.HttpClients;
import dev.latchkey.benchmarks.load.subject.Subject;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okhttp3.OkHttpClient;

/** Clients of as many users in one process, whose tokens all expire at one moment: how long until each has another. */
public final class Fleet implements Suite {
    /** Figures of this suite are of the benchmarks {@code renewals/1}, {@code renewals/10} and so on. */
    public static final String PREFIX = "renewals/";

    private static final List<Integer> SIZES = List.of(1, 10, 100);
    private static final int TOKEN_MILLIS = 20;
    private static final String TIME = "time";
    private static final String REQUESTS = "token requests";

    @Override
    public String name() {
        return "fleet";
    }

    @Override
    public Map<String, String> titles() {
        return SIZES.stream()
                .collect(Collectors.toMap(
                        size -> PREFIX + size,
                        size -> "All tokens of a process expire at once, clients: " + size,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    @Override
    public List<Chart> charts() {
        return List.of(Chart.lines(
                "renewals", "Until every client has renewed", List.copyOf(titles().keySet()), TIME, "clients"));
    }

    @Override
    public List<Target> targets() {
        return SIZES.stream()
                .map(size -> Target.value(PREFIX + size, REQUESTS, "==", size))
                .toList();
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        int warmups = mode.pick(0, 1, 2);
        int rounds = mode.pick(1, 3, 7);
        Measured measured = new Measured();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class)) {
            for (int round = 0; round < warmups + rounds; round++) {
                for (int size : SIZES) {
                    renew(server, size, round < warmups ? new Measured() : measured);
                }
            }
        }
        return measured.figures();
    }

    private static void renew(ServerProcess server, int size, Measured measured) throws Exception {
        Realm realm = Realm.open(server.baseUrl(), RealmSettings.QUICK.life(1));
        OkHttpClient shared = HttpClients.make();
        List<Caller> clients = new ArrayList<>();
        try (Crowd crowd = new Crowd(size)) {
            for (int i = 0; i < size; i++) {
                clients.add(Subject.latchkeyOn(shared).open(realm));
            }
            Crowd.requireAll(crowd.together(number -> clients.get(number).call("warm" + number)), "before");
            Thread.sleep(1_100); // All those tokens live for a second.
            realm.set(RealmSettings.QUICK.token(TOKEN_MILLIS, 200));
            int before = realm.counts().tokenRequests();
            List<Crowd.Outcome> outcomes =
                    crowd.together(number -> clients.get(number).call("call" + number));
            Crowd.requireAll(outcomes, "a fleet at expiry");
            String benchmark = PREFIX + size;
            String subject = Subject.LATCHKEY.name();
            measured.add(
                    benchmark, subject, REQUESTS, "requests", realm.counts().tokenRequests() - before);
            measured.add(benchmark, subject, TIME, "ns", (double)
                    Crowd.longest(outcomes).toNanos());
        } finally {
            clients.forEach(Caller::close);
            HttpClients.close(shared);
        }
    }
}
