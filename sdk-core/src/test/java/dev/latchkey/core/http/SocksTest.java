package dev.latchkey.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.core.InsecureConnectionException;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A JVM whose sockets pass a SOCKS server, also to this machine: their address looks like loopback and is not. */
class SocksTest extends HttpTest {
    private final ProxySelector before = ProxySelector.getDefault();
    /** What came after the server had been told the address. */
    private final CompletableFuture<Integer> relayed = new CompletableFuture<>();

    private ServerSocket socks;

    @BeforeEach
    void startSocks() throws IOException {
        socks = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread serving = new Thread(this::serve, "socks");
        serving.setDaemon(true);
        serving.start();
        int port = server.getPort();
        // Others in this JVM go on as they did.
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
                return uri.getScheme().equals("socket") && uri.getPort() == port
                        ? List.of(new Proxy(Proxy.Type.SOCKS, socks.getLocalSocketAddress()))
                        : before.select(uri);
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                before.connectFailed(uri, address, failure);
            }
        });
    }

    @AfterEach
    void endSocks() throws IOException {
        ProxySelector.setDefault(before);
        socks.close();
    }

    @Test
    void plainHttpDoesNotPassIt() throws Exception {
        HttpApi http = http(impatient().retries(RetryPolicy.none()));

        assertThatThrownBy(() -> http.get("/x").anonymous().returningNothing().execute())
                .isInstanceOf(InsecureConnectionException.class);
        assertThat(relayed.get(10, TimeUnit.SECONDS)).as("bytes of the request").isNegative();
        assertThat(server.getRequestCount()).isZero();
    }

    /** SOCKS 5, for one connection that leads nowhere. */
    private void serve() {
        try (Socket client = socks.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readByte();
            in.skipNBytes(in.readUnsignedByte());
            client.getOutputStream().write(new byte[] {5, 0});
            in.skipNBytes(3);
            int kind = in.readUnsignedByte();
            in.skipNBytes((kind == 3 ? in.readUnsignedByte() : kind == 4 ? 16 : 4) + 2);
            client.getOutputStream().write(new byte[] {5, 0, 0, 1, 127, 0, 0, 1, 0, 1});
            relayed.complete(in.read());
        } catch (IOException e) {
            relayed.completeExceptionally(e);
        }
    }
}
