package dev.latchkey.fake.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Lays TLS over the sockets that {@link Connections} accepted. */
public final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory platform;

    /** With the certificate of this one. */
    public TlsSockets(SSLSocketFactory platform) {
        this.platform = platform;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        SSLSocket secured = (SSLSocket) platform.createSocket(socket, host, port, autoClose);
        return new TlsSocket(secured, ((ServedSocket) socket).connection());
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return platform.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return platform.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw clientOnly();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw clientOnly();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw clientOnly();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw clientOnly();
    }

    private static UnsupportedOperationException clientOnly() {
        return new UnsupportedOperationException("a server accepts, it does not connect");
    }
}
