package dev.latchkey.examples.tour;

import dev.latchkey.core.InvalidInputException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.webitel.DomainTokens;
import dev.latchkey.webitel.NewDomainToken;
import dev.latchkey.webitel.WebitelClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What takes a fake: its clock, its faults and its administrator. */
record WebitelTrials(Story story, WebitelClient client, FakeWebitel fake, Runnable tellWire) {
    private static final String LOGIN = "/login";
    private static final String WHOAMI = "/api/v2/whoami";
    private static final String ADMIN = "200@mydomain.com";
    private static final String PASSWORD = "battery staple";
    private static final int CALLERS = 50;
    private static final Duration A_LIFE = Duration.ofDays(100);

    void run() throws Exception {
        story.step("100 days pass", this::aLifePasses);
        story.step("The server is out of order for two answers", this::outage);
        story.step(CALLERS + " calls at once, at the moment of expiry", this::storm);
        story.step("A static domain token, which an administrator then disables", this::domainToken);
    }

    private void aLifePasses() {
        int logins = logins();
        fake.clock().advance(A_LIFE);
        WebitelChapter.whoami(client);
        tellWire.run();
        story.expect("logins", 1, logins() - logins);
        story.says("the token had expired; the client logged in again, and the call went on without noticing");
    }

    private void outage() {
        int attempts = fake.journal().count("GET", WHOAMI);
        fake.faults().next(2, Fault.status(503));
        WebitelChapter.whoami(client);
        tellWire.run();
        story.expect("attempts", 3, fake.journal().count("GET", WHOAMI) - attempts);
        story.says("tried again after a pause, and again: the third answer is the right one");
    }

    private void storm() {
        int logins = logins();
        fake.clock().advance(A_LIFE);
        List<CompletableFuture<String>> calls = IntStream.range(0, CALLERS)
                .mapToObj(i -> client.request("GET", WHOAMI).returningText().executeAsync())
                .collect(Collectors.toList());
        long succeeded = calls.stream().filter(call -> call.join() != null).count();
        tellWire.run();
        story.expect("calls that succeeded", (long) CALLERS, succeeded);
        story.expect("logins", 1, logins() - logins);
        story.expect("sessions alive at the server", 1, fake.liveSessions());
        story.says(CALLERS + " calls succeeded with exactly one login");
    }

    private void domainToken() {
        fake.addUser(FakeUser.builder(ADMIN, PASSWORD).role(1, "admin").build());
        try (WebitelClient admin = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .credentials(ADMIN, PASSWORD)
                .build()) {
            DomainTokens tokens = admin.domainTokens("mydomain.com");
            NewDomainToken made = tokens.create("user", fake.clock().instant().plus(Duration.ofDays(30)))
                    .execute();
            disabled(
                    made.token(),
                    () -> tokens.setEnabled(made.info().uuid(), false).execute());
        }
    }

    private void disabled(String token, Runnable disable) {
        try (WebitelClient ofDomain = WebitelClient.builder()
                .baseUrl(fake.baseUrl())
                .domainToken(token)
                .build()) {
            WebitelChapter.whoami(ofDomain);
            String logout = refusalOfLogout(ofDomain);
            disable.run();
            String refusal = refusalOfCall(ofDomain);
            tellWire.run();
            story.expect("what the disabled token brings", "Not found token", refusal);
            story.says("no login is needed, and none helps. A logout is refused here: " + logout);
        }
    }

    private static String refusalOfCall(WebitelClient ofDomain) {
        try {
            return WebitelChapter.whoami(ofDomain);
        } catch (UnauthorizedException e) {
            return e.serverMessage().orElse("no words");
        }
    }

    private static String refusalOfLogout(WebitelClient ofDomain) {
        try {
            return "it reached " + ofDomain.session().logout().execute();
        } catch (InvalidInputException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private int logins() {
        return fake.journal().count("POST", LOGIN);
    }
}
