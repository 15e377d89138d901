package dev.latchkey.examples.tour;

import dev.latchkey.controlbyweb.CertificateRequestToken;
import dev.latchkey.controlbyweb.CertificateRequestTokens;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.Permission;
import dev.latchkey.controlbyweb.UserProfile;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.controlbyweb.FakeUser;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** ControlByWeb.Cloud: certificate request tokens, a day that passes, an outage, a storm, a forgotten password. */
public final class ControlByWebChapter implements Chapter {
    private static final String USER = "jane";
    private static final String EMAIL = "jane@example.com";
    private static final String PASSWORD = "correct horse";

    private final @Nullable Target target;

    /** Visits the target, or a fake if there is none. */
    public ControlByWebChapter(@Nullable Target target) {
        this.target = target;
    }

    @Override
    public String title() {
        return "ControlByWeb.Cloud, " + (target == null ? "a fake on loopback" : target.url());
    }

    @Override
    public void tell(Story story) throws Exception {
        if (target != null) {
            visit(story, target, null);
            return;
        }
        try (FakeControlByWeb fake = FakeControlByWeb.start()) {
            fake.addUser(FakeUser.builder(USER, PASSWORD).email(EMAIL).build());
            visit(story, new Target(fake.baseUrl(), USER, PASSWORD), fake);
        }
    }

    private static void visit(Story story, Target server, @Nullable FakeControlByWeb fake) throws Exception {
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(server.url())
                .credentials(server.user(), server.password())
                .build()) {
            Wire wire = fake == null ? null : new Wire(fake);
            new Visit(story, client, server, wire).run(fake);
        }
    }

    private record Visit(
            Story story,
            ControlByWebClient client,
            Target server,
            @Nullable Wire wire) {

        void run(@Nullable FakeControlByWeb fake) throws Exception {
            story.step("Log in", this::logIn);
            CertificateRequestTokens tokens = client.certificateRequestTokens(accountId());
            story.step("Create, list and delete certificate request tokens", () -> createListAndDelete(tokens));
            if (fake == null) {
                List.of(
                                "A day passes",
                                "The server is out of order for two answers",
                                "50 calls at once, at the moment of expiry",
                                "Forget the password, and set a new one with the token of the mail")
                        .forEach(story::skip);
            } else {
                new ControlByWebTrials(story, client, fake, server, this::tellWire).run(tokens);
            }
            story.step("Log out", this::logOut);
            story.step(
                    "One call more",
                    () -> LoggedOut.tell(story, () -> tokens.list().execute()));
        }

        private void logIn() {
            client.session().ensure().execute();
            tellWire();
            UserProfile profile = client.profile().orElseThrow();
            story.expect(
                    "state of the session",
                    SessionState.ACTIVE,
                    client.session().state());
            story.says(profile.username() + " of account " + profile.accountId() + " (" + profile.accountName()
                    + ") has " + profile.permissions().size() + " permissions, and "
                    + (profile.hasPermission(Permission.ADD_USERS) ? "may" : "may not") + " add users");
        }

        private void createListAndDelete(CertificateRequestTokens tokens) {
            int before = tokens.list().execute().size();
            CertificateRequestToken created = tokens.create().execute();
            int during = tokens.list().execute().size();
            tokens.delete(created.token()).execute();
            int after = tokens.list().execute().size();
            tellWire();
            story.expect("tokens after the creation", before + 1, during);
            story.expect("tokens after the deletion", before, after);
            story.says(before + " tokens, then " + during + ", then " + after + "; the new one would have lived until "
                    + created.expiresAt());
        }

        private void logOut() {
            LogoutResult result = client.session().logout().execute();
            tellWire();
            story.expect("how far the logout reached", LogoutResult.SERVER, result);
            story.says("the server has ended the session");
        }

        private long accountId() {
            Long id = client.profile().map(UserProfile::accountId).orElse(null);
            if (id == null) {
                throw new Difference("the profile", "has an account id", "has none");
            }
            return id;
        }

        private void tellWire() {
            if (wire != null) {
                wire.tell(story);
            }
        }
    }
}
