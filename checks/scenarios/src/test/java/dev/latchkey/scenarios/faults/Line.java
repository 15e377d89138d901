package dev.latchkey.scenarios.faults;

import dev.latchkey.fake.FakeServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** What a client and its fake speak. */
enum Line {
    HTTP,
    TLS,
    HTTP2;

    /** Before the fake starts. */
    OkHttpClient.Builder laidTo(FakeServer fake, OkHttpClient.Builder client) {
        if (this == HTTP) {
            return client;
        }
        fake.https();
        if (this == TLS) {
            fake.withoutHttp2();
        }
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(fake.certificate())
                .build();
        return client.sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
    }
}
