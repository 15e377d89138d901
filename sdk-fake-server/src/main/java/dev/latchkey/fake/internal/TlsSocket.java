package dev.latchkey.fake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import javax.net.ssl.HandshakeCompletedListener;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** The platform's TLS socket, but for its streams: they tell the {@link Connection} what goes on. */
final class TlsSocket extends SSLSocket {
    private static final String HTTP_2 = "h2";

    private final SSLSocket platform;
    private final Connection connection;

    TlsSocket(SSLSocket platform, Connection connection) {
        this.platform = platform;
        this.connection = connection;
        connection.secure(platform);
    }

    @Override
    public InputStream getInputStream() throws IOException {
        InputStream in = platform.getInputStream();
        return speaksHttp2() ? new Http2Input(in, connection) : connection.http1(in);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream out = platform.getOutputStream();
        return speaksHttp2() ? new Http2Output(out, connection) : out;
    }

    private boolean speaksHttp2() {
        return HTTP_2.equals(platform.getApplicationProtocol());
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return platform.getSupportedCipherSuites();
    }

    @Override
    public String[] getEnabledCipherSuites() {
        return platform.getEnabledCipherSuites();
    }

    @Override
    public void setEnabledCipherSuites(String[] suites) {
        platform.setEnabledCipherSuites(suites);
    }

    @Override
    public String[] getSupportedProtocols() {
        return platform.getSupportedProtocols();
    }

    @Override
    public String[] getEnabledProtocols() {
        return platform.getEnabledProtocols();
    }

    @Override
    public void setEnabledProtocols(String[] protocols) {
        platform.setEnabledProtocols(protocols);
    }

    @Override
    public SSLSession getSession() {
        return platform.getSession();
    }

    @Override
    public SSLSession getHandshakeSession() {
        return platform.getHandshakeSession();
    }

    @Override
    public void addHandshakeCompletedListener(HandshakeCompletedListener listener) {
        platform.addHandshakeCompletedListener(listener);
    }

    @Override
    public void removeHandshakeCompletedListener(HandshakeCompletedListener listener) {
        platform.removeHandshakeCompletedListener(listener);
    }

    @Override
    public void startHandshake() throws IOException {
        platform.startHandshake();
    }

    @Override
    public void setUseClientMode(boolean mode) {
        platform.setUseClientMode(mode);
    }

    @Override
    public boolean getUseClientMode() {
        return platform.getUseClientMode();
    }

    @Override
    public void setNeedClientAuth(boolean need) {
        platform.setNeedClientAuth(need);
    }

    @Override
    public boolean getNeedClientAuth() {
        return platform.getNeedClientAuth();
    }

    @Override
    public void setWantClientAuth(boolean want) {
        platform.setWantClientAuth(want);
    }

    @Override
    public boolean getWantClientAuth() {
        return platform.getWantClientAuth();
    }

    @Override
    public void setEnableSessionCreation(boolean flag) {
        platform.setEnableSessionCreation(flag);
    }

    @Override
    public boolean getEnableSessionCreation() {
        return platform.getEnableSessionCreation();
    }

    @Override
    public SSLParameters getSSLParameters() {
        return platform.getSSLParameters();
    }

    @Override
    public void setSSLParameters(SSLParameters parameters) {
        platform.setSSLParameters(parameters);
    }

    @Override
    public String getApplicationProtocol() {
        return platform.getApplicationProtocol();
    }

    @Override
    public String getHandshakeApplicationProtocol() {
        return platform.getHandshakeApplicationProtocol();
    }

    @Override
    public InetAddress getInetAddress() {
        return platform.getInetAddress();
    }

    @Override
    public InetAddress getLocalAddress() {
        return platform.getLocalAddress();
    }

    @Override
    public int getPort() {
        return platform.getPort();
    }

    @Override
    public int getLocalPort() {
        return platform.getLocalPort();
    }

    @Override
    public SocketAddress getRemoteSocketAddress() {
        return platform.getRemoteSocketAddress();
    }

    @Override
    public SocketAddress getLocalSocketAddress() {
        return platform.getLocalSocketAddress();
    }

    @Override
    public boolean isConnected() {
        return platform.isConnected();
    }

    @Override
    public boolean isClosed() {
        return platform.isClosed();
    }

    @Override
    public boolean isInputShutdown() {
        return platform.isInputShutdown();
    }

    @Override
    public boolean isOutputShutdown() {
        return platform.isOutputShutdown();
    }

    @Override
    public void shutdownInput() throws IOException {
        platform.shutdownInput();
    }

    @Override
    public void shutdownOutput() throws IOException {
        platform.shutdownOutput();
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // the platform's own needs no lock
    public void close() throws IOException {
        platform.close();
    }
}
