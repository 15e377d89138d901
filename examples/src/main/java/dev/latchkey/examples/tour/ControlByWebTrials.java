package dev.latchkey.examples.tour;

import dev.latchkey.controlbyweb.CertificateRequestToken;
import dev.latchkey.controlbyweb.CertificateRequestTokens;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.DeviceAccessToken;
import dev.latchkey.controlbyweb.DeviceAccessTokens;
import dev.latchkey.controlbyweb.PasswordReset;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.fake.Fault;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What takes a fake: its clock, its faults and its mailbox. */
record ControlByWebTrials(
        Story story, ControlByWebClient client, FakeControlByWeb fake, Target server, Runnable tellWire) {
    private static final String TOKEN = "/v1/auth/token";
    private static final String LIST = "/v1/accounts/{AccountId}/tokens";
    private static final String NEW_PASSWORD = "battery staple";
    private static final int CALLERS = 50;
    private static final int DEVICE = 7;
    private static final Duration A_DAY = Duration.ofHours(24);

    void run(CertificateRequestTokens tokens) throws Exception {
        story.step("Make a token for a device, which the server does not tell, and delete it", this::deviceAccess);
        story.step("A day passes", () -> aDayPasses(tokens));
        story.step("The server is out of order for two answers", () -> outage(tokens));
        story.step(CALLERS + " calls at once, at the moment of expiry", () -> storm(tokens));
        story.step("Forget the password, and set a new one with the token of the mail", this::forgottenPassword);
    }

    private void deviceAccess() {
        long account = Objects.requireNonNull(client.profile().orElseThrow().accountId());
        DeviceAccessTokens tokens = client.deviceAccessTokens(account, DEVICE);
        List<DeviceAccessToken> made = tokens.create(Duration.ofHours(1)).execute();
        tokens.delete(made.get(0).token()).execute();
        int left = tokens.list().execute().size();
        tellWire.run();
        story.expect("tokens found", 1, made.size());
        story.expect("tokens left", 0, left);
        story.says("found by listing before and after, and gone again");
    }

    private void aDayPasses(CertificateRequestTokens tokens) {
        int renewals = renewals();
        fake.clock().advance(A_DAY);
        tokens.list().execute();
        tellWire.run();
        story.expect("renewals", 1, renewals() - renewals);
        story.says("the token had expired; the call went on without noticing");
    }

    private void outage(CertificateRequestTokens tokens) {
        int attempts = fake.journal().count("GET", LIST);
        fake.faults().next(2, Fault.status(503));
        tokens.list().execute();
        tellWire.run();
        story.expect("attempts", 3, fake.journal().count("GET", LIST) - attempts);
        story.says("tried again after a pause, and again: the third answer is the right one");
    }

    private void storm(CertificateRequestTokens tokens) {
        int renewals = renewals();
        fake.clock().advance(A_DAY);
        List<CompletableFuture<List<CertificateRequestToken>>> calls = IntStream.range(0, CALLERS)
                .mapToObj(i -> tokens.list().executeAsync())
                .collect(Collectors.toList());
        long succeeded = calls.stream().filter(call -> call.join() != null).count();
        tellWire.run();
        story.expect("calls that succeeded", (long) CALLERS, succeeded);
        story.expect("renewals", 1, renewals() - renewals);
        story.expect("refresh tokens sent twice", List.of(), fake.refreshTokensPresentedMoreThanOnce());
        story.says(CALLERS + " calls succeeded with exactly one renewal");
    }

    private void forgottenPassword() {
        String email = Objects.requireNonNull(client.profile().orElseThrow().email());
        client.auth().requestPasswordReset(email).execute();
        String token = fake.mailbox().newest(email).token();
        client.auth()
                .resetPassword(PasswordReset.builder(email)
                        .token(token)
                        .newPassword(NEW_PASSWORD)
                        .build())
                .execute();
        client.auth().login(server.user(), NEW_PASSWORD).execute();
        String refusal = oldPassword();
        tellWire.run();
        story.expect("what the old password brings", "invalid_grant", refusal);
        story.says("the new password logs in, the old one is refused: " + refusal);
    }

    private String oldPassword() {
        try {
            client.auth().login(server.user(), server.password()).execute();
            return "a login";
        } catch (BadRequestException e) {
            return e.code().orElse("no code");
        }
    }

    private int renewals() {
        return fake.journal().count("POST", TOKEN);
    }
}
