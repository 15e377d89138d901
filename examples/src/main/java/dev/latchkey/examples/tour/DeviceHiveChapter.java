package dev.latchkey.examples.tour;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.devicehive.Action;
import dev.latchkey.devicehive.DeviceHiveClient;
import dev.latchkey.devicehive.JwtPayload;
import dev.latchkey.devicehive.JwtTokens;
import dev.latchkey.devicehive.NewToken;
import dev.latchkey.fake.devicehive.FakeDeviceHive;
import dev.latchkey.fake.devicehive.FakePlugin;
import dev.latchkey.fake.devicehive.FakeUser;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** DeviceHive: tokens for devices and plugins, users and networks, half an hour and half a year that pass, an outage, a storm. */
public final class DeviceHiveChapter implements Chapter {
    private static final String USER = "jane";
    private static final String PASSWORD = "correct horse";
    private static final long NETWORK = 1;

    private final @Nullable Target target;

    /** Visits the target, or a fake if there is none. */
    public DeviceHiveChapter(@Nullable Target target) {
        this.target = target;
    }

    @Override
    public String title() {
        return "DeviceHive, " + (target == null ? "a fake on loopback" : target.url());
    }

    @Override
    public void tell(Story story) throws Exception {
        if (target != null) {
            visit(story, target, null);
            return;
        }
        try (FakeDeviceHive fake = FakeDeviceHive.start()) {
            fake.addUser(FakeUser.client(USER, PASSWORD).id(10).networks(1, 2).build());
            fake.addUser(FakeUser.admin(DeviceHiveTrials.ADMIN, DeviceHiveTrials.ADMINS_PASSWORD)
                    .build());
            fake.addPlugin(new FakePlugin(DeviceHiveTrials.TOPIC, USER));
            visit(story, new Target(fake.baseUrl(), USER, PASSWORD), fake);
        }
    }

    private static void visit(Story story, Target server, @Nullable FakeDeviceHive fake) throws Exception {
        try (DeviceHiveClient client = DeviceHiveClient.builder()
                .baseUrl(server.url())
                .credentials(server.user(), server.password())
                .build()) {
            Wire wire = fake == null ? null : new Wire(fake);
            new Visit(story, client, server, wire).run(fake);
        }
    }

    private record Visit(
            Story story,
            DeviceHiveClient client,
            Target server,
            @Nullable Wire wire) {

        void run(@Nullable FakeDeviceHive fake) throws Exception {
            story.step("Log in", this::logIn);
            NewToken forDevice = forDevice(userId());
            story.step("Create a token for a device, for one network and two actions", () -> create(forDevice));
            story.step("Ask for a token without any action", this::createForNothing);
            if (fake == null) {
                List.of(
                                "Half an hour passes",
                                "Half a year passes",
                                "Create a plugin's token, and have the server verify it",
                                "An administrator adds a user with a network, and a token that reaches just that",
                                "The server is out of order for two answers",
                                "50 calls at once, at the moment of expiry")
                        .forEach(story::skip);
            } else {
                new DeviceHiveTrials(story, client, fake, this::tellWire).run(forDevice);
            }
            story.step("Log out", this::logOut);
            story.step(
                    "One call more",
                    () -> LoggedOut.tell(
                            story, () -> client.token().create(forDevice).execute()));
        }

        private void logIn() {
            client.session().ensure().execute();
            tellWire();
            story.expect(
                    "state of the session",
                    SessionState.ACTIVE,
                    client.session().state());
            story.says("the access token is good until "
                    + client.session().expiresAt().map(Object::toString).orElse("it is refused"));
        }

        /** The session keeps its tokens to itself; a login beside it tells whose they are. */
        private long userId() {
            JwtTokens tokens =
                    client.token().login(server.user(), server.password()).execute();
            Long id = tokens.accessPayload().map(JwtPayload::userId).orElse(null);
            if (id == null) {
                throw new Difference("the access token", "names a user", "does not");
            }
            return id;
        }

        private void create(NewToken forDevice) {
            JwtTokens tokens = client.token().create(forDevice).execute();
            JwtPayload payload = tokens.accessPayload().orElseThrow();
            tellWire();
            List<Action> actions = Objects.requireNonNull(payload.actions());
            List<String> networks = Objects.requireNonNull(payload.networkIds());
            story.expect("actions", List.of(Action.GET_DEVICE, Action.CREATE_DEVICE_NOTIFICATION), actions);
            story.expect("networks", List.of(String.valueOf(NETWORK)), networks);
            story.says("user " + payload.userId() + " with " + actions + " in networks " + networks + ", until "
                    + payload.expiresAt());
        }

        private void createForNothing() {
            try {
                NewToken.builder(1).allNetworks().allDeviceTypes().build();
            } catch (InvalidInputException e) {
                tellWire();
                story.says("refused before anything is sent: " + e.getMessage());
                return;
            }
            throw new Difference("a token without actions", InvalidInputException.class.getSimpleName(), "success");
        }

        private void logOut() {
            LogoutResult result = client.session().logout().execute();
            tellWire();
            story.expect("how far the logout reached", LogoutResult.LOCAL_ONLY, result);
            story.says("the tokens are forgotten here; the server has no logout and accepts them until they expire");
        }

        private static NewToken forDevice(long userId) {
            return NewToken.builder(userId)
                    .actions(Action.GET_DEVICE, Action.CREATE_DEVICE_NOTIFICATION)
                    .networks(NETWORK)
                    .allDeviceTypes()
                    .build();
        }

        private void tellWire() {
            if (wire != null) {
                wire.tell(story);
            }
        }
    }
}
