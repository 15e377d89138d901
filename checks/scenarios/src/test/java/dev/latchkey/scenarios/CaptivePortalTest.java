package dev.latchkey.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.UntrustedServerException;
import dev.latchkey.core.auth.SessionState;
import dev.latchkey.core.http.ClientBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mockwebserver3.MockWebServer;
import okhttp3.HttpUrl;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A hotel's network answers for every server with a certificate of its own, until a person has paid. */
class CaptivePortalTest {

    @ParameterizedTest
    @MethodSource("dev.latchkey.scenarios.Subjects#all")
    void thePortalGetsNothingAndTheSessionGoesOnBehindIt(Supplier<Subject> vendor) throws IOException {
        try (Subject subject = vendor.get();
                MockWebServer portal = portal()) {
            Consumer<ClientBuilder<?>> way = Link.TLS.laidTo(subject);
            HttpUrl direct = HttpUrl.get(subject.fake().baseUrl());
            try (Doorway door = Doorway.to(direct.port());
                    TestClient client = subject.client(way.andThen(options -> options.baseUrl(
                            direct.newBuilder().port(door.port()).build().toString())))) {
                client.read().execute();
                int renewals = subject.renewals();

                door.leadTo(portal.getPort());
                assertThatThrownBy(client.read()::execute).isInstanceOf(UntrustedServerException.class);
                subject.fake().clock().advance(subject.beyondExpiry());
                for (int i = 0; i < 3; i++) {
                    assertThatThrownBy(client.read()::execute).hasRootCauseInstanceOf(GeneralSecurityException.class);
                }
                assertThat(portal.getRequestCount()).isZero();
                assertThat(client.session().state()).isNotIn(SessionState.EXPIRED, SessionState.LOGGED_OUT);

                door.leadTo(direct.port());
                subject.fake().clock().advance(Duration.ofSeconds(10));
                client.read().execute();

                assertThat(subject.renewals()).isEqualTo(renewals + 1);
                assertThat(client.session().state()).isEqualTo(SessionState.ACTIVE);
            }
        }
    }

    private static MockWebServer portal() throws IOException {
        HandshakeCertificates own = new HandshakeCertificates.Builder()
                .heldCertificate(new HeldCertificate.Builder()
                        .addSubjectAlternativeName("localhost")
                        .build())
                .build();
        MockWebServer portal = new MockWebServer();
        portal.useHttps(own.sslSocketFactory());
        portal.start(InetAddress.getLoopbackAddress(), 0);
        return portal;
    }
}
