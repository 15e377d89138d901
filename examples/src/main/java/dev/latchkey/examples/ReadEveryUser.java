package dev.latchkey.examples;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.User;
import dev.latchkey.connectware.UserPage;
import dev.latchkey.connectware.UserQuery;
import dev.latchkey.core.PagedCall;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakeUser;
import java.time.Duration;
import java.util.stream.Stream;

/** Read 2,000 users from a server that takes 20 ms a request: page after page, and with pages fetched ahead. */
public final class ReadEveryUser {
    private static final int USERS = 2_000;

    private ReadEveryUser() {}

    public static void main(String[] args) {
        try (FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret")) {
            for (int n = 1; n < USERS; n++) {
                fake.users().add(FakeUser.builder("user-" + n).build());
            }
            fake.latency("GET", "/api/listUsers", Duration.ofMillis(20));
            run(fake.baseUrl());
        }
    }

    static void run(String baseUrl) {
        try (ConnectwareClient connectware = ConnectwareClient.builder()
                .baseUrl(baseUrl) // such as https://connectware.example.com
                .credentials("admin", "secret")
                .build()) {
            connectware.session().ensure().execute();

            PagedCall<User, UserPage> everyUser = connectware.users().list(UserQuery.all());
            UserPage first = everyUser.page(1).execute();
            System.out.println("there are " + first.pagination().totalRows() + " users");

            long oneByOne = millisToCount("one page after the other", everyUser.prefetch(0));
            long ahead = millisToCount("sixteen pages fetched ahead", everyUser.prefetch(16));
            System.out.printf("%.1f times faster%n", (double) oneByOne / ahead);
        }
    }

    private static long millisToCount(String how, PagedCall<User, UserPage> everyUser) {
        long start = System.nanoTime();
        try (Stream<User> users = everyUser.stream()) {
            long count = users.map(User::username).distinct().count();
            long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
            System.out.println(how + ": " + count + " users in " + millis + " ms");
            return millis;
        }
    }
}
