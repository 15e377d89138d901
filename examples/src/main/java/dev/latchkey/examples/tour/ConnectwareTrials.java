package dev.latchkey.examples.tour;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.NewRole;
import dev.latchkey.connectware.NewUser;
import dev.latchkey.connectware.Role;
import dev.latchkey.connectware.SessionInfo;
import dev.latchkey.connectware.User;
import dev.latchkey.connectware.UserQuery;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.connectware.FakeConnectware;
import dev.latchkey.fake.connectware.FakeUser;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a visitor of somebody else's server leaves alone, or takes a fake: its clock and its faults. */
record ConnectwareTrials(Story story, ConnectwareClient client, FakeConnectware fake, Runnable tellWire) {
    private static final String LOGIN = "/api/login";
    private static final String SESSION = "/api/session";
    private static final String LIST = "/api/listUsers";
    private static final int CALLERS = 50;
    private static final int MANY = 250;
    private static final int ON_A_PAGE = 50;
    private static final Duration TWELVE_HOURS = Duration.ofHours(12);

    void run() throws Exception {
        story.step("Create a role, and a user who has it", this::create);
        story.step("Read " + MANY + " users, " + ON_A_PAGE + " on a page", this::readMany);
        story.step("Twelve hours pass", this::twelveHoursPass);
        story.step("The server is out of order for two answers", this::outage);
        story.step(CALLERS + " calls at once, at the moment of expiry", this::storm);
        story.step("An administrator ends all tokens of the user", this::endTokens);
    }

    private void create() {
        Role role = client.roles()
                .create(NewRole.builder("operator").shared(true).build())
                .execute();
        User jane = client.users()
                .create(NewUser.withPassword("jane", "battery staple")
                        .role(Objects.requireNonNull(role.id()))
                        .build())
                .execute();
        List<Role> roles =
                client.users().get(Objects.requireNonNull(jane.id())).execute().roles();
        boolean isNamed = client.users().usernames().execute().contains("jane");
        tellWire.run();
        story.expect("whether she is among the user names", true, isNamed);
        story.expect("how many roles the user has", 1, roles.size());
        story.expect("name of the role", "operator", String.valueOf(roles.get(0).name()));
        story.says(jane.username() + " has the role " + roles.get(0).name());
    }

    private void readMany() {
        while (fake.users().names().size() < MANY) {
            fake.users()
                    .add(FakeUser.builder("user-" + fake.users().names().size())
                            .password("battery staple")
                            .build());
        }
        int pages = count("GET", LIST);
        UserQuery query = UserQuery.builder().rowsPerPage(ON_A_PAGE).build();
        long read;
        try (Stream<User> users = client.users().list(query).stream()) {
            read = users.map(user -> String.valueOf(user.username())).distinct().count();
        }
        tellWire.run();
        story.expect("users read", (long) MANY, read);
        story.expect("pages asked for", MANY / ON_A_PAGE, count("GET", LIST) - pages);
        story.says(read + " users, each page asked for once, the later ones ahead of the reader");
    }

    private void twelveHoursPass() {
        int logins = count("POST", LOGIN);
        fake.clock().advance(TWELVE_HOURS);
        client.auth().session().execute();
        tellWire.run();
        story.expect("logins", 1, count("POST", LOGIN) - logins);
        story.says("the token had expired; the client logged in again, and the call went on without noticing");
    }

    private void outage() {
        int attempts = count("GET", SESSION);
        fake.faults().next(2, Fault.status(503));
        client.auth().session().execute();
        tellWire.run();
        story.expect("attempts", 3, count("GET", SESSION) - attempts);
        story.says("tried again after a pause, and again: the third answer is the right one");
    }

    private void storm() {
        int logins = count("POST", LOGIN);
        fake.clock().advance(TWELVE_HOURS);
        List<CompletableFuture<SessionInfo>> calls = IntStream.range(0, CALLERS)
                .mapToObj(i -> client.auth().session().executeAsync())
                .collect(Collectors.toList());
        long succeeded = calls.stream().filter(call -> call.join() != null).count();
        tellWire.run();
        story.expect("calls that succeeded", (long) CALLERS, succeeded);
        story.expect("logins", 1, count("POST", LOGIN) - logins);
        story.says(CALLERS + " calls succeeded with exactly one login");
    }

    private void endTokens() {
        int logins = count("POST", LOGIN);
        client.users().deleteAllTokens(fake.users().id("admin")).execute();
        client.auth().session().execute();
        tellWire.run();
        story.expect("logins", 1, count("POST", LOGIN) - logins);
        story.says("the server refused the token, which had hours to live; one login, and the call went on");
    }

    private int count(String method, String path) {
        return fake.journal().count(method, path);
    }
}
