package dev.latchkey.android.apps;

import dev.latchkey.controlbyweb.ControlByWebClient;

/** A login and one call, with one vendor's client. */
public final class OneVendor {
    private OneVendor() {}

    public static void main(String[] args) {
        try (ControlByWebClient client = ControlByWebClient.builder()
                .baseUrl(args[0])
                .credentials(args[1], args[2])
                .build()) {
            long account = Long.parseLong(args[3]);
            System.out.println(client.certificateRequestTokens(account).list().execute());
        }
    }
}
