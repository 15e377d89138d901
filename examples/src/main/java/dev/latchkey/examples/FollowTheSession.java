package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.ApiException;
import dev.latchkey.core.SessionExpiredException;
import dev.latchkey.core.auth.Credentials;
import dev.latchkey.core.auth.LogoutResult;
import dev.latchkey.core.auth.SessionListener;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Learn when to show a login screen, for an application that keeps no password. */
public final class FollowTheSession {
    private FollowTheSession() {}

    public static void main(String[] args) throws InterruptedException {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            run(fake);
        }
    }

    static void run(FakeControlByWeb fake) throws InterruptedException {
        BlockingQueue<String> events = new LinkedBlockingQueue<>();
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(fake.baseUrl())
                .identity("jane") // names the session where no credentials do
                .listener(new SessionListener() {
                    @Override
                    public void renewed() {
                        events.add("there is a new token");
                    }

                    @Override
                    public void renewalFailed(ApiException cause) {
                        events.add("a renewal failed and will be tried again");
                    }

                    @Override
                    public void expired(SessionExpiredException cause) {
                        events.add("show the login screen: " + cause.reason());
                    }

                    @Override
                    public void loggedOut(LogoutResult result) {
                        events.add("logged out: " + result);
                    }
                })
                .build()) {
            client.session().login(new Credentials("jane", "secret")).execute();
            System.out.println(events.poll(10, TimeUnit.SECONDS));

            client.session().logout().execute();
            System.out.println(events.poll(10, TimeUnit.SECONDS));
        }
    }
}
