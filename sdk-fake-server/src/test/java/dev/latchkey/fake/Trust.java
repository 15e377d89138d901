package dev.latchkey.fake;

import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import okhttp3.OkHttpClient;

/** Plain clients, with a user's defaults but for the certificate that they trust. */
final class Trust {
    private Trust() {}

    static OkHttpClient in(FakeServer fake) throws Exception {
        TrustManagerFactory managers = trusting(fake);
        return new OkHttpClient.Builder()
                .sslSocketFactory(
                        context(managers).getSocketFactory(), (X509TrustManager) managers.getTrustManagers()[0])
                .build();
    }

    static SSLContext contextFor(FakeServer fake) throws Exception {
        return context(trusting(fake));
    }

    private static TrustManagerFactory trusting(FakeServer fake) throws Exception {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("fake", fake.certificate());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        return managers;
    }

    private static SSLContext context(TrustManagerFactory managers) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
