package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;

/** A portal whose users log in with the vendor's passwords: the server is asked, whatever a token store has. */
public final class AuthenticateYourUsers {
    private AuthenticateYourUsers() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            System.out.println("right: " + isRight(fake.baseUrl(), "jane", "secret"));
            System.out.println("wrong: " + isRight(fake.baseUrl(), "jane", "guessed"));
        }
    }

    private static boolean isRight(String baseUrl, String name, String password) {
        try (ControlByWebClient checking =
                ControlByWebClient.builder().baseUrl(baseUrl).build()) {
            checking.session().login(new Credentials(name, password)).execute(); // asks the server, always
            return true;
        } catch (SessionExpiredException refused) {
            return false;
        }
    }
}
