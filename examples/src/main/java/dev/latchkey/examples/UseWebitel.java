package dev.latchkey.examples;

import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.UnauthorizedException;
import dev.latchkey.core.auth.OneTimePassword;
import dev.latchkey.fake.webitel.FakeUser;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.webitel.LoginAnswer;
import dev.latchkey.webitel.Role;
import dev.latchkey.webitel.UserProfile;
import dev.latchkey.webitel.WebitelClient;
import dev.latchkey.webitel.WhoAmI;
import java.util.function.Supplier;

/** Log in to Webitel, ask what the user may do, answer a one-time password, and do without a login by a domain token. */
public final class UseWebitel {
    private UseWebitel() {}

    public static void main(String[] args) {
        try (FakeWebitel fake = FakeWebitel.withUser("100@mydomain.com", "secret")) {
            fake.addUser(
                    FakeUser.builder("root", "secret").oneTimePassword("123456").build());
            run(fake.baseUrl());
            asRoot(fake.baseUrl(), () -> "123456");
            twoLogins(fake.baseUrl());
            String token = fake.createDomainToken("mydomain.com").token();
            withDomainToken(fake.baseUrl(), token);
        }
    }

    static void run(String baseUrl) {
        try (WebitelClient client = WebitelClient.builder()
                .baseUrl(baseUrl)
                .credentials("100@mydomain.com", "secret")
                .build()) {
            WhoAmI me = client.whoami().execute(); // logs in first
            System.out.println("the server knows me: " + me.id());

            UserProfile user = client.profile().orElseThrow();
            System.out.println(user.username() + " may call: " + user.acl().allows("channels", "c"));
            System.out.println("an administrator: " + Role.ADMIN.equals(user.role()));

            client.session().logout().execute();
        }
    }

    static void asRoot(String baseUrl, Supplier<String> totp) {
        try (WebitelClient root = WebitelClient.builder()
                .baseUrl(baseUrl)
                .credentials("root", "secret")
                .oneTimePassword(OneTimePassword.unattended(totp::get)) // answers without a person
                .build()) {
            root.session().ensure().execute();
            System.out.println(
                    "root may reload: " + root.profile().orElseThrow().acl().allows("system/reload", "u"));
        }
    }

    static void twoLogins(String baseUrl) {
        try (WebitelClient client = WebitelClient.builder().baseUrl(baseUrl).build()) {
            LoginAnswer login =
                    client.auth().login("100@mydomain.com", "secret").execute();
            System.out.println("good until " + login.expires());
            client.auth().logout(login.token(), login.key()).execute();
        }
    }

    static void withDomainToken(String baseUrl, String token) {
        try (WebitelClient domain =
                WebitelClient.builder().baseUrl(baseUrl).domainToken(token).build()) {
            domain.whoami().execute();
            System.out.println("the domain token is good");
        } catch (SessionExpiredException e) {
            System.out.println("the token has expired: ask an administrator for another one");
        } catch (UnauthorizedException e) {
            System.out.println("an administrator has disabled the token");
        }
    }
}
