package dev.latchkey.scenarios;

import dev.latchkey.core.http.ClientBuilder;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** How clients reach a fake, always by HTTP/1.1. */
enum Link {
    PLAIN {
        @Override
        Consumer<ClientBuilder<?>> laidTo(Subject subject) {
            return options -> {};
        }
    },
    TLS {
        @Override
        Consumer<ClientBuilder<?>> laidTo(Subject subject) {
            subject.fake().https();
            subject.fake().withoutHttp2();
            HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(subject.fake().certificate())
                    .build();
            return options -> options.okHttpClient(new OkHttpClient.Builder()
                    .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                    .build());
        }
    };

    /** Before the fake starts. The options give each client connections of its own. */
    abstract Consumer<ClientBuilder<?>> laidTo(Subject subject);
}
