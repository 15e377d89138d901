package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import dev.latchkey.connectware.ConnectwareClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** 1,000 asynchronous calls at once to a server that takes 20 ms for each, 64 of them at a time. */
public final class AsyncCalls implements Suite {
    private static final int CALLS = 1_000;
    private static final int DELAY_MILLIS = 20;
    private static final String BENCHMARK = "async";
    private static final String RATE = "calls";

    @Override
    public String name() {
        return "async";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(BENCHMARK, "1,000 asynchronous calls at 20 ms");
    }

    @Override
    public List<Target> targets() {
        return List.of(Target.ratio(BENCHMARK, RATE, "raw", ">=", 0.95));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        int warmups = mode.pick(0, 3, 10);
        int rounds = mode.pick(1, 8, 30);
        Measured measured = new Measured();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class)) {
            Realm realm = Realm.open(server.baseUrl(), RealmSettings.QUICK.delay(DELAY_MILLIS));
            try (ConnectwareClient latchkey = ConnectwareClient.builder()
                            .baseUrl(realm.baseUrl())
                            .credentials("admin", "secret")
                            .build();
                    RawAsyncUsers raw = RawAsyncUsers.loggedIn(realm)) {
                for (int round = 0; round < warmups + rounds; round++) {
                    Measured kept = round < warmups ? new Measured() : measured;
                    kept.add(BENCHMARK, "raw", RATE, "calls/s", rate(raw::username));
                    kept.add(
                            BENCHMARK,
                            "latchkey",
                            RATE,
                            "calls/s",
                            rate(() -> latchkey.users()
                                    .get(RealmContent.USER_ID)
                                    .executeAsync()
                                    .thenApply(user -> String.valueOf(user.username()))));
                }
            }
        }
        return measured.figures();
    }

    private static double rate(Supplier<CompletableFuture<String>> call) {
        List<CompletableFuture<String>> underway = new ArrayList<>(CALLS);
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            underway.add(call.get());
        }
        for (CompletableFuture<String> answer : underway) {
            String username = answer.join();
            if (!username.equals(RealmContent.USERNAME)) {
                throw new IllegalStateException("a wrong answer: " + username);
            }
        }
        return CALLS * 1e9 / (System.nanoTime() - start);
    }
}
