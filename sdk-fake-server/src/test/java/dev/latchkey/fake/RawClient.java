package dev.latchkey.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocket;

/** A connection on which a test writes and reads the bytes itself. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(FakeServer fake) throws Exception {
        if (fake.baseUrl().startsWith("https")) {
            SSLSocket secured = (SSLSocket) Trust.contextFor(fake)
                    .getSocketFactory()
                    .createSocket(InetAddress.getLoopbackAddress(), fake.port());
            secured.startHandshake();
            socket = secured;
        } else {
            socket = new Socket(InetAddress.getLoopbackAddress(), fake.port());
        }
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Sends a {@code POST /base/count} with this body. */
    RawClient count(String body) throws IOException {
        return send("POST /base/count HTTP/1.1\r\nHost: fake\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** This many bytes, or fewer if the server ends the connection before. */
    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.ISO_8859_1);
    }

    String readToTheEnd() throws IOException {
        return read(Integer.MAX_VALUE);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
