package com.example;

import dev.latchkey.controlbyweb.ControlByWebClient;
import dev.latchkey.fake.controlbyweb.FakeControlByWeb;

/** Logs in and calls, with everything on the class path. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        try (FakeControlByWeb cloud = FakeControlByWeb.withUser("jane", "secret");
                ControlByWebClient client = ControlByWebClient.builder()
                        .baseUrl(cloud.baseUrl())
                        .credentials("jane", "secret")
                        .build()) {
            String token = client.certificateRequestTokens(1234).create().execute().token();
            if (!cloud.acceptsCertificateRequestToken(token)) {
                throw new IllegalStateException("the cloud does not accept what it has created");
            }
            if (ControlByWebClient.class.getModule().isNamed()) {
                throw new IllegalStateException("not on the class path");
            }
            System.out.println("class path: logged in, token created");
        }
    }
}
