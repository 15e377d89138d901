package dev.latchkey.benchmarks.load;

import dev.latchkey.benchmarks.Mode;
import dev.latchkey.benchmarks.Suite;
import dev.latchkey.benchmarks.load.realm.Realm;
import dev.latchkey.benchmarks.load.realm.RealmContent;
import dev.latchkey.benchmarks.load.realm.RealmHandler;
import dev.latchkey.benchmarks.load.realm.RealmSettings;
import dev.latchkey.benchmarks.results.Chart;
import dev.latchkey.benchmarks.results.Figure;
import dev.latchkey.benchmarks.results.Target;
import dev.latchkey.benchmarks.server.ServerProcess;
import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.User;
import dev.latchkey.connectware.UserPage;
import dev.latchkey.connectware.UserQuery;
import dev.latchkey.core.PagedCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** 10,000 users in 100 pages from a server that takes 20 ms for each; how long it takes, and what is held of them meanwhile. */
public final class Paging implements Suite {
    private static final int DELAY_MILLIS = 20;
    private static final int USERS = RealmContent.PAGES * RealmContent.USERS_ON_A_PAGE;
    private static final String BENCHMARK = "paging";
    private static final String TIME = "time";
    private static final String GROWTH = "growth of the live heap";
    private static final String LATCHKEY = "latchkey";
    private static final String SEQUENTIAL = "one page after the other";

    @Override
    public String name() {
        return "paging";
    }

    @Override
    public Map<String, String> titles() {
        return Map.of(BENCHMARK, "10,000 users in 100 pages, 20 ms each");
    }

    @Override
    public List<Chart> charts() {
        return List.of(Chart.bars("paging", "Reading 10,000 users in 100 pages", BENCHMARK, TIME));
    }

    @Override
    public List<Target> targets() {
        return List.of(
                Target.ratio(BENCHMARK, TIME, SEQUENTIAL, "<=", 0.2), Target.value(BENCHMARK, GROWTH, "<=", 256));
    }

    @Override
    public List<Figure> run(Mode mode) throws Exception {
        int rounds = mode.pick(1, 3, 7);
        int warmups = mode.pick(0, 2, 4);
        Measured measured = new Measured();
        try (ServerProcess server = ServerProcess.start(RealmHandler.class)) {
            Realm realm = Realm.open(server.baseUrl(), RealmSettings.QUICK.delay(DELAY_MILLIS));
            try (ConnectwareClient client = ConnectwareClient.builder()
                    .baseUrl(realm.baseUrl())
                    .credentials("admin", "secret")
                    .build()) {
                PagedCall<User, UserPage> users = client.users().list(UserQuery.all());
                for (int round = 0; round < warmups; round++) {
                    nanosToRead(users.prefetch(16));
                }
                for (int round = 0; round < rounds; round++) {
                    measured.add(BENCHMARK, LATCHKEY, TIME, "ns", nanosToRead(users));
                    measured.add(BENCHMARK, "latchkey, prefetch(16)", TIME, "ns", nanosToRead(users.prefetch(16)));
                    measured.add(BENCHMARK, SEQUENTIAL, TIME, "ns", nanosToRead(users.prefetch(0)));
                }
                measured.add(BENCHMARK, LATCHKEY, GROWTH, "KB", kilobytesHeld(users));
            }
        }
        return measured.figures();
    }

    private static double nanosToRead(PagedCall<User, UserPage> everyUser) {
        long start = System.nanoTime();
        try (Stream<User> users = everyUser.stream()) {
            check(users.map(User::username).distinct().count());
        }
        return (double) (System.nanoTime() - start);
    }

    /** From the tenth page to the last; each page is collected before the next is looked at. */
    private static double kilobytesHeld(PagedCall<User, UserPage> everyUser) {
        long first = 0;
        long last = 0;
        int read = 0;
        try (Stream<User> users = everyUser.stream()) {
            for (User user : (Iterable<User>) users::iterator) {
                if (user.username() != null && ++read % (10 * RealmContent.USERS_ON_A_PAGE) == 0) {
                    last = LiveHeap.bytes();
                    first = first == 0 ? last : first;
                }
            }
        }
        check(read);
        return Math.max(0, last - first) / 1024.0;
    }

    private static void check(long count) {
        if (count != USERS) {
            throw new IllegalStateException(count + " users were read instead of " + USERS);
        }
    }
}
