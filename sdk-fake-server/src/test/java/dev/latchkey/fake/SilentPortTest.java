package dev.latchkey.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SilentPortTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void requestsAndHandshakesAreNotAnswered(String scheme) {
        try (SilentPort silent = SilentPort.open()) {
            OkHttpClient client = new OkHttpClient.Builder().callTimeout(SHORT).build();

            assertThatThrownBy(() -> get(client, scheme + "://127.0.0.1:" + silent.port() + "/"))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(silent.accepted()).isEqualTo(1);
        }
    }

    @Test
    void asAProxyItAnswersNoConnect() {
        try (SilentPort silent = SilentPort.open()) {
            OkHttpClient client = new OkHttpClient.Builder()
                    .proxy(new Proxy(
                            Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), silent.port())))
                    .callTimeout(SHORT)
                    .build();

            assertThatThrownBy(() -> get(client, "https://example.test/")).isInstanceOf(InterruptedIOException.class);
            assertThat(silent.accepted()).isEqualTo(1);
        }
    }

    @Test
    void whatIsSentIsReadHoweverMuchItIs() throws Exception {
        try (SilentPort silent = SilentPort.open();
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), silent.port())) {
            socket.getOutputStream().write(new byte[20 << 20]);
            assertThat(silent.accepted()).isEqualTo(1);
        }
    }

    @Test
    void closingEndsTheConnectionsThePortAndTheThread() throws Exception {
        SilentPort silent = SilentPort.open();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), silent.port())) {
            await().until(() -> silent.accepted() == 1);
            assertThat(silent).hasToString("SilentPort[" + silent.port() + "]");

            silent.close();
            silent.close();

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), silent.port()).close())
                .isInstanceOf(IOException.class);
        await().until(() -> threads().noneMatch(thread -> thread.getName().equals("silent-port")));
    }

    private static Stream<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream();
    }

    private static void get(OkHttpClient client, String url) throws IOException {
        client.newCall(new Request.Builder().url(url).build()).execute().close();
    }
}
