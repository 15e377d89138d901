package dev.latchkey.examples;

import dev.latchkey.controlbyweb.CertificateRequestToken;
import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.controlbyweb.Permission;
import dev.latchkey.controlbyweb.UserProfile;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import java.util.Objects;

/** Log in, look at who that is, and list what there is. */
public final class LogInAndList {
    private LogInAndList() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            run(fake.baseUrl());
        }
    }

    static void run(String baseUrl) {
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(baseUrl) // leave it out for https://api.controlbyweb.cloud/api
                .credentials("jane", "secret")
                .build()) {
            client.session().ensure().execute(); // may be left out too: the first call logs in

            UserProfile jane = client.profile().orElseThrow();
            System.out.println(jane.username() + " may add users: " + jane.hasPermission(Permission.ADD_USERS));

            long account = Objects.requireNonNull(jane.accountId());
            var tokens = client.certificateRequestTokens(account);
            tokens.create().execute();
            for (CertificateRequestToken token : tokens.list().execute()) {
                System.out.println("token " + token.id() + " is good until " + token.expiresAt());
            }
        }
    }
}
