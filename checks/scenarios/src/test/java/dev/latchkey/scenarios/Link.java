package dev.latchkey.scenarios;

import dev.latchkey.core.http.ClientBuilder;
import java.util.function.Consumer;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;

/** How clients reach a fake, always by HTTP/1.1. */
enum Link {
    PLAIN {
        @Override
        Consumer<ClientBuilder<?>> laidTo(Subject subject) {
            return options -> {};
        }

        @Override
        OkHttpClient.Builder http(Subject subject) {
            return new OkHttpClient.Builder();
        }
    },
    TLS {
        @Override
        Consumer<ClientBuilder<?>> laidTo(Subject subject) {
            OkHttpClient.Builder http = http(subject);
            return options -> options.okHttpClient(
                    http.connectionPool(new ConnectionPool()).build());
        }

        @Override
        OkHttpClient.Builder http(Subject subject) {
            subject.fake().https();
            subject.fake().withoutHttp2();
            HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                    .addTrustedCertificate(subject.fake().certificate())
                    .build();
            return new OkHttpClient.Builder().sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager());
        }
    };

    /** Before the fake starts. The options give each client connections of its own. */
    abstract Consumer<ClientBuilder<?>> laidTo(Subject subject);

    /** A user's client for this way, before the fake starts. */
    abstract OkHttpClient.Builder http(Subject subject);
}
