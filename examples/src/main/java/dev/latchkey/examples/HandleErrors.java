package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.BadRequestException;
import dev.latchkey.core.ForbiddenException;
import dev.latchkey.core.NotFoundException;
import dev.latchkey.core.RateLimitedException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;

/** One exception class for each thing that a caller handles differently. */
public final class HandleErrors {
    private HandleErrors() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            run(fake.baseUrl());
        }
    }

    static void run(String baseUrl) {
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .build()) {
            describe(() -> client.certificateRequestTokens(1234)
                    .delete("no-such-token")
                    .execute());
            describe(() -> client.auth().requestPasswordReset("nobody").execute());
            describe(() -> client.auth().login("jane", "wrong").execute());
            client.session().logout().execute();
            describe(() -> client.certificateRequestTokens(1234).list().execute());
        }
    }

    private static void describe(Runnable call) {
        try {
            call.run();
        } catch (SessionExpiredException e) {
            System.out.println("show the login screen, because " + e.reason());
        } catch (BadRequestException e) {
            System.out.println("mend the input: " + e.code().orElse("no code") + " " + e.fieldErrors());
        } catch (NotFoundException | ForbiddenException e) {
            System.out.println("it is gone, or not ours: " + e.getMessage());
        } catch (RateLimitedException e) {
            System.out.println("try again in " + e.retryAfter());
        } catch (ApiException e) {
            System.out.println((e.retryable() ? "try again later: " : "give up: ") + e.getMessage());
        }
    }
}
