package dev.latchkey.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.latchkey.connectware.ConnectwareClient;
import dev.latchkey.core.CallTimeoutException;
import dev.latchkey.core.store.FileTokenStore;
import dev.latchkey.core.store.FileTokenStore.Access;
import dev.latchkey.core.store.TokenStore;
import dev.latchkey.fake.SilentPort;
import dev.latchkey.fake.connectware.FakeConnectware;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages show of https, of proxies that do not answer, and of folders in containers. */
class RealisticServersTest {
    @Test
    void aClientTrustsTheFakesCertificate() {
        FakeConnectware fake = FakeConnectware.withAdmin("admin", "secret");
        fake.https();
        HandshakeCertificates trusted = new HandshakeCertificates.Builder()
                .addTrustedCertificate(fake.certificate())
                .build();
        OkHttpClient client = new OkHttpClient.Builder()
                .sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
                .build();

        try (fake;
                ConnectwareClient connectware = ConnectwareClient.builder()
                        .baseUrl(fake.baseUrl())
                        .credentials("admin", "secret")
                        .okHttpClient(client)
                        .build()) {
            assertThat(fake.baseUrl()).startsWith("https://");
            assertThat(connectware.permissions().listIds().execute()).isNotNull();
        }
    }

    @Test
    void aProxyThatNeverAnswersEndsWithTheCall() {
        SilentPort proxy = SilentPort.open(); // close it behind the test
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port());
        OkHttpClient client = new OkHttpClient.Builder()
                .proxy(new Proxy(Proxy.Type.HTTP, address))
                .build();

        try (proxy;
                ConnectwareClient connectware = ConnectwareClient.builder()
                        .baseUrl("https://connectware.example")
                        .credentials("admin", "secret")
                        .okHttpClient(client)
                        .timeout(Duration.ofMillis(300))
                        .build()) {
            assertThatExceptionOfType(CallTimeoutException.class)
                    .isThrownBy(connectware.permissions().listIds()::execute);
        }
    }

    @Test
    void aFolderMayBeSharedByItsGroupOrBeAVolumeOfItsOwn(@TempDir Path mount) {
        Path folder = mount.resolve("sessions");

        TokenStore shared =
                FileTokenStore.at(folder, Access.GROUP); // members of the folder's group may read and write, too
        TokenStore mounted = FileTokenStore.at(folder).trustedRoot(mount); // nothing is looked at from here upwards

        assertThat(shared).asString().contains("sessions");
        assertThat(mounted).asString().contains("sessions");
    }
}
