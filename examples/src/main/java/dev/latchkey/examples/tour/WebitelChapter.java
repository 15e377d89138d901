package dev.latchkey.examples.tour;

import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.webitel.UserProfile;
import dev.latchkey.webitel.WebitelClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Webitel: a call that logs in, rights, a hundred days that pass, an outage, a storm, a static domain token. */
public final class WebitelChapter implements Chapter {
    private static final String USER = "100@mydomain.com";
    private static final String PASSWORD = "correct horse";

    private final @Nullable Target target;

    /** Visits the target, or a fake if there is none. */
    public WebitelChapter(@Nullable Target target) {
        this.target = target;
    }

    @Override
    public String title() {
        return "Webitel, " + (target == null ? "a fake on loopback" : target.url());
    }

    @Override
    public void tell(Story story) throws Exception {
        if (target != null) {
            visit(story, target, null);
            return;
        }
        try (FakeWebitel fake = FakeWebitel.start()) {
            fake.addUser(FakeUser.builder(USER, PASSWORD).build());
            visit(story, new Target(fake.baseUrl(), USER, PASSWORD), fake);
        }
    }

    private static void visit(Story story, Target server, @Nullable FakeWebitel fake) throws Exception {
        try (WebitelClient client = WebitelClient.builder()
                .baseUrl(server.url())
                .credentials(server.user(), server.password())
                .build()) {
            Wire wire = fake == null ? null : new Wire(fake);
            new Visit(story, client, wire).run(fake);
        }
    }

    private record Visit(
            Story story, WebitelClient client, @Nullable Wire wire) {

        void run(@Nullable FakeWebitel fake) throws Exception {
            story.step("Call the API, which logs in first", this::call);
            story.step("Look at what the user may do", this::rights);
            if (fake == null) {
                List.of(
                                "100 days pass",
                                "The server is out of order for two answers",
                                "50 calls at once, at the moment of expiry",
                                "A static domain token, which an administrator then disables")
                        .forEach(story::skip);
            } else {
                new WebitelTrials(story, client, fake, this::tellWire).run();
            }
            story.step("Log out", this::logOut);
            story.step("One call more", () -> LoggedOut.tell(story, () -> whoami(client)));
        }

        private void call() {
            String me = whoami(client);
            tellWire();
            story.expect(
                    "state of the session",
                    SessionState.ACTIVE,
                    client.session().state());
            story.expect("whether the server knows the caller", true, me.contains("\"id\""));
            story.says("an endpoint without a method here: " + me.length() + " characters of JSON about the caller");
        }

        private void rights() {
            UserProfile user = client.profile().orElseThrow();
            story.says(user.username() + " is " + user.roleName() + ", may "
                    + (user.acl().allows("channels", "c") ? "" : "not ") + "make calls, and has the rights "
                    + user.acl().of("cdr") + " to call records");
        }

        private void logOut() {
            LogoutResult result = client.session().logout().execute();
            tellWire();
            story.expect("how far the logout reached", LogoutResult.SERVER, result);
            story.says("the server has ended the session");
        }

        private void tellWire() {
            if (wire != null) {
                wire.tell(story);
            }
        }
    }

    static String whoami(WebitelClient client) {
        return client.request("GET", "/api/v2/whoami").returningText().execute();
    }
}
