package dev.latchkey.fake;

import okhttp3.OkHttpClient;

/** What a request may travel over. */
enum Wires {
    HTTP,
    HTTPS_WITH_HTTP_1,
    HTTPS_WITH_HTTP_2;

    /** Makes the fake, which has not started yet, speak this, and returns a plain client with a user's defaults. */
    OkHttpClient clientOf(FakeServer fake) throws Exception {
        if (this == HTTP) {
            return new OkHttpClient();
        }
        fake.https();
        if (this == HTTPS_WITH_HTTP_1) {
            fake.withoutHttp2();
        }
        return Trust.in(fake);
    }
}
