package dev.latchkey.examples.tour;

import dev.latchkey.devicehive.Action;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.JwtPayload;
import dev.latchkey.devicehive.JwtTokens;
import dev.latchkey.devicehive.NameQuery;
import dev.latchkey.devicehive.Network;
import dev.latchkey.devicehive.NewPluginToken;
import dev.latchkey.devicehive.NewToken;
import dev.latchkey.devicehive.NewUser;
import dev.latchkey.devicehive.UserRole;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What takes a fake: its clock, its faults and its plugin. */
record DeviceHiveTrials(Story story, DeviceHiveClient client, FakeDeviceHive fake, Runnable tellWire) {
    static final String TOPIC = "plugin_topic_of_jane";

    static final String ADMIN = "dhadmin";
    static final String ADMINS_PASSWORD = "battery staple";

    private static final String KIMS_PASSWORD = "new battery";
    private static final String LOGIN = "/token";
    private static final String REFRESH = "/token/refresh";
    private static final String AUTHENTICATE = "/token/plugin/authenticate";
    private static final int CALLERS = 50;
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration HALF_A_YEAR = Duration.ofDays(182);

    void run(NewToken forDevice) throws Exception {
        story.step("Half an hour passes", () -> halfAnHourPasses(forDevice));
        story.step("Half a year passes", () -> halfAYearPasses(forDevice));
        story.step("Create a plugin's token, and have the server verify it", this::plugin);
        story.step("An administrator adds a user with a network, and a token that reaches just that", this::addUser);
        story.step("The server is out of order for two answers", this::outage);
        story.step(CALLERS + " calls at once, at the moment of expiry", () -> storm(forDevice));
    }

    private void halfAnHourPasses(NewToken forDevice) {
        int renewals = count(REFRESH);
        int logins = count(LOGIN);
        fake.clock().advance(HALF_AN_HOUR);
        client.token().create(forDevice).execute();
        tellWire.run();
        story.expect("renewals", 1, count(REFRESH) - renewals);
        story.expect("logins", 0, count(LOGIN) - logins);
        story.says("the access token had expired; the call went on without noticing");
    }

    private void halfAYearPasses(NewToken forDevice) {
        int logins = count(LOGIN);
        fake.clock().advance(HALF_A_YEAR);
        client.token().create(forDevice).execute();
        tellWire.run();
        story.expect("logins", 1, count(LOGIN) - logins);
        story.says("the refresh token had expired, too: one login, and the call went on");
    }

    private void plugin() {
        JwtTokens tokens = client.plugin()
                .createToken(NewPluginToken.builder(TOPIC)
                        .actions(Action.GET_DEVICE_NOTIFICATION)
                        .build())
                .execute();
        JwtPayload verified = client.plugin().authenticate(tokens.accessToken()).execute();
        tellWire.run();
        story.expect("topic", TOPIC, String.valueOf(verified.topic()));
        story.says("the server says that it is " + verified.topic() + " with " + verified.actions());
    }

    private void addUser() {
        try (DeviceHiveClient admin = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(ADMIN, ADMINS_PASSWORD)
                .build()) {
            long kim = admin.users()
                    .create(NewUser.builder("kim", KIMS_PASSWORD, UserRole.CLIENT)
                            .build())
                    .execute()
                    .id();
            long north = admin.networks().create("north", "north hall").execute();
            admin.users().assignNetwork(kim, north).execute();
            JwtPayload reach = admin.token()
                    .login("kim", KIMS_PASSWORD)
                    .execute()
                    .accessPayload()
                    .orElseThrow();
            String forDevice = admin.token()
                    .create(NewToken.builder(kim)
                            .actions(Action.GET_NETWORK)
                            .networksOf(reach)
                            .deviceTypesOf(reach)
                            .build())
                    .execute()
                    .accessToken();
            List<String> reached = reached(forDevice);
            tellWire.run();
            story.expect("networks", List.of("north"), reached);
            story.says("the device's token reaches [north], and not jane's networks");
        }
    }

    private List<String> reached(String accessToken) {
        try (DeviceHiveClient device = DeviceHiveClient.builder()
                .baseUrl(fake.baseUrl())
                .accessToken(accessToken)
                .build()) {
            return device.networks().list(NameQuery.all()).stream()
                    .map(Network::name)
                    .map(String::valueOf)
                    .collect(Collectors.toList());
        }
    }

    private void outage() {
        String token = client.plugin()
                .createToken(NewPluginToken.builder(TOPIC).build())
                .execute()
                .accessToken();
        int attempts = fake.journal().count("GET", AUTHENTICATE);
        fake.faults().next(2, Fault.status(503));
        client.plugin().authenticate(token).execute();
        tellWire.run();
        story.expect("attempts", 3, fake.journal().count("GET", AUTHENTICATE) - attempts);
        story.says("tried again after a pause, and again: the third answer is the right one");
    }

    private void storm(NewToken forDevice) {
        int renewals = count(REFRESH);
        fake.clock().advance(HALF_AN_HOUR);
        List<CompletableFuture<JwtTokens>> calls = IntStream.range(0, CALLERS)
                .mapToObj(i -> client.token().create(forDevice).executeAsync())
                .collect(Collectors.toList());
        long succeeded = calls.stream().filter(call -> call.join() != null).count();
        tellWire.run();
        story.expect("calls that succeeded", (long) CALLERS, succeeded);
        story.expect("renewals", 1, count(REFRESH) - renewals);
        story.says(CALLERS + " calls succeeded with exactly one renewal");
    }

    private int count(String path) {
        return fake.journal().count("POST", path);
    }
}
