package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.PasswordReset;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.util.function.Supplier;

/** A forgotten password: have a mail sent, and set a new one with its token. Nobody is logged in. */
public final class ResetAPassword {
    private ResetAPassword() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane@example.com", "secret")) {
            run(fake.baseUrl(), () -> fake.mailbox().newest("jane@example.com").token());
        }
    }

    static void run(String baseUrl, Supplier<String> tokenOfTheMail) {
        try (ControlByWebClient client =
                ControlByWebClient.builder().baseUrl(baseUrl).build()) {
            client.auth().requestPasswordReset("jane@example.com").execute();
            String token = tokenOfTheMail.get();
            client.auth()
                    .resetPassword(PasswordReset.builder("jane@example.com")
                            .token(token)
                            .newPassword("a better secret")
                            .build())
                    .execute();
            client.auth().login("jane@example.com", "a better secret").execute();
            System.out.println("the new password logs in");
            client.auth().login("jane@example.com", "secret").execute();
        } catch (BadRequestException e) {
            System.out.println("the old one does not: " + e.code().orElse("no code"));
        }
    }
}
