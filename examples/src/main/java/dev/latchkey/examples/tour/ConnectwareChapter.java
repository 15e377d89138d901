package dev.latchkey.examples.tour;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.connectware.SessionInfo;
import dev.latchkey.connectware.UserPage;
import dev.latchkey.connectware.UserQuery;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.connectware.FakeConnectware;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cybus Connectware: users, roles and pages of them, half a day that passes, a second factor, a device that registers. */
public final class ConnectwareChapter implements Chapter {
    private static final String USER = "admin";
    private static final String PASSWORD = "correct horse";

    private final @Nullable Target target;

    /** Visits the target, or a fake if there is none. */
    public ConnectwareChapter(@Nullable Target target) {
        this.target = target;
    }

    @Override
    public String title() {
        return "Cybus Connectware, " + (target == null ? "a fake on loopback" : target.url());
    }

    @Override
    public void tell(Story story) throws Exception {
        if (target != null) {
            visit(story, target, null);
            return;
        }
        try (FakeConnectware fake = FakeConnectware.withAdmin(USER, PASSWORD)) {
            visit(story, new Target(fake.baseUrl(), USER, PASSWORD), fake);
        }
    }

    private static void visit(Story story, Target server, @Nullable FakeConnectware fake) throws Exception {
        try (ConnectwareClient client = ConnectwareClient.builder()
                .baseUrl(server.url())
                .credentials(server.user(), server.password())
                .build()) {
            Wire wire = fake == null ? null : new Wire(fake);
            new Visit(story, client, wire).run(fake);
        }
    }

    private record Visit(
            Story story, ConnectwareClient client, @Nullable Wire wire) {

        void run(@Nullable FakeConnectware fake) throws Exception {
            story.step("Log in", this::logIn);
            story.step("Ask who is logged in, and who else there is", this::whoAmI);
            if (fake == null) {
                List.of(
                                "Create a role, and a user who has it",
                                "Read 250 users, 50 on a page",
                                "Twelve hours pass",
                                "The server is out of order for two answers",
                                "50 calls at once, at the moment of expiry",
                                "An administrator ends all tokens of the user",
                                "Log in with a second factor",
                                "A device registers, and is let in")
                        .forEach(story::skip);
            } else {
                new ConnectwareTrials(story, client, fake, this::tellWire).run();
                new ConnectwareDevices(story, client, fake, this::tellWire).run();
            }
            story.step("Log out", this::logOut);
            story.step(
                    "One call more",
                    () -> LoggedOut.tell(story, () -> client.auth().session().execute()));
        }

        private void logIn() {
            client.session().ensure().execute();
            tellWire();
            story.expect(
                    "state of the session",
                    SessionState.ACTIVE,
                    client.session().state());
            story.says("the token is good until "
                    + client.session().expiresAt().map(Object::toString).orElse("it is refused"));
        }

        private void whoAmI() {
            SessionInfo session = client.auth().session().execute();
            UserPage first = client.users()
                    .list(UserQuery.builder().rowsPerPage(10).build())
                    .page(1)
                    .execute();
            tellWire();
            story.says(session.username() + " is logged in; the first page has "
                    + first.users().size() + " of " + first.pagination().totalRows() + " users");
        }

        private void logOut() {
            LogoutResult result = client.session().logout().execute();
            tellWire();
            story.expect("how far the logout reached", LogoutResult.LOCAL_ONLY, result);
            story.says("the token is forgotten here; the server has no logout and accepts it until it expires");
        }

        private void tellWire() {
            if (wire != null) {
                wire.tell(story);
            }
        }
    }
}
