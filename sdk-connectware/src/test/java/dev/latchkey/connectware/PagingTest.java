package dev.latchkey.connectware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.PagedIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.Test;

class PagingTest {
    @Test
    void aThousandUsersAreReadInOrderAndEachPageIsAskedForOnce() throws Exception {
        try (ScriptedServer server = serving(number -> page(number, 10, 100));
                ConnectwareClient client = server.client().build();
                Stream<User> users = client.users().list(UserQuery.all()).stream()) {
            assertThat(users.map(User::id))
                    .hasSize(1000)
                    .startsWith("1-0", "1-1")
                    .endsWith("10-98", "10-99");
            assertThat(requested(server)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        }
    }

    /** Each of pages 2 to 5 is answered only once all four are asked for. */
    @Test
    void theFollowingPagesAreFetchedAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        try (ScriptedServer server = serving(number -> {
                    if (number > 1) {
                        await(together);
                    }
                    return page(number, 5, 1);
                });
                ConnectwareClient client = server.client().build()) {
            assertThat(client.users().list(UserQuery.all())).hasSize(5);
        }
    }

    @Test
    void aPageThatFailsEndsTheReadingBehindTheItemsBeforeIt() throws Exception {
        List<String> read = new ArrayList<>();
        try (ScriptedServer server = serving(number -> number == 3 ? ScriptedServer.status(404) : page(number, 9, 1));
                ConnectwareClient client = server.client().build()) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> client.users().list(UserQuery.all()).forEach(user -> read.add(user.id())));
            assertThat(read).containsExactly("1-0", "2-0");
        }
    }

    @Test
    void withoutATotalAShortPageIsTheLast() throws Exception {
        try (ScriptedServer server = serving(number -> withoutTotal(number == 3 ? 1 : 2));
                ConnectwareClient client = server.client().build()) {
            assertThat(client.users().list(UserQuery.all())).hasSize(5);
            assertThat(requested(server)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void withoutATotalAnEmptyPageIsTheLast() throws Exception {
        try (ScriptedServer server = serving(number -> withoutTotal(number == 3 ? 0 : 2));
                ConnectwareClient client = server.client().build()) {
            assertThat(client.users().list(UserQuery.all())).hasSize(4);
        }
    }

    @Test
    void aShortPageAmongOthersLosesNothing() throws Exception {
        try (ScriptedServer server = serving(number -> page(number, 3, number == 2 ? 1 : 2));
                ConnectwareClient client = server.client().build()) {
            assertThat(client.users().list(UserQuery.all())).hasSize(5);
        }
    }

    @Test
    void aTotalThatShrinksWhileReadingEndsTheReading() throws Exception {
        try (ScriptedServer server = serving(
                        number -> number == 1 ? page(1, 9, 1) : number == 2 ? page(2, 2, 1) : page(number, 2, 0));
                ConnectwareClient client = server.client().build()) {
            assertThat(client.users().list(UserQuery.all())).hasSize(2);
            assertThat(requested(server)).doesNotHaveDuplicates();
        }
    }

    @Test
    void aTotalThatGrowsWhileReadingIsFollowed() throws Exception {
        try (ScriptedServer server = serving(number -> page(number, number == 1 ? 2 : 4, 1));
                ConnectwareClient client = server.client().build()) {
            assertThat(client.users().list(UserQuery.all())).hasSize(4);
            assertThat(requested(server)).doesNotHaveDuplicates();
        }
    }

    @Test
    void noMorePagesAreAskedForThanTheWindowHolds() throws Exception {
        try (ScriptedServer server = serving(number -> page(number, 100, 1));
                ConnectwareClient client = server.client().build();
                PagedIterator<User> users =
                        client.users().list(UserQuery.all()).prefetch(2).iterator()) {
            users.next();
            users.next();
            assertThat(requested(server)).hasSizeLessThanOrEqualTo(4);
        }
    }

    @Test
    void parametersAreCalledAsTheClientWasTold() throws Exception {
        try (ScriptedServer server = new ScriptedServer(request -> ScriptedServer.json("{\"roles\":[]}"));
                ConnectwareClient client = server.client()
                        .parameterName(QueryParameter.ROLE_SHARED, "isshared[eq]")
                        .parameterName(QueryParameter.PAGE_NUMBER, "page")
                        .build()) {
            RolePage page = client.roles()
                    .page(RoleQuery.builder()
                            .names(List.of("a", "b&c"))
                            .shared(false)
                            .build())
                    .page(2)
                    .execute();
            assertThat(page.pagination().totalPages()).isNull();
            assertThat(server.requests().get(0).getTarget())
                    .isEqualTo("/api/roles/page?rowsPerPage=100&page=2&name%5Beq%5D=a&name%5Beq%5D=b%26c"
                            + "&isshared%5Beq%5D=false");
        }
    }

    private static ScriptedServer serving(IntFunction<MockResponse> pages) throws Exception {
        return new ScriptedServer(request -> pages.apply(
                Integer.parseInt(Objects.requireNonNull(request.getUrl().queryParameter("pageNumber")))));
    }

    private static List<Integer> requested(ScriptedServer server) {
        return server.requests().stream()
                .map(request -> Integer.valueOf(request.getUrl().queryParameter("pageNumber")))
                .toList();
    }

    private static MockResponse page(int number, int total, int size) {
        return ScriptedServer.json("{\"users\":[" + users(number, size) + "],\"pagination\":{\"totalPages\":" + total
                + ",\"rowsPerPage\":2}}");
    }

    private static MockResponse withoutTotal(int size) {
        return ScriptedServer.json("{\"users\":[" + users(1, size) + "],\"pagination\":{\"rowsPerPage\":\"2\"}}");
    }

    private static String users(int number, int size) {
        List<String> users = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            users.add("{\"id\":\"" + number + "-" + i + "\"}");
        }
        return String.join(",", users);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the pages were not fetched together", e);
        }
    }
}
