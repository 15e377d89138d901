package dev.latchkey.examples;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.User;
import dev.latchkey.connectware.UserPage;
import dev.latchkey.connectware.UserQuery;
import dev.latchkey.core.PagedCall;
import dev.latchkey.fake.FakeRequest;
import dev.latchkey.fake.FakeResponse;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.connectware.FakeConnectware;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Read 10,000 users from a server that takes 20 ms a request: page after page, and with pages fetched ahead. */
public final class ReadEveryUser {
    private static final int PAGES = 100;
    private static final int ROWS = 100;

    private ReadEveryUser() {}

    public static void main(String[] args) {
        try (FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret")) {
            fake.handleAuthorized("GET", "/api/listUsers", ReadEveryUser::page);
            fake.faults().on("GET", "/api/listUsers").always(Fault.delay(Duration.ofMillis(20)));
            run(fake.baseUrl());
        }
    }

    static void run(String baseUrl) {
        try (ConnectwareClient connectware = ConnectwareClient.builder()
                .baseUrl(baseUrl) // such as https://connectware.example.com
                .credentials("admin", "secret")
                .build()) {
            connectware.session().login().execute();

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

    private static FakeResponse page(FakeRequest request) {
        int number = Integer.parseInt(request.query("pageNumber").get(0));
        List<Map<String, String>> users = IntStream.range(0, ROWS)
                .mapToObj(row -> Map.of("id", number + "-" + row, "username", "user-" + number + "-" + row))
                .toList();
        return FakeResponse.json(
                200,
                Map.of(
                        "users",
                        users,
                        "pagination",
                        Map.of("totalPages", PAGES, "totalRows", PAGES * ROWS, "rowsPerPage", ROWS)));
    }
}
