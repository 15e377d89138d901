package com.example;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.auth.TokenStore;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;
import dev.latchkey.fake.webitel.FakeWebitel;
import dev.latchkey.tokenstore.jdbc.JdbcTokenStore;
import dev.latchkey.webitel.WebitelClient;

/** Logs in to two vendors, as a named module among named and automatic ones. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        callControlByWeb();
        callWebitel();
        for (Class<?> type : new Class<?>[] {Main.class, ControlByWebClient.class, TokenStore.class, JdbcTokenStore.class}) {
            if (!type.getModule().isNamed()) {
                throw new IllegalStateException(type + " is in no module");
            }
        }
        System.out.println("module path: logged in to two vendors");
    }

    private static void callControlByWeb() {
        try (FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");
                ControlByWebClient client = ControlByWebClient.builder()
                        .baseUrl(cloud.baseUrl())
                        .credentials("jane", "secret")
                        .build()) {
            client.certificateRequestTokens(1234).create().execute();
            if (client.certificateRequestTokens(1234).list().execute().size() != 1) {
                throw new IllegalStateException("the token is not listed");
            }
        }
    }

    private static void callWebitel() {
        try (FakeWebitel webitel = FakeWebitel.withUser("jane", "secret");
                WebitelClient client = WebitelClient.builder()
                        .baseUrl(webitel.baseUrl())
                        .credentials("jane", "secret")
                        .build()) {
            client.session().login().execute();
        }
    }
}
