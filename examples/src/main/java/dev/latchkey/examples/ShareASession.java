package dev.latchkey.examples;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;

/** Several clients, one session: whoever comes first logs in and renews, the others take up its tokens. */
public final class ShareASession {
    private ShareASession() {}

    public static void main(String[] args) {
        try (FakeControlByWeb fake = FakeControlByWeb.withUser("jane", "secret")) {
            run(fake.baseUrl());
            System.out.println("logins: " + fake.journal().count("POST", "/v1/auth/token"));
        }
    }

    static void run(String baseUrl) {
        TokenStore store = TokenStore.inMemory();
        try (ControlByWebClient first = open(baseUrl, store);
                ControlByWebClient second = open(baseUrl, store)) {
            first.certificateRequestTokens(1234).create().execute();
            System.out.println("tokens: "
                    + second.certificateRequestTokens(1234).list().execute().size());
        }
    }

    private static ControlByWebClient open(String baseUrl, TokenStore store) {
        return ControlByWebClient.builder()
                .baseUrl(baseUrl)
                .credentials("jane", "secret")
                .tokenStore(store)
                .build();
    }
}
